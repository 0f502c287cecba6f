/* Below the details of a quotation: accept and reject it, change its speaker, its type, and where it begins and ends. */

import { change } from "../actions.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { accept, KINDS, quoteOf, reject, setContent, setSpeakers, setType, TYPES } from "../model/article.js";
import { nudged } from "../model/picking.js";
import { drawOn } from "../store.js";
import { BINDINGS } from "./keys.js";
import { say } from "./say.js";

BINDINGS.push(
  { keys: ["a"], label: "keys.accept", act: (store) => judge(store, accept, "done.accepted") },
  { keys: ["x"], label: "keys.reject", act: (store) => judge(store, reject, "done.rejected") },
  { keys: ["s"], label: "keys.speaker", act: () => document.getElementById("act-speaker")?.focus() },
);

/** Fills the place for acts in the details `element`, after they have drawn themselves. */
export function actsView(store, element) {
  drawOn(store, ["article", "selected", "language"], ({ article, selected }) => {
    const place = element.querySelector(".acts");
    if (!place) return;
    const quote = quoteOf(article, selected);
    element.querySelector(".judging").replaceChildren(...judging(store, quote));
    place.replaceChildren(...draw(store, article, quote));
  });
}

function judge(store, operation, sentence) {
  const { article, selected } = store.state;
  if (selected) apply(store, operation(article, selected), sentence);
}

/** Shows `article`, says so, and puts the focus back on the control `act`, which was drawn anew. */
function apply(store, article, sentence, act = document.activeElement?.dataset.act) {
  change(store, article);
  if (act) document.querySelector(`#details [data-act="${act}"]`)?.focus({ preventScroll: true });
  say(t(sentence));
}

function draw(store, article, quote) {
  return [
    h("h3", {}, t("acts.title")),
    speakerForm(store, article, quote),
    typeChoice(store, article, quote),
    extent(store, article, quote),
    quote.corrected.length ? h("p", { class: "quiet" }, corrected(quote)) : null,
  ].filter(Boolean);
}

/** The two that every quotation asks for stand above its reasons, in sight. */
function judging(store, quote) {
  return [button("accept", store, accept), button(quote.status === "added" ? "delete" : "reject", store, reject)];
}

function button(name, store, operation) {
  const done = name === "accept" ? "done.accepted" : "done.rejected";
  const on = { click: () => judge(store, operation, done) };
  return h("button", { type: "button", class: "button plain", "data-act": name, on }, t(`act.${name}`));
}

function speakerForm(store, article, quote) {
  const nameOf = new Map(article.speakers.map(({ id, name }) => [id, name]));
  const names = [...nameOf.values()];
  const value = quote.speaker_ids.map((id) => nameOf.get(id)).join("; ");
  const attributes = { id: "act-speaker", "data-act": "speaker", list: "known-speakers", lang: "hu", autocomplete: "off" };
  const field = h("input", { ...attributes, value });
  const kind = h("select", { id: "act-kind" }, KINDS.map((each) => h("option", { value: each }, t(`kind.${each}`))));
  const kindPart = h("span", { class: "act", hidden: true }, h("label", { for: "act-kind" }, t("act.kind")), kind);
  const typed = () => field.value.split(";").map((name) => name.trim()).filter(Boolean);
  field.addEventListener("input", () => (kindPart.hidden = typed().every((name) => names.includes(name))));
  const submit = (event) => {
    event.preventDefault();
    const own = (name) => quote.speaker_ids.find((id) => nameOf.get(id) === name); // two may have one name
    const wanted = typed().map((name) => own(name) ?? { name, kind: kind.value });
    apply(store, setSpeakers(article, quote.id, wanted), "done.speakers", "speaker");
  };
  const known = h("datalist", { id: "known-speakers" }, names.map((name) => h("option", { value: name })));
  return h(
    "form",
    { class: "act-form", on: { submit } },
    h("span", { class: "act" }, h("label", { for: "act-speaker" }, t("act.speaker")), field, known),
    kindPart,
    h("button", { type: "submit", class: "button plain" }, t("act.set")),
  );
}

function typeChoice(store, article, quote) {
  const options = TYPES.map((each) => h("option", { value: each, selected: each === quote.type }, t(`type.${each}`)));
  const select = h("select", { id: "act-type", "data-act": "type" }, options);
  select.addEventListener("change", () => apply(store, setType(article, quote.id, select.value), "done.type", "type"));
  return h("p", { class: "act" }, h("label", { for: "act-type" }, t("act.type")), select);
}

/** Buttons that move the first and the last word, for those who cannot select with a pointer. */
function extent(store, article, quote) {
  const group = (edge) => {
    const buttons = [-1, 1].map((step) => mover(store, article, quote, edge, step));
    return h("span", { class: "act", role: "group", "aria-label": t(`act.${edge}`) }, t(`act.${edge}`), buttons);
  };
  return h("p", { class: "row" }, group("start"), group("end"));
}

function mover(store, article, quote, edge, step) {
  const { spans } = quote.content;
  const act = `${edge}${step}`;
  const click = () => {
    const moved = nudged(article.text, spans, edge, step);
    if (moved !== spans) apply(store, setContent(article, quote.id, moved), "done.content", act);
  };
  const label = t(`act.${edge}.${step < 0 ? "back" : "on"}`);
  const attributes = { type: "button", class: "button plain", "data-act": act, "aria-label": label, title: label };
  return h("button", { ...attributes, on: { click } }, step < 0 ? "←" : "→");
}

function corrected({ corrected: parts }) {
  return t("acts.corrected", { parts: parts.map((part) => t(`part.${part}`)).join(", ") });
}
