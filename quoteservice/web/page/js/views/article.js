/* The article with its quotations marked where they stand. */

import { select } from "../actions.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { nested, paragraphs, ranges } from "../marks.js";
import { colourOf, initialsOfQuote, isUncertain, namesOf } from "../people.js";
import { drawOn } from "../store.js";

/** Draws the article of `store` into `element`; a click on a quotation selects the innermost one there. */
export function articleView(store, element) {
  drawOn(store, ["article", "language"], ({ article }) => {
    element.replaceChildren(...(article ? draw(article) : []));
    if (article) mark(element, store.state);
  });
  drawOn(store, ["selected", "filter"], (state) => mark(element, state));
  element.addEventListener("click", (event) => {
    const quotation = event.target.closest("[data-quote]");
    if (!quotation || !getSelection().isCollapsed) return;
    select(store, quotation.dataset.quote);
  });
}

/** The button that stands before the quotation `id` in the page; null when it does not show. */
export function handleOf(id) {
  return document.querySelector(`#article .handle[data-quote="${CSS.escape(id)}"]`);
}

function draw(article) {
  const alive = article.quotes.filter((quote) => quote.status !== "rejected");
  const marks = ranges(article.text, alive);
  const parts = paragraphs(article.text).map(({ start, end, heading }) =>
    h(
      heading ? "h2" : "p",
      { "data-start": start, id: heading ? "article-title" : null, lang: "hu" },
      nested(start, end, marks).map((node) => drawNode(article, node)),
    ),
  );
  const titled = parts[0]?.id === "article-title";
  return titled ? parts : [h("h2", { id: "article-title", class: "unseen" }, t("article.title")), ...parts];
}

function drawNode(article, node) {
  const text = () => article.text.slice(node.start, node.end);
  if (!node.range) return text();
  const { kind, quote } = node.range;
  const inside = node.inside.map((each) => drawNode(article, each));
  if (kind === "handle") return h("span", { class: "together" }, handle(article, quote), inside);
  const classes = [kind, colourOf(article, quote)];
  if (kind !== "content") return h("span", { class: classes.join(" "), "data-of": quote.id }, inside);
  classes.push(quote.type, quote.status ?? "found");
  if (quote.parent_id) classes.push("inner");
  if (isUncertain(quote)) classes.push("uncertain");
  return h("mark", { class: classes.join(" "), "data-quote": quote.id }, inside);
}

function handle(article, quote) {
  const uncertain = isUncertain(quote);
  const name = namesOf(article, quote) || t("speaker.none");
  const status = quote.status === "found" ? "" : t(`status.${quote.status}`);
  const label = [name, t(`type.${quote.type}`), uncertain ? t("uncertain") : "", status].filter(Boolean).join(", ");
  const initials = initialsOfQuote(article, quote);
  return h("button", {
    type: "button",
    class: `handle ${colourOf(article, quote)}${uncertain ? " uncertain" : ""}`,
    "data-quote": quote.id,
    "data-status": quote.status,
    "data-label": uncertain && initials !== "?" ? `${initials}?` : initials,
    "aria-label": t("quote.label", { label }),
    "aria-pressed": "false",
    lang: document.documentElement.lang,
    title: name,
  });
}

function mark(element, { article, selected, filter }) {
  if (!article) return;
  const quotes = new Map(article.quotes.map((quote) => [quote.id, quote]));
  const hidden = (id) => {
    const ids = quotes.get(id)?.speaker_ids ?? [];
    return filter !== null && (filter === "" ? ids.length > 0 : !ids.includes(filter));
  };
  for (const each of element.querySelectorAll("[data-quote], [data-of]")) {
    const id = each.dataset.quote ?? each.dataset.of;
    each.classList.toggle("selected", id === selected);
    each.classList.toggle("faded", hidden(id));
    if (each.matches(".handle")) each.setAttribute("aria-pressed", String(id === selected));
  }
}
