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
