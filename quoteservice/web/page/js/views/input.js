/* Where an article comes in: pasted, dropped, chosen as a file, or one of ours. */

import { analyse, resume } from "../actions.js";
import { h } from "../dom.js";
import { EXAMPLES, fetchExample } from "../examples.js";
import { t } from "../i18n.js";
import { ACCEPTED, readDrop, readFile, readPaste } from "../intake.js";
import { drawOn } from "../store.js";

/** Draws the input of `store` into `element`; it hides while an article shows. */
export function inputView(store, element) {
  drawOn(store, ["language"], () => {
    element.replaceChildren(...draw(store));
    fill(element, store.state);
  });
  drawOn(store, ["phase", "draft"], (state) => fill(element, state));
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, (event) => over(element, event));
  for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, () => element.classList.remove("over"));
  document.addEventListener("drop", (event) => drop(store, event));
}

function draw(store) {
  return [
    h("h2", { id: "input-title" }, t("input.title")),
    h("p", { class: "lead" }, t("input.lead")),
    form(store),
    h("h3", {}, t("input.examples")),
    h("ul", { class: "examples" }, EXAMPLES.map((example) => h("li", {}, exampleButton(store, example)))),
  ];
}

function form(store) {
  const text = h("textarea", {
    id: "text",
    rows: 9,
    lang: "hu",
    placeholder: t("input.placeholder"),
    "aria-describedby": "text-help",
    on: {
      input: (event) => keep(store, { text: event.target.value }),
      paste: (event) => paste(event),
      keydown: (event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit(store),
    },
  });
  const day = h("input", { id: "day", type: "date", min: "1900-01-01", max: "2099-12-31" });
  day.addEventListener("change", () => keep(store, { published_at: day.value }));
  const file = h("input", { id: "file", type: "file", accept: ACCEPTED, class: "unseen" });
  file.addEventListener("change", () => file.files[0] && take(store, readFile(file.files[0])));
  const onSubmit = (event) => (event.preventDefault(), submit(store));
  return h(
    "form",
    { class: "paste", on: { submit: onSubmit } },
    h("label", { for: "text" }, t("input.text")),
    text,
    h("p", { id: "text-help", class: "quiet" }, t("input.help")),
    h(
      "div",
      { class: "row" },
      h("button", { type: "submit", class: "button main" }, t("input.submit")),
      h("span", { class: "file" }, file, h("label", { for: "file", class: "button" }, t("input.file"))),
      h("span", { class: "day" }, h("label", { for: "day" }, t("input.day")), day),
    ),
  );
}

function fill(element, { phase, draft }) {
  element.hidden = phase === "ready";
  const text = element.querySelector("#text");
  if (text.value !== draft.text) text.value = draft.text;
  element.querySelector("#day").value = draft.published_at;
  for (const each of element.querySelectorAll("button, input, textarea")) each.disabled = phase === "asking";
}

function keep(store, change) {
  store.update({ draft: Object.freeze({ ...store.state.draft, ...change }) });
}

function submit(store) {
  const { text, published_at: day } = store.state.draft;
  if (!text.trim()) {
    store.update({ problem: { sentence: "input.empty" } });
    document.getElementById("text").focus();
    return;
  }
  analyse(store, { text, ...(day ? { published_at: day } : {}) });
}

/** Rich text comes as its paragraphs; the browser's own undo keeps working. */
function paste(event) {
  const text = readPaste(event.clipboardData);
  if (text === null) return;
  event.preventDefault();
  if (!document.execCommand("insertText", false, text)) {
    const box = event.target;
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function over(element, event) {
  if (![...event.dataTransfer.types].some((type) => type === "Files" || type === "text/html")) return;
  if (element.hidden) return;
  event.preventDefault();
  element.classList.add("over");
}

function drop(store, event) {
  const taken = store.state.phase === "ready" ? null : readDrop(event.dataTransfer);
  if (!taken) return;
  event.preventDefault();
  take(store, taken);
}

/** Asks for what `reading` brings: {text} or {html}; an {article} shows as it is. */
async function take(store, reading) {
  let input;
  try {
    input = await reading;
  } catch (error) {
    store.update({ problem: { sentence: error.key ?? "file.unread" } });
    return;
  }
  if (input.article) return resume(store, input.article);
  const { published_at: day } = store.state.draft;
  keep(store, { text: input.text ?? "" });
  analyse(store, { ...input, ...(day ? { published_at: day } : {}) });
}

function exampleButton(store, { file, title }) {
  const open = () => take(store, fetchExample(file));
  return h("button", { type: "button", class: "example", lang: "hu", on: { click: open } }, title);
}
