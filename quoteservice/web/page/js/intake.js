/* What a reader brings, as an article: files, drops, the clipboard. */

import { decoded, decodedHtml } from "./files/decoding.js";
import { docxText } from "./files/docx.js";
import { FileProblem } from "./files/problem.js";
import { richText } from "./files/rich.js";
import { fromJson } from "./formats/json.js";

export const ACCEPTED = ".txt,.html,.htm,.docx,.json,text/plain,text/html";
const LARGEST = 20_000_000;

/** A promise of {text} or {html} of `file`, or of the {article} that was saved in it; rejects with a FileProblem. */
export async function readFile(file) {
  const bytes = await bytesOf(file);
  if (/\.json$/i.test(file.name)) return { article: fromJson(decoded(bytes)) };
  if (/\.docx?$/i.test(file.name)) return { text: filled(await docxText(bytes)) };
  const isHtml = /\.x?html?$/i.test(file.name) || file.type === "text/html";
  return isHtml ? { html: filled(decodedHtml(bytes)) } : { text: filled(decoded(bytes)) };
}

/** A promise of the bytes of `file`; rejects with a FileProblem. */
export async function bytesOf(file) {
  if (file.size > LARGEST) throw new FileProblem("file.large");
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileProblem("file.unread"); // a folder, or gone since
  }
}

/** A promise of what was dropped, a file or a piece of a page; null when it is nothing to read. */
export function readDrop(transfer) {
  if (transfer.files.length) return readFile(transfer.files[0]);
  const text = readPaste(transfer) ?? transfer.getData("text/plain");
  return text.trim() ? Promise.resolve({ text }) : null;
}

/** Rich text of the clipboard as plain paragraphs; null where the browser's own way does. */
export function readPaste(transfer) {
  return richText(transfer.getData("text/html")) || null;
}

function filled(text) {
  if (!text.trim()) throw new FileProblem("file.empty");
  return text;
}
