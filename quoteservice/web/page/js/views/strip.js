/* Who speaks where: the length of the article as a strip with a tick for each quotation. */

import { select, shown, step } from "../actions.js";
import { h, svg } from "../dom.js";
import { percent, t } from "../i18n.js";
import { colourOf, isUncertain, namesOf, people } from "../people.js";
import { drawOn } from "../store.js";

const WIDTH = 1000;
const LEAST = 3;

/** Draws the strip of the article of `store` into `element`: a slider over its quotations. */
export function stripView(store, element) {
  drawOn(store, ["article", "language"], ({ article }) => {
    element.replaceChildren(...(article?.quotes.length ? draw(store, article) : []));
    mark(element, store.state);
  });
  drawOn(store, ["selected", "filter"], (state) => mark(element, state));
}

/** The places of `quotes` in `article` as an SVG of `height`; for the eye only. */
export function ticks(article, quotes, height) {
  const length = article.text.length || 1;
  const drawn = longestFirst(quotes).flatMap((quote) =>
    quote.content.spans.map(({ start, end }) => {
      const width = Math.max(LEAST, ((end - start) / length) * WIDTH);
      const inner = quote.parent_id ? height / 4 : 0;
      const place = {
        x: Math.min((start / length) * WIDTH, WIDTH - width).toFixed(1),
        y: inner,
        width: width.toFixed(1),
        height: height - 2 * inner,
      };
      const classes = `tick ${colourOf(article, quote)}${isUncertain(quote) ? " uncertain" : ""}`;
      const title = svg("title", {}, namesOf(article, quote) || t("speaker.none"));
      return svg("rect", { class: classes, ...place, "data-quote": quote.id }, title);
    }),
  );
  const box = `0 0 ${WIDTH} ${height}`;
  return svg("svg", { class: "ticks", viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" }, drawn);
}

/** So that no tick hides a shorter one. */
function longestFirst(quotes) {
  const size = ({ content: { spans } }) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return [...quotes].sort((a, b) => size(b) - size(a));
}

function draw(store, article) {
  const quotes = shown({ article, filter: null });
  const slider = h(
    "div",
    {
      class: "strip",
      role: "slider",
      tabindex: "0",
      "aria-label": t("strip.label"),
      "aria-describedby": "strip-text",
      "aria-valuemin": 0,
      "aria-valuemax": quotes.length,
      "aria-orientation": "horizontal",
      on: {
        keydown: (event) => move(store, event),
        click: (event) => pick(store, event, article),
      },
    },
    ticks(article, quotes, 24),
  );
  return [slider, h("p", { id: "strip-text", class: "unseen" }, summary(article))];
}

/** The same in words. */
function summary(article) {
  const persons = [...people(article).values()].filter((person) => person.quotes.length);
  const parts = persons.map(({ speaker, quotes, share }) =>
    t("strip.part", { name: speaker.name, n: quotes.length, share: percent(share) }),
  );
  return t("strip.summary", { parts: parts.join("; ") || t("speakers.nobody") });
}

function move(store, event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (steps) step(store, steps);
  else if (event.key === "Home" || event.key === "End") {
    select(store, null);
    step(store, event.key === "Home" ? 1 : -1);
  } else return;
  event.preventDefault();
}

/** A click selects the quotation whose middle is nearest. */
function pick(store, event, article) {
  const box = event.currentTarget.getBoundingClientRect();
  const at = ((event.clientX - box.left) / box.width) * article.text.length;
  const away = ({ start, end }) => Math.max(start - at, at - end, 0);
  const distance = ({ content: { spans } }) => Math.min(...spans.map(away));
  const near = [...article.quotes].filter((quote) => quote.status !== "rejected");
  near.sort((a, b) => distance(a) - distance(b));
  if (near.length) select(store, near[0].id);
}

function mark(element, { article, selected, filter }) {
  const slider = element.querySelector("[role=slider]");
  if (!slider || !article) return;
  const quotes = shown({ article, filter: null });
  const at = quotes.findIndex((quote) => quote.id === selected);
  slider.setAttribute("aria-valuenow", at + 1);
  const name = at < 0 ? "" : namesOf(article, quotes[at]) || t("speaker.none");
  const value = at < 0 ? t("strip.nothing") : t("strip.value", { at: at + 1, of: quotes.length, name });
  slider.setAttribute("aria-valuetext", value);
  const ids = new Map(quotes.map((quote) => [quote.id, quote.speaker_ids]));
  for (const tick of slider.querySelectorAll("[data-quote]")) {
    const of = ids.get(tick.dataset.quote) ?? [];
    tick.classList.toggle("selected", tick.dataset.quote === selected);
    tick.classList.toggle("faded", filter !== null && (filter === "" ? of.length > 0 : !of.includes(filter)));
  }
}
