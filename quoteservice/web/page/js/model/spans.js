// Ranges of an article's text: half-open, in UTF-16 units, as JavaScript's strings count.

import { stretches } from "./places.js";

/** Emoji of several parts and letters with combining marks are one character each. */
const CHARACTERS = new Intl.Segmenter("hu");

/** `spans` without white space at their ends, in order, none empty, none overlapping, no character cut in two. */
export function clean(text, spans) {
  const kept = spans
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return kept.reduce((done, span) => {
    const last = done.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else done.push(span);
    return done;
  }, []);
}

function trimmed(text, span) {
  let start = Math.max(0, Math.min(span.start, text.length));
  let end = Math.max(start, Math.min(span.end, text.length));
  const [first, last] = [start, end].map((at) => CHARACTERS.segment(text).containing(at));
  if (first) start = first.index;
  if (last && last.index < end) end = last.index + last.segment.length;
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return { start, end };
}

/** A range as the service tells it: with its stretches of HTML where the article came as HTML. */
function range(article, { start, end }) {
  return article.html_map ? { start, end, html: stretches(article.html_map, { start, end }) } : { start, end };
}

/** Text, start and end of one span. */
export function piece(article, span) {
  return { text: article.text.slice(span.start, span.end), ...range(article, span) };
}

/** The text of `spans` joined by spaces, and where each of them is. */
export function pieces(article, spans) {
  const text = spans.map(({ start, end }) => article.text.slice(start, end)).join(" ");
  return { text, spans: spans.map((span) => range(article, span)) };
}

/** Whether each part of `inner` lies inside a part of `outer` and is not that part itself. */
export function holds(outer, inner) {
  const within = (a, b) => a.start <= b.start && b.end <= a.end && (a.start !== b.start || a.end !== b.end);
  return inner.every((part) => outer.some((whole) => within(whole, part)));
}

/** How many units `spans` have in all. */
export function length(spans) {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
