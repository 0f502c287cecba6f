// The article as one line of the annotated articles that `python -m evaluation --gold FILE` scores against.

import { stands } from "../model/speakers.js";
import { codePoints } from "./codepoints.js";

/** What JSON may hold as it is, but some readers take for the end of a line. */
const LINE_ENDS = /[\x85\u2028\u2029]/g;

/** `article` as one JSON line; ranges are [start, end] in Unicode code points. */
export function toGold(article) {
  const { input, text, iris } = article;
  const at = codePoints(text);
  const pair = ({ start, end }) => [at(start), at(end)];
  const people = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const quotes = article.quotes.filter(stands).map(({ type, content, cue, source, speaker_ids: ids }) => ({
    type,
    content: content.spans.map(pair),
    cue: (cue?.spans ?? []).map(pair),
    source: source && pair(source),
    speaker: ids.map((id) => people.get(id).name),
    kind: people.get(ids[0])?.kind ?? "unknown",
  }));
  const line = {
    id: input.id ?? iris.article,
    outlet: outlet(input.id),
    date: input.published_at ?? null,
    title: text.split(/[\n\r]/, 1)[0].trim(),
    reviewed: article.quotes.every(({ status }) => status !== "found"),
    text,
    quotes,
  };
  return `${JSON.stringify(line).replace(LINE_ENDS, escaped)}\n`;
}

const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The host of an address; "" for any other id. */
function outlet(id) {
  return URL.canParse(id ?? "") ? new URL(id).hostname.replace(/^www\./, "") : "";
}
