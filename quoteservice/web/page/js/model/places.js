// From the text to the HTML that it was read out of. All offsets are UTF-16 units, all ranges half-open.
//
// `map.runs` is what the service tells with `options.editing`: [start, end, html_start, html_end], in the order of the
// text. A run whose two lengths differ is one character (`&nbsp;`); one that is empty in the HTML stands for markup.

/** The stretches between two tags that hold `span`; `skip` moves a place of the HTML behind tags that do not count. */
export function stretches(map, { start, end }, skip = (at) => at) {
  const found = [];
  let apart = true;
  for (let n = firstRun(map.runs, start); n < map.runs.length && map.runs[n][0] < end; n += 1) {
    const [from, to, htmlFrom, htmlTo] = map.runs[n];
    if (htmlFrom === htmlTo) {
      apart = true;
      continue;
    }
    const asIs = to - from === htmlTo - htmlFrom;
    const piece = {
      start: asIs ? htmlFrom + Math.max(0, start - from) : htmlFrom,
      end: asIs ? htmlTo - Math.max(0, to - end) : htmlTo,
    };
    const last = found.at(-1);
    if (last && !apart && skip(last.end) === piece.start) last.end = piece.end;
    else found.push(piece);
    apart = false;
  }
  return found;
}

/** The first run that ends behind `at`. */
function firstRun(runs, at) {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle][1] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
