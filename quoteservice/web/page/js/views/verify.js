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
  let asked = null; // {text: the article's, claim, request, verdict: once it is known}
  const show = (...children) => element.querySelector(".verdict").replaceChildren(...children);
  const tell = () => {
    if (asked?.verdict) show(...drawVerdict(asked, store.state.article, () => goThere(store, asked.verdict)));
  };
  const submit = async (event) => {
    event.preventDefault();
    const { article, key } = store.state;
    asked?.request.abort();
    const mine = (asked = { text: article.text, claim: claimOf(element), request: new AbortController() });
    show(h("p", {}, t("verify.asking")));
    try {
      const { claims } = await askVerify(article.input, mine.claim, { signal: mine.request.signal, key });
      [mine.verdict] = claims;
      tell();
      say(sentenceOf(mine.verdict));
    } catch (error) {
      if (error.name !== "AbortError") show(trouble(error));
    }
  };
  drawOn(store, ["language"], ({ article }) => {
    element.replaceChildren(draw(submit, element.firstChild && { ...claimOf(element), open: element.firstChild.open }));
    fillNames(element, article);
    tell();
  });
  drawOn(store, ["article"], ({ article }) => {
    fillNames(element, article);
    if (asked && asked.text !== article?.text) {
      asked.request.abort();
      asked = null;
      show();
    }
    tell();
  });
}

function fillNames(element, article) {
  const names = (article?.speakers ?? []).map(({ name }) => h("option", { value: name }));
  element.querySelector("datalist").replaceChildren(...names);
}

function claimOf(root) {
  const speaker = root.querySelector("#claim-speaker").value.trim();
  return { quote: root.querySelector("#claim").value.trim(), ...(speaker ? { speaker } : {}) };
}

function draw(submit, typed) {
  const claim = h("textarea", { id: "claim", rows: 3, lang: "hu", required: true, value: typed?.quote ?? "" });
  const names = { id: "claim-speaker", list: "claim-names", lang: "hu", autocomplete: "off", value: typed?.speaker ?? "" };
  return h(
    "details",
    { class: "panel", open: typed?.open },
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
  return h("div", { class: "notice trouble", role: "alert" }, sentences(problem).map(({ text, lang }) => h("p", { lang }, text)));
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
