/* What a reader brings, as an article: files, drops, the clipboard. */

export const ACCEPTED = ".txt,.html,.htm,text/plain,text/html";

/** A promise of {text} or {html} of `file`. */
export async function readFile(file) {
  const text = await file.text();
  return /\.html?$/i.test(file.name) || file.type === "text/html" ? { html: text } : { text };
}

/** A promise of what was dropped; null when it is nothing to read. */
export function readDrop(transfer) {
  return transfer.files.length ? readFile(transfer.files[0]) : null;
}

/** Rich text of the clipboard as plain paragraphs; null where the browser's own way does. */
export function readPaste() {
  return null;
}
