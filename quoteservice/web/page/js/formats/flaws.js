// What is wrong with data that claims to be an article; nothing of a file is believed before it was looked at.

import { KINDS, STATUSES, TYPES } from "../model/article.js";

const isText = (value) => typeof value === "string";
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isList = (value, each) => Array.isArray(value) && value.every(each);
const orNull = (each) => (value) => value === null || value === undefined || each(value);

/** The key of a sentence that says what is wrong with `data`; null when nothing is. */
export function flaw(data) {
  if (!isObject(data) || !isText(data.text) || !Array.isArray(data.quotes)) return "import.other";
  if (data.offset_unit !== "utf16") return "import.unit";
  const { quotes = [], speakers = [] } = data.rejected ?? {};
  const lists = [data.quotes, quotes, data.speakers, speakers];
  if (!lists.every((list) => isList(list, isObject))) return "import.broken";
  const all = { quotes: [...data.quotes, ...quotes], speakers: [...data.speakers, ...speakers] };
  return isArticle(data) && holdsTogether(data.text, all) ? null : "import.broken";
}

function isArticle({ text, language, input, engine, warnings, iris, html_map: map }) {
  const isInput = (value) => isObject(value) && [value.id, value.html, value.published_at].every(orNull(isText));
  const isNames = (value) => isObject(value) && Object.values(value).every(isText);
  const hasMap = isText(input?.html) ? isMap(map, text) : !map;
  const hasWords = isText(language) && isList(warnings, isText) && isNames(iris) && isObject(engine);
  return hasWords && hasMap && orNull(isInput)(input);
}

function isMap(map, text) {
  const isRun = (length) => (run) => isList(run, Number.isInteger) && run.length === length;
  if (!isList(map?.runs, isRun(4)) || !isList(map.own_marks, isRun(2))) return false;
  const ends = [0, ...map.runs.map(([, end]) => end)];
  return map.runs.every(([start], n) => start === ends[n]) && ends.at(-1) === text.length;
}

/** Whether every word stands where it is said to, and every id that is named is somebody's. */
function holdsTogether(text, { quotes, speakers }) {
  const people = new Set(speakers.map(({ id }) => id));
  const numbers = new Set(quotes.map(({ id }) => id));
  const unique = people.size === speakers.length && numbers.size === quotes.length;
  const [isQuote, isSpeaker] = [quoteCheck(text, people, numbers), speakerCheck(text, numbers)];
  return unique && quotes.every(isQuote) && speakers.every(isSpeaker);
}

/** What tells words of `text`: one piece, or several with their words joined. */
function pieceChecks(text) {
  const cut = ({ start, end }) => text.slice(start, end);
  const isStretch = (r) => Number.isInteger(r?.start) && Number.isInteger(r.end) && 0 <= r.start && r.start < r.end;
  const isRange = (r) => isStretch(r) && r.end <= text.length && orNull((html) => isList(html, isStretch))(r.html);
  return {
    isPiece: (piece) => isRange(piece) && piece.text === cut(piece),
    isPieces: (p) => isList(p?.spans, isRange) && p.spans.length > 0 && p.text === p.spans.map(cut).join(" "),
  };
}

function quoteCheck(text, people, numbers) {
  const { isPiece, isPieces } = pieceChecks(text);
  const isCue = (cue) => isPieces(cue) && [cue.lemma, cue.category, cue.stance].every(isText);
  const isSource = (source) => isPiece(source) && isText(source.form);
  const isWhen = (when) => isPiece(when) && [when.from, when.to].every(orNull(isText));
  const isEvidence = ({ candidates = [], ...rest }) => isList(candidates, isText) && Object.values(rest).every(isText);
  const hasParts = (q) =>
    isPieces(q.content) && orNull(isCue)(q.cue) && orNull(isSource)(q.source) && orNull(isWhen)(q.said_at) &&
    [q.addressee, q.medium].every(orNull(isPiece));
  const hasWords = (q) =>
    /^q\d+$/.test(q.id) && TYPES.includes(q.type) && STATUSES.includes(q.status ?? "found") &&
    isList(q.corrected ?? [], isText) && Number.isFinite(q.confidence) && isObject(q.evidence) && isEvidence(q.evidence);
  const hasOthers = (q) =>
    isList(q.speaker_ids, (id) => people.has(id)) && orNull((id) => numbers.has(id))(q.parent_id);
  return (quote) => hasWords(quote) && hasParts(quote) && hasOthers(quote);
}

function speakerCheck(text, numbers) {
  const { isPiece } = pieceChecks(text);
  return (s) =>
    /^s\d+$/.test(s.id) && isText(s.name) && KINDS.includes(s.kind) && isList(s.descriptions, isText) &&
    isList(s.mentions, isPiece) && isList(s.quote_ids, (id) => numbers.has(id));
}
