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
  const isInput = (value) => isObject(value) && ["id", "html", "published_at"].every((name) => orNull(isText)(value[name]));
  const isRun = (length) => (run) => isList(run, Number.isInteger) && run.length === length;
  const isMap = (value) => isList(value?.runs, isRun(4)) && isList(value.own_marks, isRun(2)) && covers(value.runs, text);
  if (isText(input?.html) !== Boolean(map)) return false;
  const isNames = (value) => isObject(value) && Object.values(value).every(isText);
  return isText(language) && orNull(isInput)(input) && isObject(engine) && isList(warnings, isText) && isNames(iris) && orNull(isMap)(map);
}

function covers(runs, text) {
  const ends = runs.map(([, end]) => end);
  return runs.every(([start], n) => start === (n ? ends[n - 1] : 0)) && (ends.at(-1) ?? 0) === text.length;
}

/** Whether every word stands where it is said to, and every id that is named is somebody's. */
function holdsTogether(text, { quotes, speakers }) {
  const cut = ({ start, end }) => text.slice(start, end);
  const isRange = (r) => Number.isInteger(r?.start) && Number.isInteger(r.end) && 0 <= r.start && r.start < r.end;
  const isPiece = (p) => isRange(p) && p.text === cut(p);
  const isPieces = (p) => isList(p?.spans, isRange) && p.spans.length > 0 && p.text === p.spans.map(cut).join(" ");
  const isCue = (cue) => isPieces(cue) && [cue.lemma, cue.category, cue.stance].every(isText);
  const isSource = (source) => isPiece(source) && isText(source.form);
  const names = new Set(speakers.map(({ id }) => id));
  const numbers = new Set(quotes.map(({ id }) => id));
  const isWhen = (when) => isPiece(when) && [when.from, when.to].every(orNull(isText));
  const isEvidence = ({ candidates = [], ...rest }) => isList(candidates, isText) && Object.values(rest).every(isText);
  const isQuote = (q) =>
    /^q\d+$/.test(q.id) && TYPES.includes(q.type) && STATUSES.includes(q.status ?? "found") && isPieces(q.content) &&
    orNull(isCue)(q.cue) && orNull(isSource)(q.source) && isList(q.speaker_ids, (id) => names.has(id)) &&
    [q.addressee, q.medium].every(orNull(isPiece)) && orNull(isWhen)(q.said_at) && orNull((id) => numbers.has(id))(q.parent_id) &&
    Number.isFinite(q.confidence) && isObject(q.evidence) && isEvidence(q.evidence) && isList(q.corrected ?? [], isText);
  const isSpeaker = (s) =>
    /^s\d+$/.test(s.id) && isText(s.name) && KINDS.includes(s.kind) && isList(s.descriptions, isText) &&
    isList(s.mentions, isPiece) && isList(s.quote_ids, (id) => numbers.has(id));
  const unique = names.size === speakers.length && numbers.size === quotes.length;
  return unique && quotes.every(isQuote) && speakers.every(isSpeaker);
}
