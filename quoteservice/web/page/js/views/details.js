/* The selected quotation: what was said, by whom, on what grounds. */

import { select } from "../actions.js";
import { h } from "../dom.js";
import { has, percent, t } from "../i18n.js";
import { colourOf, initialsOfQuote, isUncertain, namesOf } from "../people.js";
import { drawOn } from "../store.js";

/** Draws the selected quotation of `store` into `element`, and a hint when there is none. */
export function detailsView(store, element) {
  drawOn(store, ["article", "selected", "language"], ({ article, selected }) => {
    const quote = article?.quotes.find((each) => each.id === selected);
    element.className = quote ? `details ${colourOf(article, quote)}` : "details closed";
    element.replaceChildren(h("h2", { id: "details-title" }, t("details.title")), ...draw(store, article, quote));
  });
}

function draw(store, article, quote) {
  if (!quote) return [h("p", { class: "quiet" }, t(article?.quotes.length ? "details.hint" : "details.none"))];
  const close = { type: "button", class: "close", "aria-label": t("close"), on: { click: () => select(store, null) } };
  return [
    h("button", close, "×"),
    h("p", { class: "who" }, badge(article, quote), who(article, quote)),
    h("blockquote", { lang: "hu" }, said(article, quote)),
    h("p", { class: "tags" }, tags(quote)),
    h("div", { class: "judging" }),
    h("dl", {}, facts(article, quote).filter(([, value]) => value).map(fact)),
    why(quote),
    h("div", { class: "acts", "data-acts": quote.id }),
  ].filter(Boolean);
}

function badge(article, quote) {
  return h("span", { class: "badge", "aria-hidden": "true" }, initialsOfQuote(article, quote));
}

function who(article, quote) {
  const names = namesOf(article, quote);
  return names ? h("strong", { lang: "hu" }, names) : h("strong", {}, t("speaker.none"));
}

/** The content as it stands in the article, "…" where something else stands between its parts. */
function said(article, { content: { spans } }) {
  return spans.map(({ start, end }) => article.text.slice(start, end)).join(" … ");
}

function tags(quote) {
  const tag = (text, kind = "") => h("span", { class: `tag ${kind}` }, text);
  const status = quote.status && quote.status !== "found" ? tag(t(`status.${quote.status}`), "status") : null;
  return [tag(t(`type.${quote.type}`)), isUncertain(quote) ? tag(t("uncertain"), "doubt") : null, status];
}

/** [key of the label, what to show] of all that the quotation may have. */
function facts(article, quote) {
  const parent = article.quotes.find((each) => each.id === quote.parent_id);
  const { cue, source, said_at: when, evidence } = quote;
  const candidates = evidence?.candidates ?? [];
  return [
    ["cue", cue && [hungarian(cue.text), cue.category && ` – ${category(cue)}`]],
    ["stance", cue?.stance && stance(cue)],
    ["source", source ? [hungarian(source.text), ` – ${t(`form.${source.form}`)}`] : t("source.none")],
    ["addressee", quote.addressee && hungarian(quote.addressee.text)],
    ["medium", quote.medium && hungarian(quote.medium.text)],
    ["said_at", when && [hungarian(when.text), moment(when)]],
    ["inside", parent && hungarian(`${namesOf(article, parent) || "?"}: ${short(parent.content.text)}`)],
    ["candidates", candidates.length > 0 && hungarian(candidates.join(", "))],
    ["confidence", quote.confidence === null || quote.confidence === undefined ? null : confidence(quote.confidence)],
  ];
}

function fact([key, value]) {
  return h("div", { class: `fact ${key}` }, h("dt", {}, t(`fact.${key}`)), h("dd", {}, value));
}

function hungarian(text) {
  return h("span", { lang: "hu", class: "words" }, text);
}

function category(cue) {
  return has(`category.${cue.category}`) ? t(`category.${cue.category}`) : cue.category;
}

function stance(cue) {
  return has(`stance.${cue.stance}`) ? t(`stance.${cue.stance}`) : cue.stance;
}

function confidence(value) {
  const meter = h("meter", { min: 0, max: 1, low: 0.5, high: 0.7, optimum: 1, value, "aria-hidden": "true" });
  return [meter, ` ${percent(value)}`];
}

/** " – 2025-09-09" or " – 2025-09-09 18:00 – 2025-09-10": the days of a time, where it could be told. */
function moment({ from, to }) {
  if (!from) return "";
  const day = (text) => text.replace("T00:00", "").replace("T", " ");
  const last = to && oneDay(from, to) ? null : to;
  return ` – ${day(from)}${last ? ` … ${day(last)}` : ""}`;
}

function oneDay(from, to) {
  return from.endsWith("T00:00") && new Date(`${to}Z`) - new Date(`${from}Z`) === 86_400_000;
}

function short(text) {
  return text.length > 80 ? `${text.slice(0, 78)}…` : text;
}

function why(quote) {
  const words = document.documentElement.lang === "en" ? quote.evidence?.words_en : quote.evidence?.words;
  if (!words) return null;
  return h("div", { class: "why" }, h("h3", {}, t("why")), h("p", {}, words));
}
