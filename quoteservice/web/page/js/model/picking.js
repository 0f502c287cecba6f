// From what a person picks to ranges of an article: pure; half-open, in UTF-16 units.

/** Where a word or a mark beside it begins, and where one ends: the places that `nudged` goes to. */
const EDGES = {
  start: /(?<![\p{L}\p{N}\p{M}])(?=[\p{L}\p{N}])|(?<!\S)(?=\S)/gu,
  end: /(?<=[\p{L}\p{N}\p{M}])(?![\p{L}\p{N}\p{M}])|(?<=\S)(?!\S)/gu,
};
const NEAR = 400;

/** `spans` with the `edge` ("start" or "end") of all of them at the next (`step` 1) or last (-1) place in `text`. */
export function nudged(text, spans, edge, step) {
  const number = edge === "start" ? 0 : spans.length - 1;
  const at = spans[number][edge];
  const from = Math.max(0, at - NEAR);
  const places = [...text.slice(from, at + NEAR).matchAll(EDGES[edge])].map(({ index }) => from + index);
  const next = step > 0 ? places.find((place) => place > at) : places.findLast((place) => place < at);
  const moved = spans.map((span, n) => (n === number ? { ...span, [edge]: next ?? at } : span));
  return moved[number].start < moved[number].end ? moved : spans;
}

/** The first place of `words` in `text` where only white space may differ; null when they are not there. */
export function placeOf(text, words) {
  const parts = words.trim().split(/\s+/).filter(Boolean).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const found = parts.length ? new RegExp(parts.join("\\s+"), "u").exec(text) : null;
  return found && { start: found.index, end: found.index + found[0].length };
}

/** What the quotation marks around and in `span` make of it: direct, mixed, or indirect. */
export function typeOf(text, { start, end }) {
  const before = /[„“”"»«‚‘'’]\s*$/.test(text.slice(Math.max(0, start - 3), start));
  const after = /^\s*[”“"»«’‘']/.test(text.slice(end, end + 3));
  if (before && after) return "direct";
  return /[„“”"»«]/.test(text.slice(start, end)) || before !== after ? "mixed" : "indirect";
}
