// An article, what the service found in it, and what a person made of that. Every operation returns a new article.
//
// article, frozen: {input: {text | html, id, published_at}, text, language, engine, quotes, speakers, warnings, iris,
// html_map}. `quotes` and `speakers` are those of the API's answer; offsets are UTF-16 units. A quotation has besides
// `status`: found | accepted | corrected | added | rejected, and `corrected`: which of its parts a person changed.

import { clean, holds, length, piece, pieces } from "./spans.js";
import { introduced, nextId, number, settled, stands, withMentions } from "./speakers.js";

export const TYPES = ["direct", "indirect", "mixed"];
export const KINDS = ["person", "organization", "group", "document", "unknown"];
export const STATUSES = ["found", "accepted", "corrected", "added", "rejected"];

/** The body of the POST /quotes whose answer `fromAnswer` takes. */
export function question(input) {
  const body = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null && value !== ""));
  return { ...body, options: { offsets: "utf16", explain: true, editing: true } };
}

/** The article of an answer to `question(input)`. */
export function fromAnswer(input, answer) {
  const { language, engine, quotes, speakers, warnings, iris = null, html_map = null } = answer;
  const text = answer.text ?? input.text;
  const marked = quotes.map((q) => ({ ...q, status: q.status ?? "found", corrected: q.corrected ?? [] }));
  return frozen({ input: { ...input }, text, language, engine, quotes: marked, speakers, warnings, iris, html_map });
}

/** The quotation with this id; raises RangeError when there is none. */
export function quoteOf(article, id) {
  const quote = article.quotes.find((each) => each.id === id);
  if (!quote) throw new RangeError(`There is no quotation ${id}.`);
  return quote;
}

/** The quotation is right as it is; takes a rejection back. */
export function accept(article, id) {
  const { corrected, status } = quoteOf(article, id);
  if (status === "added") return article;
  return changed(article, id, { status: corrected.length ? "corrected" : "accepted" });
}

/** There is no such quotation: what the service found stays as rejected, what a person added goes. */
export function reject(article, id) {
  if (quoteOf(article, id).status !== "added") return changed(article, id, { status: "rejected" });
  return completed({ ...article, quotes: article.quotes.filter((quote) => quote.id !== id) });
}

export { reject as remove };

/** `wanted`: ids of speakers, names of new ones, or `{name, kind}`; empty when nobody knows. */
export function setSpeakers(article, id, wanted) {
  const { speakers, ids } = introduced(article, wanted);
  const { candidates: _, ...evidence } = quoteOf(article, id).evidence;
  const values = { speaker_ids: ids, evidence };
  if (isSame(quoteOf(article, id), values)) return article;
  const quote = { ...quoteOf(article, id), ...values };
  const known = { ...article, speakers: withMentions(article, quote, speakers) };
  return changed(known, id, values, "speakers");
}

/** The words of the quotation are those of `spans`. */
export function setContent(article, id, spans) {
  return changed(article, id, { content: pieces(article, words(article, spans)) }, "content");
}

/** One of TYPES. */
export function setType(article, id, type) {
  if (!TYPES.includes(type)) throw new RangeError(`There is no type ${type}.`);
  return changed(article, id, { type }, "type");
}

/** The words that signal the quotation; none when `spans` is empty. What is known of other words is not kept. */
export function setCue(article, id, spans) {
  const told = { lemma: "", category: "", stance: "" };
  const cue = spans.length ? { ...pieces(article, words(article, spans)), ...told } : null;
  return changed(article, id, { cue }, "cue");
}

/** The mention of the sayer, one span or null. */
export function setSource(article, id, span, form = "description") {
  const source = span && { ...piece(article, words(article, [span])[0]), form };
  if (isSame(quoteOf(article, id), { source })) return article;
  const quote = { ...quoteOf(article, id), source };
  const speakers = withMentions(article, quote, article.speakers);
  return changed({ ...article, speakers }, id, { source }, "source");
}

/** A quotation that the service missed; `speakers` as in `setSpeakers`. It gets the next free id. */
export function add(article, { content, type = "direct", speakers = [] }) {
  const id = nextId("q", article.quotes);
  const nothing = { cue: null, source: null, speaker_ids: [], addressee: null, medium: null, said_at: null };
  const quote = {
    id, type, content: pieces(article, words(article, content)), ...nothing, parent_id: null, confidence: 1,
    evidence: {}, status: "added", corrected: [],
  };
  return setSpeakers(completed({ ...article, quotes: [...article.quotes, quote] }), id, speakers);
}

function words(article, spans) {
  const kept = clean(article.text, spans);
  if (!kept.length) throw new RangeError("There are no words in the selection.");
  return kept;
}

function changed(article, id, values, part = null) {
  if (isSame(quoteOf(article, id), values)) return article;
  const quotes = article.quotes.map((quote) => {
    if (quote.id !== id) return quote;
    if (!part || quote.status === "added") return { ...quote, ...values };
    return { ...quote, ...values, status: "corrected", corrected: [...new Set([...quote.corrected, part])] };
  });
  return completed({ ...article, quotes });
}

function isSame(quote, values) {
  return Object.entries(values).every(([name, value]) => JSON.stringify(quote[name]) === JSON.stringify(value));
}

/** `article` with what follows from its quotations: whose they are, and which stands inside which. */
function completed(article) {
  const quotes = inOrder(article.quotes);
  const parents = parentsOf(quotes.filter(stands));
  const placed = quotes.map((quote) => ({ ...quote, parent_id: parents.get(quote.id) ?? null }));
  return frozen(settled({ ...article, quotes: placed }));
}

/** Id → id of the innermost quotation that holds it; `quotes` in order, as those that begin later hold nothing. */
function parentsOf(quotes) {
  const parents = new Map();
  let open = [];
  for (const quote of quotes) {
    open = open.filter((other) => end(other) > begin(quote));
    const holders = open.filter((other) => holds(other.content.spans, quote.content.spans));
    holders.sort((a, b) => length(a.content.spans) - length(b.content.spans));
    if (holders.length) parents.set(quote.id, holders[0].id);
    open.push(quote);
  }
  return parents;
}

const begin = (quote) => quote.content.spans[0].start;
const end = (quote) => quote.content.spans.at(-1).end;

/** `quotes` by where they begin, an outer one before those inside it. */
export function inOrder(quotes) {
  return [...quotes].sort((a, b) => begin(a) - begin(b) || end(b) - end(a) || number(a.id) - number(b.id));
}

/** `value`, frozen with everything in it. */
export function frozen(value) {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
