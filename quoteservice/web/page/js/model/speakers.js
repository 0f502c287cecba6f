// Who speaks in an article, kept in step with what its quotations say.

import { piece } from "./spans.js";

/** Whether a quotation counts: a rejected one stays in the article, so that it can be taken back. */
export function stands(quote) {
  return quote.status !== "rejected";
}

/**
 * `article` with each speaker's `quote_ids` as its quotations have it. Whom no quotation names any more, not even a
 * rejected one, goes.
 */
export function settled(article) {
  const named = new Set(article.quotes.flatMap((quote) => quote.speaker_ids));
  const speakers = article.speakers
    .filter(({ id }) => named.has(id))
    .map((speaker) => ({
      ...speaker,
      quote_ids: article.quotes.filter((q) => stands(q) && q.speaker_ids.includes(speaker.id)).map((q) => q.id),
    }));
  return { ...article, speakers };
}

/**
 * The speakers of `article` with those of `wanted` that are new, and the ids of all `wanted`: ids of known speakers,
 * names, or `{name, kind}`. A name that somebody has already means that one.
 */
export function introduced(article, wanted) {
  const speakers = [...article.speakers];
  const ids = wanted.map((each) => {
    if (speakers.some(({ id }) => id === each)) return each;
    const { name, kind = "person" } = typeof each === "string" ? { name: each } : each;
    const tidy = name.normalize("NFC").replace(/\s+/g, " ").trim();
    const known = speakers.find((speaker) => sameName(speaker.name, tidy));
    if (known) return known.id;
    if (!tidy) throw new RangeError("A speaker needs a name.");
    const id = nextId("s", speakers);
    speakers.push({ id, name: tidy, kind, named: true, descriptions: [], mentions: [], quote_ids: [] });
    return id;
  });
  return { speakers, ids: [...new Set(ids)] };
}

const sameName = (a, b) => a.normalize("NFC").toLocaleLowerCase("hu") === b.toLocaleLowerCase("hu");

/** An id that none of `items` has: one more than the greatest number. */
export function nextId(letter, items) {
  return `${letter}${1 + items.reduce((most, { id }) => Math.max(most, number(id)), 0)}`;
}

/** The number in an id. */
export function number(id) {
  return Number(id.slice(1)) || 0;
}

/**
 * The mentions of `speakers` after `quote`, whose source may be one of them, was given to others. A pronoun or a
 * description goes along; a name stays with its bearer.
 */
export function withMentions(article, quote, speakers) {
  const { source } = quote;
  if (!source) return speakers;
  const isIt = (mention) => mention.start === source.start && mention.end === source.end;
  const isIn = (mention) => source.start <= mention.start && mention.end <= source.end;
  const others = article.quotes.filter((q) => q.id !== quote.id && q.source && isIt(q.source));
  return speakers.map((speaker) => {
    const { id, mentions } = speaker;
    if (quote.speaker_ids.includes(id)) {
      if (quote.speaker_ids.length > 1 || mentions.some(isIn)) return speaker;
      const added = [...mentions, piece(article, source)].sort((a, b) => a.start - b.start || a.end - b.end);
      return { ...speaker, mentions: added };
    }
    const keeps = source.form === "name" || others.some((q) => q.speaker_ids.includes(id));
    return keeps ? speaker : { ...speaker, mentions: mentions.filter((mention) => !isIt(mention)) };
  });
}
