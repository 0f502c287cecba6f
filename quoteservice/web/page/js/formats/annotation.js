// Quotations as W3C Web Annotations (JSON-LD), as the service tells them; what a person changed says so in `correction`.

import { stands } from "../model/speakers.js";
import { codePoints } from "./codepoints.js";

const CONTEXT = 32;
const SAID = "said";
const OWN = `quotationType cue words lemma category stance attributedTo form kind named candidates addressee medium saidAt
  from to confidence warnings`.split(/\s+/);
const TERMS = {
  [SAID]: "urn:quoteservice:term:",
  schema: "http://schema.org/",
  dc: "http://purl.org/dc/elements/1.1/",
  ...Object.fromEntries(OWN.map((term) => [term, `${SAID}:${term}`])),
  partOfQuotation: { "@id": `${SAID}:partOfQuotation`, "@type": "@id" },
  speakers: `${SAID}:speaker`,
  identifier: "dc:identifier",
};
const AGENTS = { person: "Person", organization: "Organization" };

/** `article` as the text of an AnnotationCollection. */
export function toAnnotations(article) {
  return `${JSON.stringify(collection(article), null, 1)}\n`;
}

/** `article` as plain data: an AnnotationCollection with its only page; positions are Unicode code points. */
export function collection(article) {
  const { engine, input, language, warnings } = article;
  const quotes = article.quotes.filter(stands);
  const iri = named(article);
  const terms = quotes.some(isChanged) ? { ...TERMS, correction: `${SAID}:correction` } : TERMS;
  const name = `quoteservice ${engine.version} (${engine.model}, lexicon ${engine.lexicon})`;
  const told = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", terms],
    id: iri("collection"),
    type: "AnnotationCollection",
    label: "Quotations",
    creator: { type: "Software", name },
    ...(input.id ? { identifier: input.id } : {}),
    language,
    warnings,
    total: quotes.length,
  };
  if (!quotes.length) return told;
  const page = { id: iri("page"), type: "AnnotationPage", partOf: told.id, startIndex: 0 };
  return { ...told, first: { ...page, items: annotations(article, quotes, iri) } };
}

/** The names that the service gave; a part that a person added is named within the collection. */
function named({ iris }) {
  return (part) => iris[part] ?? `${iris.collection}#${part}`;
}

const isChanged = ({ status }) => status !== "found";

function annotations({ text, speakers }, quotes, iri) {
  const at = codePoints(text);
  const position = ({ start, end }) => ({ type: "TextPositionSelector", start: at(start), end: at(end) });
  const people = new Map(speakers.map((speaker) => [speaker.id, agent(speaker, iri)]));
  return quotes.map((quote) => ({
    id: iri(quote.id),
    type: "Annotation",
    motivation: "describing",
    body: body(quote, people, position, iri),
    target: quote.content.spans.map((span) => ({
      source: iri("article"),
      selector: [{ type: "TextQuoteSelector", ...around(text, span) }, position(span)],
    })),
  }));
}

function around(text, { start, end }) {
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT);
  const after = [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT);
  return { exact: text.slice(start, end), prefix: before.join(""), suffix: after.join("") };
}

function agent({ id, kind, name, named: isNamed }, iri) {
  return { id: iri(id), ...(AGENTS[kind] ? { type: AGENTS[kind] } : {}), name, kind, named: isNamed };
}

function body(quote, people, position, iri) {
  const { cue, source, said_at: when, evidence } = quote;
  const mention = (piece, spans = [piece]) => ({ words: piece.text, selector: spans.map(position) });
  const told = {
    type: "schema:Quotation",
    quotationType: quote.type,
    cue: cue && { ...mention(cue, cue.spans), lemma: cue.lemma, category: cue.category, stance: cue.stance },
    attributedTo: source && { ...mention(source), form: source.form },
    speakers: quote.speaker_ids.map((id) => people.get(id)),
    candidates: evidence.candidates,
    addressee: quote.addressee && mention(quote.addressee),
    medium: quote.medium && mention(quote.medium),
    saidAt: when && known({ ...mention(when), from: when.from, to: when.to }),
    partOfQuotation: quote.parent_id && iri(quote.parent_id),
    confidence: quote.confidence,
    correction: isChanged(quote) ? quote.status : null,
  };
  return known(told);
}

/** `told` without what is not known: in JSON-LD a null says nothing. */
function known(told) {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== undefined));
}
