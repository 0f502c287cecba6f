/* What is going on above the article: progress with a cancel button, problems, warnings, what was found. */

import { analyse, cancel, startAnew, useKey } from "../actions.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { people } from "../people.js";
import { sentences, warning } from "../problems.js";
import { drawOn } from "../store.js";

/** Statuses that another try may change. */
const PASSING = new Set([0, 429, 500, 502, 503, 504]);

/** Draws the state of the work into `element`. */
export function statusView(store, element) {
  let clock = null;
  drawOn(store, ["phase", "asked", "problem", "article", "language"], (state) => {
    clearInterval(clock);
    element.replaceChildren(...draw(store, state).filter(Boolean));
    if (state.asked) clock = setInterval(() => tick(element, state.asked), 250);
  });
}

function draw(store, { asked, problem, phase, article }) {
  if (asked) return [progress(store, asked)];
  if (problem) return [trouble(store, problem)];
  if (phase !== "ready") return [];
  return [summary(store, article), ...article.warnings.map((text) => h("p", { class: "notice" }, warning(text)))];
}

function progress(store, asked) {
  return h(
    "div",
    { class: "progress" },
    h("p", {}, t("asking", { characters: asked.characters }), " ", h("span", { class: "passed" }, passed(asked))),
    h("progress", { "aria-label": t("asking.label") }),
    h("button", { type: "button", class: "button", on: { click: () => cancel(store) } }, t("cancel")),
  );
}

function tick(element, asked) {
  const shown = element.querySelector(".passed");
  if (shown) shown.textContent = passed(asked);
}

function passed({ at }) {
  return t("asking.passed", { n: Math.floor((Date.now() - at) / 1000) });
}

function trouble(store, problem) {
  if (problem.sentence) return h("p", { class: "notice" }, t(problem.sentence));
  return h(
    "div",
    { class: "notice trouble", role: "alert" },
    sentences(problem).map(({ text, lang }) => h("p", { lang }, text)),
    problem.status === 401 ? keyForm(store) : null,
    PASSING.has(problem.status) ? again(store) : null,
  );
}

function again(store) {
  const on = { click: () => analyse(store, store.state.input) };
  return h("button", { type: "button", class: "button", on }, t("again"));
}

function keyForm(store) {
  const field = h("input", { id: "key", type: "password", autocomplete: "off", required: true, spellcheck: "false" });
  const submit = (event) => {
    event.preventDefault();
    useKey(store, field.value.trim());
    analyse(store, store.state.input);
  };
  return h(
    "form",
    { class: "key", on: { submit } },
    h("label", { for: "key" }, t("key.label")),
    field,
    h("button", { type: "submit", class: "button" }, t("key.use")),
    h("p", { class: "quiet" }, t("key.kept")),
  );
}

/** How many quotations of how many speakers `article` has, as a sentence. */
export function found(article) {
  const n = article.quotes.filter((quote) => quote.status !== "rejected").length;
  const speakers = [...people(article).values()].filter((person) => person.quotes.length).length;
  return n ? `${t("found.quotes", { n })} ${t("found.speakers", { n: speakers })}` : t("found.nothing");
}

function summary(store, article) {
  return h(
    "div",
    { class: "summary" },
    h("p", {}, found(article)),
    h("button", { type: "button", class: "button plain", on: { click: () => leave(store) } }, t("anew")),
  );
}

/** Starts anew; asks before corrections are lost. */
function leave(store) {
  const worked = store.state.article.quotes.some(({ status }) => status !== "found");
  if (!worked || confirm(t("anew.sure"))) startAnew(store);
}
