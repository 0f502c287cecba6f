/* What a reader can do. Each action takes the store and leaves a new state; none touches the page itself. */

import { ApiProblem, askQuotes } from "./api.js";
import { recalled, remember } from "./kept.js";
import { fromAnswer, inOrder } from "./model/article.js";
import { begun, redone, stepped, undone } from "./model/history.js";
import { stands } from "./model/speakers.js";

let running = null;

/** Asks for the quotations of `input` ({text | html, id?, published_at?}) and shows the article. */
export async function analyse(store, input) {
  cancel(store);
  const request = (running = new AbortController());
  const characters = (input.text ?? input.html).length;
  store.update({ phase: "asking", problem: null, input, asked: { at: Date.now(), characters } });
  try {
    const answer = await askQuotes(input, { signal: request.signal, key: store.state.key });
    if (running === request) open(store, fromAnswer(input, answer));
  } catch (error) {
    if (running !== request) return; // cancelled, or another article was asked for
    running = null;
    if (!(error instanceof ApiProblem)) console.error(error);
    store.update({ phase: "empty", asked: null, problem: error instanceof ApiProblem ? error : new ApiProblem(500) });
  }
}

/** Gives the request in work up; the input shows again. */
export function cancel(store) {
  running?.abort();
  running = null;
  if (store.state.phase === "asking") store.update({ phase: "empty", asked: null, problem: { sentence: "cancelled" } });
}

/** Shows `article`. */
export function open(store, article) {
  running = null;
  const history = begun(article);
  store.update({ phase: "ready", asked: null, problem: null, article, history, selected: null, filter: null });
}

/** Shows `article`, which was kept or saved, as if it had just been asked for. */
export function resume(store, article) {
  const { text = "", published_at: day } = article.input;
  open(store, article);
  store.update({ input: article.input, draft: Object.freeze({ text, published_at: day ?? "", name: "" }) });
}

/** Back to the input, which still holds what was asked for. */
export function startAnew(store) {
  cancel(store);
  store.update({ phase: "empty", article: null, history: null, selected: null, filter: null, problem: null });
}

/** Puts `article`, an outcome of an operation of js/model/article.js, in place of the one that shows. */
export function change(store, article) {
  show(store, stepped(store.state.history, article));
}

/** Takes the last change back. */
export function undo(store) {
  if (store.state.history) show(store, undone(store.state.history));
}

/** Makes again what was taken back last. */
export function redo(store) {
  if (store.state.history) show(store, redone(store.state.history));
}

function show(store, history) {
  const article = history.present;
  const { filter } = store.state;
  const isThere = !filter || article.speakers.some(({ id }) => id === filter);
  const selected = article.quotes.some((quote) => quote.id === store.state.selected) ? store.state.selected : null;
  store.update({ article, history, selected, filter: isThere ? filter : null });
}

/** Shows the details of the quotation `id`; null closes them. */
export function select(store, id) {
  store.update({ selected: id });
}

/** Selects the quotation `steps` after the selected one among those that the filter shows, around the ends. */
export function step(store, steps) {
  const { selected } = store.state;
  const ids = shown(store.state, selected).map((quote) => quote.id);
  if (!ids.length) return;
  const at = ids.indexOf(selected);
  const next = at < 0 ? (steps > 0 ? 0 : -1) : at + steps;
  select(store, ids.at(next % ids.length));
}

/** Highlights only the quotations of `speaker` and selects its first one; again, or null: all. */
export function filterBy(store, speaker) {
  const filter = store.state.filter === speaker ? null : speaker;
  const first = filter === null ? null : shown({ ...store.state, filter })[0];
  store.update({ filter, selected: first?.id ?? store.state.selected });
}

/** Keeps the API key for this session of the browser. */
export function useKey(store, key) {
  remember("sessionStorage", "key", key);
  store.update({ key });
}

/** The API key that this session has kept, or "". */
export function keptKey() {
  return recalled("sessionStorage", "key") ?? "";
}

/** The quotations that the filter of `state` lets through, in the order of the article; `id`: one that is told anyway. */
export function shown({ article, filter }, id = null) {
  if (!article) return [];
  const passes = ({ speaker_ids: ids }) => filter === null || (filter === "" ? !ids.length : ids.includes(filter));
  return inOrder(article.quotes.filter((quote) => quote.id === id || (stands(quote) && passes(quote))));
}
