/* Keys of the page, and the dialog that tells them. */

import { select, step } from "../actions.js";
import { h } from "../dom.js";
import { t } from "../i18n.js";
import { recalled, remember } from "../kept.js";
import { drawOn } from "../store.js";
import { handleOf } from "./article.js";

const OFF = "keys-off";

/**
 * The keys: [{keys, label: key of a sentence, act(store)}]; other views add theirs. A single letter does nothing while
 * one types, and none does when the reader has switched them off (WCAG 2.1.4).
 */
export const BINDINGS = [
  { keys: ["n", "j"], label: "keys.next", act: (store) => go(store, 1) },
  { keys: ["p", "k"], label: "keys.previous", act: (store) => go(store, -1) },
  { keys: ["o"], label: "keys.details", act: () => document.getElementById("details").focus() },
  { keys: ["Escape"], label: "keys.close", act: close },
  { keys: ["?"], label: "keys.help", act: () => showKeys() },
];

/** Listens for the keys and draws the dialog into `dialog`. */
export function keysView(store, dialog) {
  drawOn(store, ["language"], () => dialog.replaceChildren(...draw(dialog)));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog.open) return;
    if (event.key !== "Escape" && off()) return;
    const binding = BINDINGS.find(({ keys }) => keys.includes(event.key));
    if (!binding || (event.key !== "?" && store.state.phase !== "ready")) return;
    event.preventDefault();
    binding.act(store);
  });
}

/** Opens the dialog. */
export function showKeys() {
  document.getElementById("keys").showModal();
}

function off() {
  return recalled("localStorage", OFF) !== null;
}

function draw(dialog) {
  const rows = BINDINGS.map(({ keys, label }) => [
    h("dt", {}, keys.map((key, index) => [index ? " / " : null, h("kbd", {}, key === "Escape" ? "Esc" : key)])),
    h("dd", {}, t(label)),
  ]);
  const box = h("input", { type: "checkbox", id: "keys-on", checked: !off() });
  box.addEventListener("change", () => remember("localStorage", OFF, box.checked ? null : "1"));
  return [
    h("h2", { id: "keys-title" }, t("keys.title")),
    h("dl", { class: "keys" }, rows),
    h("p", {}, box, " ", h("label", { for: "keys-on" }, t("keys.on"))),
    h("button", { type: "button", class: "button", on: { click: () => dialog.close() } }, t("close")),
  ];
}

function go(store, steps) {
  step(store, steps);
  handleOf(store.state.selected)?.focus({ preventScroll: true });
}

function close(store) {
  const { selected } = store.state;
  if (selected) handleOf(selected)?.focus();
  store.update({ selected: null, filter: selected ? store.state.filter : null });
}

function typing(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null && target.closest !== undefined;
}
