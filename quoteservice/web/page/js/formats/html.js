// The article as HTML with its quotations in `mark` elements: the HTML that came in, else one made of its text.

import { stretches } from "../model/places.js";
import { stands } from "../model/speakers.js";

const END = "</mark>";
const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escape = (text) => text.replace(/[&<>"']/g, (char) => SPECIAL[char]);

/** `article` as HTML, in which each stretch of content is in `<mark data-quote-id data-speaker>`. */
export function toHtml(article) {
  const { source, map } = article.html_map ? { source: article.input.html, map: article.html_map } : made(article.text);
  const names = new Map(article.speakers.map(({ id, name }) => [id, name]));
  const marks = article.quotes.filter(stands).flatMap(({ id, content, speaker_ids: ids }) => {
    const tag = startTag(id, ids.map((each) => names.get(each)).join(", "));
    return content.spans.map((span) => ({ span, tag }));
  });
  return marked(source, map, marks);
}

function startTag(id, speaker) {
  return `<mark data-quote-id="${escape(id)}"${speaker ? ` data-speaker="${escape(speaker)}"` : ""}>`;
}

/** A document with a paragraph for each line of `text`, and the map that leads there. */
function made(text) {
  let source = '<!doctype html>\n<html lang="hu">\n<head><meta charset="utf-8"><title>Article</title></head>\n<body>\n';
  const runs = [];
  for (const { 0: piece, index } of text.matchAll(/[\n\r\u2028\u2029]+|[^\n\r\u2028\u2029]+/g)) {
    if (!piece.trim()) {
      runs.push([index, index + piece.length, source.length, source.length]);
      continue;
    }
    source += "<p>";
    for (const { 0: run, index: from } of piece.matchAll(/[&<>]|[^&<>]+/g)) {
      const written = SPECIAL[run] ?? run;
      runs.push([index + from, index + from + run.length, source.length, source.length + written.length]);
      source += written;
    }
    source += "</p>\n";
  }
  return { source: `${source}</body>\n</html>\n`, map: { runs, own_marks: [] } };
}

/**
 * `source` with the tags of `marks`, without those of an earlier answer. Each stretch between two tags is wrapped for
 * itself, so that tags nest; of marks that cross, the one that begins later is parted.
 */
function marked(source, map, marks) {
  const old = new Map(map.own_marks);
  const behindOld = (at) => (old.has(at) ? behindOld(old.get(at)) : at);
  const wanted = marks.flatMap(({ span, tag }, n) =>
    stretches(map, span, behindOld).map(({ start, end }) => ({ start, end, tag, n })),
  );
  let out = "";
  let at = 0;
  for (const { place, tag, until = place } of withCuts(tags(wanted), map.own_marks)) {
    out += source.slice(at, Math.max(at, place)) + tag;
    at = Math.max(at, place, until);
  }
  return out + source.slice(at);
}

/** Place and text of every tag, in order. */
function tags(wanted) {
  const order = (a, b) => a.start - b.start || b.end - a.end || a.n - b.n;
  const queue = wanted.sort(order);
  const open = [];
  const found = [];
  const close = (until) => {
    while (open.length && open.at(-1) <= until) found.push({ place: open.pop(), tag: END });
  };
  while (queue.length) {
    const mark = queue.shift();
    close(mark.start);
    let { end } = mark;
    if (open.length && open.at(-1) < end) {
      queue.push({ ...mark, start: open.at(-1) });
      queue.sort(order);
      end = open.at(-1);
    }
    found.push({ place: mark.start, tag: mark.tag });
    open.push(end);
  }
  close(Infinity);
  return found;
}

/** The tags, and between them the old ones as cuts: nothing at `place`, then go on at `until`. */
function withCuts(tags, ownMarks) {
  const cuts = ownMarks.map(([place, until]) => ({ place, until, tag: "" }));
  const found = [];
  for (const tag of tags) {
    while (cuts.length && cuts[0].place < tag.place) found.push(cuts.shift());
    found.push(tag);
  }
  return [...found, ...cuts];
}
