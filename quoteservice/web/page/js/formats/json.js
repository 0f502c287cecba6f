// The article as JSON: the answer of POST /quotes with what a person made of it, and back again.
//
// `quotes` and `speakers` hold what stands, so that every reader of the API's answers can read the file. What was
// rejected is kept apart in `rejected`, only to be taken back.

import { fromAnswer, inOrder } from "../model/article.js";
import { number, stands } from "../model/speakers.js";
import { FileProblem } from "../files/problem.js";
import { flaw } from "./flaws.js";

/** `article` as JSON text. */
export function toJson(article) {
  return `${JSON.stringify(toData(article), null, 1)}\n`;
}

/** `article` as plain data. */
export function toData({ input, html_map: map, quotes, speakers, ...article }) {
  const { text: _, ...rest } = input;
  const speak = (speaker) => speaker.quote_ids.length > 0;
  return {
    id: input.id ?? null,
    offset_unit: "utf16",
    ...article,
    ...(map ? { html_map: map } : {}),
    quotes: quotes.filter(stands),
    speakers: speakers.filter(speak),
    rejected: { quotes: quotes.filter((q) => !stands(q)), speakers: speakers.filter((s) => !speak(s)) },
    input: rest,
  };
}

/** The article that `toJson` wrote, or an answer to `question` with its text; raises FileProblem for anything else. */
export function fromJson(json) {
  const data = parsed(json);
  const found = flaw(data);
  if (found) throw new FileProblem(found);
  const { quotes = [], speakers = [] } = data.rejected ?? {};
  const input = { ...(data.id ? { id: data.id } : {}), ...data.input };
  if (input.html === undefined) input.text = data.text;
  const answer = {
    ...data,
    quotes: quotes.length ? inOrder([...data.quotes, ...quotes]) : data.quotes,
    speakers: [...data.speakers, ...speakers].sort((a, b) => number(a.id) - number(b.id)),
  };
  return fromAnswer(input, answer);
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new FileProblem("import.json");
  }
}
