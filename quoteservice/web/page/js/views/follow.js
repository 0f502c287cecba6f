/* What is not drawing: scrolls to the selected quotation, tells screen readers what has changed, names the window. */

import { t } from "../i18n.js";
import { namesOf } from "../people.js";
import { drawOn } from "../store.js";
import { handleOf } from "./article.js";
import { found } from "./status.js";

/** Follows `store`; `live` is the live region. */
export function followView(store, live) {
  drawOn(store, ["selected"], ({ article, selected }) => {
    const quote = article?.quotes.find((each) => each.id === selected);
    if (!quote) return;
    bringIntoView(handleOf(selected));
    live.textContent = `${namesOf(article, quote) || t("speaker.none")}: ${quote.content.text}`;
  });
  drawOn(store, ["phase"], ({ phase, article }, before) => {
    document.getElementById("results").hidden = phase !== "ready";
    keepFocus(phase, before.phase);
    if (phase === "asking") live.textContent = t("asking.label");
    if (phase !== "ready") return;
    live.textContent = found(article);
    document.getElementById("main").focus({ preventScroll: true });
    scrollTo(0, 0);
    requestAnimationFrame(() => setTimeout(() => performance.mark("painted"))); // python -m benchmarks.page reads it
  });
}

/** What had the focus may be switched off now; the next thing to do gets it. */
function keepFocus(phase, before) {
  if (phase === "asking") document.querySelector("#status .progress button").focus();
  if (phase === "empty" && before) (document.getElementById("key") ?? document.getElementById("text")).focus();
}

function bringIntoView(element) {
  if (!element) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const box = element.getBoundingClientRect();
  const low = innerWidth < 900 ? innerHeight * 0.45 : innerHeight - 120;
  if (box.top > 90 && box.bottom < low) return;
  scrollBy({ top: box.top - Math.min(innerHeight * 0.28, 240), behavior: calm ? "auto" : "smooth" });
}
