/* The state of the page, one way: an action updates it, then every view is told and draws what it shows of it.

State (a frozen object; see `INITIAL`):
  language  "hu" | "en"
  phase     "empty" (the input shows) | "asking" | "ready" (the article shows)
  draft     {text, published_at, name}: what stands in the input
  asked     null | {at: milliseconds since the epoch, characters}: the request in work
  input     null | {text | html, published_at?}: what was asked for last
  article   null | the working article of js/model/article.js, offsets in UTF-16 units
  history   null | what was `article` before and what was undone, of js/model/history.js
  selected  null | id of the quotation whose details show
  filter    null | id of the only speaker whose quotations are highlighted; "" for those without one
  problem   null | an ApiProblem of js/api.js, or {sentence: key of a string}
  key       the API key of this browser session, or ""
*/

export const INITIAL = Object.freeze({
  language: "hu",
  phase: "empty",
  draft: Object.freeze({ text: "", published_at: "", name: "" }),
  asked: null,
  input: null,
  article: null,
  history: null,
  selected: null,
  filter: null,
  problem: null,
  key: "",
});

/** A store of `initial`: `state`, `update(change)`, `subscribe(listener(state, before))`, which tells at once too. */
export function createStore(initial = INITIAL) {
  let state = Object.freeze({ ...initial });
  const listeners = new Set();
  return {
    get state() {
      return state;
    },
    update(change) {
      const before = state;
      state = Object.freeze({ ...state, ...change });
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(state, {});
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `draw(state, before)` now and whenever one of `names` in the state has become another value. */
export function drawOn(store, names, draw) {
  return store.subscribe((state, before) => {
    if (names.some((name) => state[name] !== before[name])) draw(state, before);
  });
}
