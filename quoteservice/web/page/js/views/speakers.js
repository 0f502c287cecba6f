/* Who speaks: a button for each speaker, which filters the article and jumps to the first quotation. */

import { filterBy } from "../actions.js";
import { h } from "../dom.js";
import { percent, t } from "../i18n.js";
import { people } from "../people.js";
import { drawOn } from "../store.js";
import { ticks } from "./strip.js";

/** Draws the speakers of the article of `store` into `element`. */
export function speakersView(store, element) {
  drawOn(store, ["article", "language"], ({ article }) => {
    element.replaceChildren(...(article ? draw(store, article) : []));
    press(element, store.state);
  });
  drawOn(store, ["filter"], (state) => press(element, state));
}

function draw(store, article) {
  const persons = [...people(article).values()].filter((person) => person.quotes.length);
  persons.sort((a, b) => b.share - a.share);
  const open = article.quotes.filter((quote) => quote.status !== "rejected" && !quote.speaker_ids.length);
  return [
    h("h2", { id: "speakers-title" }, t("speakers.title")),
    persons.length || open.length ? null : h("p", { class: "quiet" }, t("speakers.nobody")),
    h(
      "ul",
      { class: "speakers" },
      persons.map((person) => h("li", {}, row(store, article, person))),
      open.length ? h("li", {}, unresolved(store, article, open)) : null,
    ),
  ].filter(Boolean);
}

function row(store, article, { speaker, colour, initials, quotes, share }) {
  const said = speaker.descriptions.filter((each) => !each.includes(speaker.name));
  return button(store, speaker.id, `c${colour}`, initials, [
    h("span", { class: "speaker-name", lang: "hu" }, speaker.name),
    h("span", { class: "speaker-kind" }, t(`kind.${speaker.kind}`)),
    said.length ? h("span", { class: "speaker-said", lang: "hu" }, said.join(" · ")) : null,
    numbers(quotes.length, share),
    lane(article, quotes),
  ]);
}

function unresolved(store, article, quotes) {
  return button(store, "", "c-none", "?", [
    h("span", { class: "speaker-name" }, t("speaker.none")),
    h("span", { class: "speaker-said" }, t("speaker.none.why")),
    numbers(quotes.length, null),
    lane(article, quotes),
  ]);
}

function button(store, id, colour, initials, children) {
  const attributes = { type: "button", class: `speaker ${colour}`, "data-speaker": id, "aria-pressed": "false" };
  const on = { click: () => filterBy(store, id) };
  return h("button", { ...attributes, on }, h("span", { class: "badge", "aria-hidden": "true" }, initials), children);
}

function numbers(n, share) {
  const words = () => ` · ${t("speaker.share", { share: percent(share) })}`;
  const part = share === null ? null : h("span", { class: "speaker-share" }, words());
  return h("span", { class: "speaker-numbers" }, t("speaker.quotes", { n }), part);
}

function lane(article, quotes) {
  return ticks(article, quotes, 8);
}

function press(element, { filter }) {
  for (const each of element.querySelectorAll("[data-speaker]")) {
    each.setAttribute("aria-pressed", String(each.dataset.speaker === filter));
  }
  element.classList.toggle("filtered", filter !== null);
}

