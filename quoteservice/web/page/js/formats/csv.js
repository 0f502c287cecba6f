// Quotations as CSV (RFC 4180), the columns of the service's with two more; safe to open in a spreadsheet.

import { stands } from "../model/speakers.js";

const COLUMNS = `article_id quote_id type content spans speaker_ids speakers kinds source source_form cue lemma category
  stance addressee medium said_at said_from said_to parent_id confidence pattern link resolution candidates offset_unit
  html_spans status corrected`.split(/\s+/);
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
/** Where a spreadsheet could start to compute: at the start, and at what may be the start of a cell for others. */
const FORMULA = /(?:^|(?<=[;\t\r\n]))(?=[ \xa0\u3000'"]*[=+\-@＝＋－＠])/g;

/** `article` as CSV: a header and one row for each quotation that stands. */
export function toCsv(article) {
  const people = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const rows = article.quotes.filter(stands).map((quote) => {
    const cells = { ...what(quote), ...who(quote, people), ...how(quote), article_id: article.input.id ?? "" };
    return COLUMNS.map((column) => guarded(cells[column] ?? ""));
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function what({ id, type, content, parent_id, confidence, evidence, status, corrected }) {
  return {
    quote_id: id, type, content: content.text, spans: ranges(content.spans), offset_unit: "utf16",
    html_spans: ranges(content.spans.flatMap((span) => span.html ?? [])), parent_id,
    confidence: confidence.toFixed(3), ...evidence, candidates: (evidence.candidates ?? []).join("; "),
    status, corrected: corrected.join(" "),
  };
}

function who({ speaker_ids: ids, source }, people) {
  const known = ids.map((id) => people.get(id));
  return {
    speaker_ids: ids.join(" "),
    speakers: known.map(({ name }) => name).join("; "),
    kinds: known.map(({ kind }) => kind).join("; "),
    source: source?.text,
    source_form: source?.form,
  };
}

function how({ cue, addressee, medium, said_at: when }) {
  const { text, lemma, category, stance } = cue ?? {};
  return {
    cue: text, lemma, category, stance, addressee: addressee?.text, medium: medium?.text,
    said_at: when?.text, said_from: when?.from, said_to: when?.to,
  };
}

// Not `1-41` or `1:41`, which a spreadsheet takes for a day or an hour.
function ranges(spans) {
  return spans.map(({ start, end }) => `${start}..${end}`).join(" ");
}

/** `cell` with an apostrophe wherever a formula could begin, and no unprintable characters. */
export function guarded(cell) {
  return cell.replace(UNPRINTABLE, " ").replace(FORMULA, "'");
}

function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
