/* Saving the article as a file of any format, and opening one that was saved. */

import { change } from "../actions.js";
import { h } from "../dom.js";
import { decoded } from "../files/decoding.js";
import { FORMATS } from "../formats/formats.js";
import { fromJson } from "../formats/json.js";
import { t } from "../i18n.js";
import { bytesOf } from "../intake.js";
import { drawOn } from "../store.js";
import { say } from "./say.js";

/** Draws the panel into `element`; a saved file may also be dropped on the article. */
export function filesView(store, element) {
  drawOn(store, ["language"], () => element.replaceChildren(draw(store)));
  const isOurs = (event) => store.state.phase === "ready" && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => isOurs(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    load(store, event.dataTransfer.files[0]);
  });
}

function draw(store) {
  const buttons = Object.keys(FORMATS).map((name) => {
    const on = { click: () => save(store.state.article, name) };
    const button = h("button", { type: "button", class: "button plain", "data-format": name, on }, t(`format.${name}`));
    return h("li", {}, button, h("span", { class: "quiet" }, t(`format.${name}.what`)));
  });
  const file = h("input", { id: "saved-file", type: "file", accept: ".json,application/json", class: "unseen" });
  file.addEventListener("change", () => file.files[0] && load(store, file.files[0]));
  return h(
    "details",
    { class: "panel" },
    h("summary", {}, h("h2", {}, t("files.title"))),
    h("ul", { class: "formats" }, buttons),
    h("p", { class: "quiet" }, t("files.open.what")),
    h("p", { class: "file" }, file, h("label", { for: "saved-file", class: "button plain" }, t("files.open"))),
    h("p", { class: "notice", role: "alert", hidden: true }),
  );
}

function save(article, name) {
  const { ending, type, write } = FORMATS[name];
  const address = URL.createObjectURL(new Blob([write(article)], { type }));
  h("a", { href: address, download: `${fileName(article)}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(t("done.saved"));
}

/** The first words of the article in plain letters. */
function fileName({ text }) {
  const plain = text.slice(0, 200).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 5).join("-") || "quotations";
}

async function load(store, file) {
  const notice = document.querySelector("#files .notice");
  notice.hidden = true;
  try {
    change(store, fromJson(decoded(await bytesOf(file)))); // a step like others, so that it can be undone
    say(t("done.opened"));
  } catch (error) {
    notice.textContent = t(error.key ?? "import.broken");
    notice.hidden = false;
    notice.closest("details").open = true;
  }
}
