/* The strings of the page: one JSON table a language, same keys in both; `{name}` in a string is a parameter. */

import { recalled, remember } from "./kept.js";

const tables = {};
let language = "hu";

export const LANGUAGES = Object.freeze(["hu", "en"]);

/** The language to begin with: the one chosen last in this browser, else Hungarian. */
export function firstLanguage() {
  const kept = recalled("localStorage", "language");
  return LANGUAGES.includes(kept) ? kept : "hu";
}

/** Loads the table of `name` and makes it the one that `t` reads. */
export async function setLanguage(name) {
  if (!tables[name]) {
    const answer = await fetch(new URL(`../strings/${name}.json`, import.meta.url));
    tables[name] = await answer.json();
  }
  language = name;
  remember("localStorage", "language", name);
  document.documentElement.lang = name;
}

/** The string `key` with `parameters` put in; with `n` 1, `key.one` where there is one. */
export function t(key, parameters = {}) {
  const table = tables[language];
  const text = (parameters.n === 1 && table[`${key}.one`]) || table[key];
  if (text === undefined) throw new Error(`No string ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => number(parameters[name] ?? whole));
}

/** Whether there is a string `key`. */
export function has(key) {
  return key in tables[language];
}

/** `value` written as the language writes numbers; a text as it is. */
export function number(value) {
  return typeof value === "number" ? value.toLocaleString(language) : value;
}

/** A share of 1 in whole per cent. */
export function percent(share) {
  return share.toLocaleString(language, { style: "percent" });
}

/** Puts the strings of the language into the elements below `root` that name one in `data-t`. */
export function translate(root) {
  for (const each of root.querySelectorAll("[data-t]")) each.textContent = t(each.dataset.t);
}
