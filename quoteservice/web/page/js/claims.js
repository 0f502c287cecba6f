/* A claim beside the words of the article that it was compared with, cut where they differ. Pure. */

/** {mine, theirs}: the claim and the article's words as [{text, differs}], of a verdict with UTF-16 offsets. */
export function quotations(claim, text, { matched, differences }) {
  const added = differences.flatMap(({ claim: piece }) => (piece ? [piece] : []));
  const lost = differences.flatMap(({ article }) => article?.spans ?? []);
  const stretches = joined(text, [...matched.spans, ...lost]);
  const gap = { text: " … ", differs: false };
  const theirs = stretches.flatMap((stretch, n) => [...(n ? [gap] : []), ...parts(text, stretch, lost)]);
  return { mine: parts(claim, { start: 0, end: claim.length }, added), theirs };
}

/** `spans` in order, those in one that have nothing but marks and spaces between them. */
function joined(text, spans) {
  const sorted = spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  return sorted.reduce((done, span) => {
    const last = done.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, span.start))) last.end = Math.max(last.end, span.end);
    else done.push(span);
    return done;
  }, []);
}

function parts(text, { start, end }, marked) {
  const found = [];
  let at = start;
  const put = (until, differs) => {
    if (until > at) found.push({ text: text.slice(at, until), differs });
    at = Math.max(at, until);
  };
  for (const span of [...marked].sort((a, b) => a.start - b.start)) {
    if (span.end <= at || span.start >= end) continue;
    put(Math.max(span.start, start), false);
    put(Math.min(span.end, end), true);
  }
  put(end, false);
  return found;
}
