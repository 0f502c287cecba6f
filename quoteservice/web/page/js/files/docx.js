// The text of a Word document (.docx, ECMA-376): the paragraphs of its body as they read with all changes accepted.

import { FileProblem } from "./problem.js";
import { unzipped } from "./zip.js";

const BODY = "word/document.xml";
const LONGEST_XML = 40_000_000;
/** A document with a password, and the .doc of before 2007, are files of this other kind. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const SIGNS = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011", ptab: "\t" };
/** Deleted and moved text, and the second telling of what older programs cannot show. */
const SKIPPED = new Set(["del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText"]);

/** The text in `bytes`, a blank line between paragraphs; raises FileProblem when it is no such document. */
export async function docxText(bytes) {
  if (COMPOUND.every((byte, n) => bytes[n] === byte)) throw new FileProblem("file.encrypted");
  const xml = new TextDecoder().decode(await unzipped(bytes, BODY, LONGEST_XML));
  if (/<!DOCTYPE/i.test(xml)) throw new FileProblem("file.broken"); // entities could grow without bound
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const body = document.documentElement.localName === "document" ? document.documentElement : null;
  if (!body || document.querySelector("parsererror")) throw new FileProblem("file.broken");
  return paragraphs(body);
}

function paragraphs(body) {
  const done = [];
  const open = [""];
  const walk = (node) => {
    if (SKIPPED.has(node.localName) || isHidden(node)) return;
    const isParagraph = node.localName === "p";
    if (isParagraph) open.push("");
    if (node.localName === "t") open.push(open.pop() + node.textContent);
    else if (node.localName in SIGNS) open.push(open.pop() + SIGNS[node.localName]);
    else for (const child of node.children) walk(child);
    if (isParagraph) done.push(open.pop());
  };
  walk(body);
  return done.map((text) => text.trim()).filter(Boolean).join("\n\n");
}

function isHidden(node) {
  return node.localName === "r" && [...node.children].some((each) => each.localName === "rPr" && hides(each));
}

function hides(properties) {
  const mark = [...properties.children].find((each) => each.localName === "vanish");
  const value = mark && [...mark.attributes].find(({ localName }) => localName === "val")?.value;
  return Boolean(mark) && !["0", "false", "off"].includes(value);
}
