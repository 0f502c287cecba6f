/* Keeps the work in the browser, and finds it again after a reload. */

import { resume } from "../actions.js";
import { t } from "../i18n.js";
import { forget, keep, kept } from "../saved.js";
import { drawOn } from "../store.js";

const PAUSE = 300;

/** Opens what was kept, then keeps every state of the article; `element` tells when there is no room. */
export function keepingView(store, element) {
  const before = kept();
  if (before) resume(store, before);
  let timer = null;
  const save = () => {
    clearTimeout(timer);
    timer = null;
    element.hidden = keep(store.state.article);
    element.textContent = element.hidden ? "" : t("keep.full");
  };
  drawOn(store, ["article"], ({ article }) => {
    clearTimeout(timer);
    timer = article ? setTimeout(save, PAUSE) : null; // behind the first paint
    if (article) return;
    forget();
    element.hidden = true;
  });
  addEventListener("pagehide", () => timer && save());
}
