/* Working on the article: undo and redo, words picked by selecting or typing them, and what was rejected. */

import { change, redo, select, undo } from "../actions.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { accept, add, quoteOf, setContent, setCue, setSource } from "../model/article.js";
import { canRedo, canUndo } from "../model/history.js";
import { placeOf, typeOf } from "../model/picking.js";
import { selectedRange } from "../selection.js";
import { drawOn } from "../store.js";
import { BINDINGS } from "./keys.js";
import { say } from "./say.js";

/** What the picked words can become: what `act(article, id, range)` returns; `add` needs no quotation. */
const USES = {
  add: (article, _, range) => add(article, { content: [range], type: typeOf(article.text, range) }),
  content: (article, id, range) => setContent(article, id, [range]),
  more: (article, id, range) => setContent(article, id, [...quoteOf(article, id).content.spans, range]),
  cue: (article, id, range) => setCue(article, id, [range]),
  source: (article, id, range) => setSource(article, id, range),
};
let picked = null;

BINDINGS.push(
  { keys: ["i"], label: "keys.add", act: (store) => use(store, "add") },
  { keys: ["e"], label: "keys.content", act: (store) => use(store, "content") },
);

/** Draws the panel into `element`, listens to selections in the article and to Ctrl+Z. */
export function workView(store, element) {
  drawOn(store, ["language"], () => element.replaceChildren(...draw(store)));
  drawOn(store, ["article", "selected", "language"], (state) => update(store, element, state));
  document.addEventListener("selectionchange", () => pick(store, element));
  document.addEventListener("keydown", (event) => shortcut(store, event));
}

function draw(store) {
  const button = (kind, name, on, text) =>
    h("button", { type: "button", class: "button plain", [`data-${kind}`]: name, on }, text);
  const step = (name, act) => button("step", name, { click: () => act(store) }, t(`work.${name}`));
  const stay = (event) => event.preventDefault(); // else the button would take the selection away
  const uses = Object.keys(USES).map((name) =>
    button("use", name, { click: () => use(store, name), mousedown: stay }, t(`use.${name}`)),
  );
  const field = h("textarea", { id: "picked", rows: 2, lang: "hu", "aria-describedby": "picked-help" });
  field.addEventListener("input", () => (picked = null));
  return [
    h("h2", { id: "work-title" }, t("work.title")),
    h("div", { class: "row" }, step("undo", undo), step("redo", redo)),
    h(
      "div",
      { class: "picking" },
      h("label", { for: "picked" }, t("work.picked")),
      field,
      h("p", { id: "picked-help", class: "quiet" }, t("work.help")),
      h("div", { class: "row" }, uses),
    ),
    h("div", { class: "rejected" }),
  ];
}

function update(store, element, { article, history, selected }) {
  const off = (query, isOff) => element.querySelector(query).setAttribute("aria-disabled", String(isOff));
  off('[data-step="undo"]', !history || !canUndo(history));
  off('[data-step="redo"]', !history || !canRedo(history));
  for (const name of ["content", "more", "cue", "source"]) off(`[data-use="${name}"]`, !selected);
  const gone = (article?.quotes ?? []).filter(({ status }) => status === "rejected");
  element.querySelector(".rejected").replaceChildren(...(gone.length ? rejected(store, gone) : []));
}

function rejected(store, quotes) {
  const row = ({ id, content }) => {
    const on = { click: () => restore(store, id) };
    const label = t("work.restore.of", { words: content.text });
    const button = h("button", { type: "button", class: "button plain", "aria-label": label, on }, t("work.restore"));
    return h("li", {}, h("span", { lang: "hu" }, content.text), " ", button);
  };
  return [h("h3", {}, t("work.rejected")), h("ul", {}, quotes.map(row))];
}

function restore(store, id) {
  change(store, accept(store.state.article, id));
  select(store, id);
  say(t("done.restored"));
}

/** What is selected in the article becomes what is picked; a selection elsewhere changes nothing. */
function pick(store, element) {
  const { article, phase } = store.state;
  const range = phase === "ready" && selectedRange(document.getElementById("article"), article.text);
  element.classList.toggle("active", Boolean(range));
  if (!range) return;
  picked = { article: article.text, range };
  element.querySelector("#picked").value = article.text.slice(range.start, range.end);
}

function use(store, name) {
  const { article, selected } = store.state;
  const field = document.getElementById("picked");
  const range = picked?.article === article.text ? picked.range : placeOf(article.text, field.value);
  if (!selected && name !== "add") return say(t("work.none"));
  if (!range) {
    say(t(field.value.trim() ? "work.absent" : "work.empty"));
    return field.focus();
  }
  const after = USES[name](article, selected, range);
  change(store, after);
  if (name === "add") select(store, after.quotes.find(({ id }) => article.quotes.every((quote) => quote.id !== id)).id);
  getSelection().removeAllRanges();
  field.value = "";
  picked = null;
  say(t(`done.${name}`));
}

function shortcut(store, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || store.state.phase !== "ready") return;
  if (event.target.closest?.("input:not([type=checkbox]), textarea")) return; // the field has an undo of its own
  const key = event.key.toLowerCase();
  const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : null;
  if (!act) return;
  event.preventDefault();
  act(store);
  say(t(act === undo ? "done.undo" : "done.redo"));
}
