/* From what a reader has selected in the page to a range of the article, and back. Offsets are UTF-16 units. */

/** The {start, end} of the article's text that is selected inside `element`, without outer spaces; null for none. */
export function selectedRange(element, text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  let start = offsetOf(element, range.startContainer, range.startOffset);
  let end = offsetOf(element, range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

/** The DOM's range of the article's text from `start` to `end` inside `element`. */
export function rangeOf(element, { start, end }) {
  const range = document.createRange();
  const paragraphs = [...element.querySelectorAll("[data-start]")];
  range.setStart(...placeOf(paragraphs, start, (at, length) => at < length));
  range.setEnd(...placeOf(paragraphs, end, (at, length) => at <= length));
  return range;
}

/** The text node and the place in it of an offset; `fits`: whether a place belongs to a node of that length. */
function placeOf(paragraphs, offset, fits) {
  const paragraph = paragraphs.findLast((each) => Number(each.dataset.start) <= offset) ?? paragraphs[0];
  const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let at = offset - Number(paragraph.dataset.start);
  let last = [paragraph, 0];
  while (nodes.nextNode()) {
    const { length } = nodes.currentNode;
    if (fits(at, length)) return [nodes.currentNode, at];
    last = [nodes.currentNode, length];
    at -= length;
  }
  return last;
}

/** The offset of a place of the DOM; between paragraphs, that of the end of the one before. */
function offsetOf(element, node, within) {
  let found = null;
  for (const paragraph of element.querySelectorAll("[data-start]")) {
    const part = document.createRange();
    part.selectNodeContents(paragraph);
    const side = part.comparePoint(node, within);
    if (side < 0) break;
    if (side === 0) part.setEnd(node, within);
    found = Number(paragraph.dataset.start) + part.toString().length;
  }
  return found;
}
