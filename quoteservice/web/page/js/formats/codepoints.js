// Places by Unicode code points, for the formats that demand them; the page itself counts UTF-16 units.

/** A function from UTF-16 offsets of `text`, none inside a character, to code points. */
export function codePoints(text) {
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map((match) => match.index);
  return (at) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}
