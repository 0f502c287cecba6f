// One entry out of a ZIP file (PKWARE's APPNOTE, without ZIP64), unpacked by the browser and never beyond a bound.

import { FileProblem } from "./problem.js";

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;
const [STORED, DEFLATED] = [0, 8];

/** The bytes of the entry `name`, at most `most` of them; raises FileProblem when there are more, or none to be had. */
export async function unzipped(bytes, name, most) {
  try {
    const { method, data } = entry(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, name);
    if (method === STORED) return bounded([data], most);
    if (method !== DEFLATED) throw new FileProblem("file.broken");
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return await bounded(stream, most);
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem("file.broken");
  }
}

/** How the entry is packed, and its packed bytes. Reading beyond the file raises a RangeError. */
function entry(view, bytes, name) {
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const found = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (found === name) return packed(view, bytes, at);
    at += 46 + nameLength + extra + comment;
  }
  throw new FileProblem("file.broken");
}

function packed(view, bytes, at) {
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw new FileProblem("file.encrypted");
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL) throw new FileProblem("file.broken");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) throw new FileProblem("file.broken");
  return { method: view.getUint16(at + 10, true), data: bytes.subarray(start, start + size) };
}

function endOfDirectory(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new FileProblem("file.broken");
}

/** The bytes of `chunks` in one; what the file says of its own size is not believed. */
async function bounded(chunks, most) {
  const parts = [];
  let size = 0;
  for await (const chunk of iterated(chunks)) {
    size += chunk.length;
    if (size > most) throw new FileProblem("file.large");
    parts.push(chunk);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The chunks of a list or a stream; not every browser can loop over a stream itself. */
async function* iterated(chunks) {
  if (Array.isArray(chunks)) return yield* chunks;
  const reader = chunks.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
