/* What the page derives from an article about its speakers: colour, initials, counts, shares. Pure. */

export const COLOURS = 12;
const UNCERTAIN_BELOW = 0.7;
const WORD = /[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu;
const kept = new WeakMap();

/** The speakers of `article` in its order: Map id → {speaker, colour, initials, quotes, words, share}. */
export function people(article) {
  if (!kept.has(article)) kept.set(article, read(article));
  return kept.get(article);
}

function read(article) {
  const found = new Map();
  const taken = new Set();
  article.speakers.forEach((speaker, index) => {
    const initials = initialsOf(speaker.name, taken);
    found.set(speaker.id, { speaker, colour: index % COLOURS, initials, quotes: [], words: 0, share: 0 });
  });
  const alive = article.quotes.filter((quote) => quote.status !== "rejected");
  let all = 0;
  for (const quote of alive) {
    const words = ownWords(article.text, quote, alive);
    all += words;
    for (const id of quote.speaker_ids) {
      const person = found.get(id);
      person?.quotes.push(quote);
      if (person) person.words += words / quote.speaker_ids.length;
    }
  }
  for (const person of found.values()) person.share = all ? person.words / all : 0;
  return found;
}

/** The words of `quote` that are not those of a quotation nested in it. */
function ownWords(text, quote, alive) {
  const count = (spans) => spans.reduce((sum, { start, end }) => sum + words(text.slice(start, end)), 0);
  const inside = alive.filter((each) => each.parent_id === quote.id);
  return Math.max(0, count(quote.content.spans) - inside.reduce((sum, each) => sum + count(each.content.spans), 0));
}

/** How many words `text` has. */
export function words(text) {
  return text.match(WORD)?.length ?? 0;
}

/** Whether a reader should look at this quotation twice; `accepted` ones are certain. */
export function isUncertain(quote) {
  if (quote.status && quote.status !== "found") return false;
  return !quote.speaker_ids.length || quote.confidence < UNCERTAIN_BELOW || Boolean(quote.evidence?.candidates?.length);
}

/** Class of the colour of the first speaker of `quote`. */
export function colourOf(article, quote) {
  const person = people(article).get(quote.speaker_ids[0]);
  return person ? `c${person.colour}` : "c-none";
}

/** Names of the speakers of `quote`, joined; "" when there is none. */
export function namesOf(article, quote) {
  return quote.speaker_ids.map((id) => people(article).get(id)?.speaker.name ?? id).join(", ");
}

/** Initials of the speakers of `quote`; "?" when there is none. */
export function initialsOfQuote(article, quote) {
  return quote.speaker_ids.map((id) => people(article).get(id)?.initials ?? "?").join("+") || "?";
}

function initialsOf(name, taken) {
  const letters = name.split(/[\s-]+/).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? "").filter(Boolean);
  const short = letters.slice(0, 2).join("").toLocaleUpperCase("hu") || "–";
  let each = short;
  for (let n = 2; taken.has(each); n += 1) each = short + n;
  taken.add(each);
  return each;
}
