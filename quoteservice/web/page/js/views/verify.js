/* Checking a claimed quotation against the article: the form, and what the service says of it. */

import { select } from "../actions.js";
import { ApiProblem, askVerify } from "../api.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { sentences } from "../problems.js";
import { rangeOf } from "../selection.js";
import { drawOn } from "../store.js";
import { say } from "./say.js";
import { drawVerdict, sentenceOf } from "./verdict.js";

/** Draws the form into `element`, and below it the verdict on what was asked last about this article. */
export function verifyView(store, element) {
  let running = null;
  let shown = null;
  const show = (...children) => element.querySelector(".verdict").replaceChildren(...children);
  const redraw = () => shown && show(...drawVerdict(shown, store.state.article, () => goThere(store, shown.verdict)));
  const submit = async (event) => {
    event.preventDefault();
    const claim = claimOf(event.target);
    if (!claim.quote) return element.querySelector("#claim").focus();
    running?.abort();
    const request = (running = new AbortController());
    shown = null;
    show(h("p", {}, t("verify.asking")));
    try {
      const answer = await askVerify(store.state.article.input, claim, { signal: request.signal, key: store.state.key });
      shown = { claim, verdict: answer.claims[0] };
      redraw();
      say(sentenceOf(shown.verdict));
    } catch (error) {
      if (error.name === "AbortError") return;
      show(...trouble(error));
    }
  };
  drawOn(store, ["language"], () => {
    const typed = element.firstChild && claimOf(element);
    element.replaceChildren(draw(submit, typed, element.firstChild?.open));
    redraw();
  });
  drawOn(store, ["article"], ({ article }) => {
    const names = (article?.speakers ?? []).map(({ name }) => h("option", { value: name }));
    element.querySelector("datalist").replaceChildren(...names);
    if (article) redraw();
  });
  drawOn(store, ["input"], () => {
    running?.abort();
    shown = null;
    show();
  });
}

function claimOf(root) {
  const speaker = root.querySelector("#claim-speaker").value.trim();
  return { quote: root.querySelector("#claim").value.trim(), ...(speaker ? { speaker } : {}) };
}

function draw(submit, typed, open = false) {
  const claim = h("textarea", { id: "claim", rows: 3, lang: "hu", required: true, value: typed?.quote ?? "" });
  const names = { id: "claim-speaker", list: "claim-names", lang: "hu", autocomplete: "off", value: typed?.speaker ?? "" };
  return h(
    "details",
    { class: "panel", open },
    h("summary", {}, h("h2", {}, t("verify.title"))),
    h(
      "form",
      { on: { submit } },
      h("p", { class: "quiet" }, t("verify.help")),
      h("label", { for: "claim" }, t("verify.claim")),
      claim,
      h("label", { for: "claim-speaker" }, t("verify.speaker")),
      h("input", names),
      h("datalist", { id: "claim-names" }),
      h("button", { type: "submit", class: "button" }, t("verify.submit")),
    ),
    h("div", { class: "verdict" }),
  );
}

function trouble(error) {
  if (!(error instanceof ApiProblem)) console.error(error);
  const problem = error instanceof ApiProblem ? error : new ApiProblem(500);
  return [h("div", { class: "notice trouble", role: "alert" }, sentences(problem).map(({ text, lang }) => h("p", { lang }, text)))];
}

/** Scrolls to the words that the claim was compared with, selects them, and puts the focus there. */
function goThere(store, { matched, quote_ids: ids }) {
  const element = document.getElementById("article");
  if (store.state.article.quotes.some(({ id, status }) => id === ids[0] && status !== "rejected")) select(store, ids[0]);
  const range = rangeOf(element, { start: matched.spans[0].start, end: matched.spans.at(-1).end });
  const paragraph = range.startContainer.parentElement.closest("[data-start]");
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const box = range.getBoundingClientRect();
  scrollBy({ top: box.top - innerHeight * 0.3 });
}
