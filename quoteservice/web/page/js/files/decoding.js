// Bytes of a file as text, in the charset that they show themselves to be in.

import { FileProblem } from "./problem.js";

const MARKS = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
const OLD = "windows-1250";
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i;

/** `bytes` as text with `\n` at line ends; raises FileProblem when they are none. */
export function decoded(bytes) {
  const text = new TextDecoder(charset(bytes)).decode(bytes).replace(/\r\n?/g, "\n");
  if (/[\x00-\x08\x0e-\x1a]/.test(text)) throw new FileProblem("file.binary");
  return text;
}

/** The same for HTML, which may tell its charset in a `meta`. */
export function decodedHtml(bytes) {
  const told = DECLARED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 2048)))?.[1];
  if (!told || marked(bytes) || isUtf8(bytes)) return decoded(bytes);
  try {
    return new TextDecoder(told).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return decoded(bytes); // a charset that nobody knows
  }
}

function charset(bytes) {
  return marked(bytes) ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? "utf-8" : OLD);
}

function marked(bytes) {
  return MARKS.find(([mark]) => mark.every((byte, n) => bytes[n] === byte))?.[1];
}

/** UTF-16 without a mark has a zero beside nearly every Latin letter, always on the same side. */
function unmarkedUtf16(bytes) {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 4096);
  sample.forEach((byte, n) => (zeros[n % 2] += byte === 0 ? 1 : 0));
  const [many, few] = [Math.max(...zeros), Math.min(...zeros)];
  if (sample.length < 4 || many < sample.length / 4 || few > many / 10) return null;
  return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
}

function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
