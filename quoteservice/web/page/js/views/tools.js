/* The buttons at the top: the language, the keys. */

import { h } from "../dom.js";
import { LANGUAGES, setLanguage, t } from "../i18n.js";
import { drawOn } from "../store.js";
import { showKeys } from "./keys.js";

const NAMES = { hu: "Magyar", en: "English" };

/** Draws the buttons into `element`. */
export function toolsView(store, element) {
  drawOn(store, ["language"], ({ language }) => {
    const focused = document.activeElement?.dataset?.language;
    element.replaceChildren(
      languages(store, language),
      h("button", { type: "button", class: "button plain", on: { click: () => showKeys() } }, t("keys.open")),
    );
    if (focused) element.querySelector(`[data-language="${focused}"]`).focus();
  });
}

function languages(store, language) {
  const attributes = { class: "languages", role: "group", "aria-label": t("language") };
  return h("div", attributes, LANGUAGES.map((each) => choice(store, each, language)));
}

function choice(store, name, language) {
  const choose = async () => {
    await setLanguage(name);
    store.update({ language: name });
  };
  const attributes = { type: "button", class: "language", lang: name, "data-language": name };
  return h("button", { ...attributes, "aria-pressed": String(name === language), on: { click: choose } }, NAMES[name]);
}
