/* Where an article's text gets marked: pure, text and ranges in, a tree of ranges out. Offsets are UTF-16 units. */

const RANK = { content: 0, source: 1, cue: 2, handle: 3 };
const OPENING = /[„“”"«»‚‘’']/;

/** The lines of `text` that are not blank: [{start, end, heading}]; a short first line without a full stop is one. */
export function paragraphs(text) {
  const found = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = match[0];
    if (!line.trim()) continue;
    const heading = !found.length && line.length < 160 && !/[.!?:…"”»]\s*$/.test(line);
    found.push({ start: match.index, end: match.index + line.length, heading });
  }
  return found;
}

/**
 * Every range of `text` that `quotes` mark: [{kind: "content" | "cue" | "source" | "handle", quote, start, end}]. A
 * handle is what must stay on one line with the button before it: the opening mark, else the first word.
 */
export function ranges(text, quotes) {
  return quotes.flatMap((quote) => [
    ...quote.content.spans.map((span) => rangeOf("content", quote, span)),
    rangeOf("handle", quote, handle(text, quote.content.spans[0])),
    ...(quote.cue?.spans ?? []).map((span) => rangeOf("cue", quote, span)),
    ...(quote.source ? [rangeOf("source", quote, quote.source)] : []),
  ]);
}

function rangeOf(kind, quote, { start, end }) {
  return { kind, quote, start, end };
}

function handle(text, { start, end }) {
  if (OPENING.test(text[start - 1] ?? "")) return { start: start - 1, end: start };
  const word = text.slice(start, end).search(/\s/);
  return { start, end: word < 1 ? end : start + word };
}

/**
 * `ranges` from `start` to `end` as a tree: [{start, end, range?, inside?}] without gaps; a node without `range` is
 * text. Ranges that cross are cut where the outer one ends.
 */
export function nested(start, end, ranges) {
  const nodes = [];
  const open = ranges.filter((range) => range.start < end && range.end > start).sort(outerFirst);
  let at = start;
  while (open.length) {
    const range = open.shift();
    const from = Math.max(range.start, at);
    const to = Math.min(range.end, end);
    if (from >= to) continue;
    if (from > at) nodes.push({ start: at, end: from });
    const within = take(open, to);
    nodes.push({ start: from, end: to, range, inside: nested(from, to, within) });
    const crossing = within.filter((each) => each.end > to && each.kind !== "handle");
    const beyond = crossing.map((each) => ({ ...each, start: to }));
    if (beyond.length) {
      open.push(...beyond);
      open.sort(outerFirst);
    }
    at = to;
  }
  if (at < end) nodes.push({ start: at, end });
  return nodes;
}

function take(open, to) {
  const count = open.findIndex((range) => range.start >= to);
  return open.splice(0, count < 0 ? open.length : count);
}

function outerFirst(a, b) {
  return a.start - b.start || b.end - a.end || RANK[a.kind] - RANK[b.kind];
}
