// Rich text of the clipboard or of a drop as plain paragraphs, for a reader to see and amend before it is sent.

const SKIPPED = new Set(
  "head style script template noscript title iframe object svg math button select textarea video audio canvas".split(" "),
);
const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);
const LONGEST = 3_000_000;
/** The bullets that Word writes in front of the items of a list. */
const BULLET = /mso-list:\s*ignore/i;
const PRESERVING = /white-space:\s*(?:pre|break-spaces)/i;
const HIDDEN = /(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i;

/** The text of `html`, a blank line between paragraphs; "" when there is none. Nothing in it is run or loaded. */
export function richText(html) {
  if (html.length > LONGEST) return "";
  const body = new DOMParser().parseFromString(inert(html), "text/html").body;
  const writer = { text: "", gap: "" };
  walk(body, writer, false);
  return writer.text;
}

/** `html` with styles and handlers out of reach: the policy forbids them, and browsers complain of each on the console. */
function inert(html) {
  const tags = html.replace(/<style\b[^]*?<\/style\s*>/gi, "");
  return tags.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2"));
}

function walk(node, writer, asSet) {
  if (node.nodeType === Node.TEXT_NODE) return write(writer, node.data, asSet);
  if (node.nodeType !== Node.ELEMENT_NODE || isSkipped(node)) return;
  const name = node.localName;
  if (name === "br") return part(writer, "\n");
  if (name === "td" || name === "th") part(writer, " ");
  if (BLOCKS.has(name)) part(writer, "\n\n");
  if (name === "q") write(writer, "„", asSet);
  const kept = asSet || name === "pre" || PRESERVING.test(node.dataset?.style ?? "");
  for (const child of node.childNodes) walk(child, writer, kept);
  if (name === "q") write(writer, "”", asSet);
  if (BLOCKS.has(name)) part(writer, "\n\n");
}

function isSkipped(node) {
  const style = node.dataset?.style ?? "";
  return SKIPPED.has(node.localName) || node.hidden || HIDDEN.test(style) || BULLET.test(style);
}

/** The next words stand behind `gap`, or behind a wider one that was asked for already; `br` twice is a paragraph. */
function part(writer, gap) {
  const lines = gap === "\n" && writer.gap.startsWith("\n") ? "\n\n" : gap;
  if (lines.length > writer.gap.length || writer.gap === " ") writer.gap = lines;
}

function write(writer, data, asSet) {
  const [first, ...lines] = asSet ? data.split(/\r\n?|\n/) : [data];
  words(writer, first);
  for (const line of lines) {
    part(writer, "\n");
    words(writer, line);
  }
}

/** White space of any kind, the no-break space too, is one blank; soft hyphens and zero-width spaces go. */
function words(writer, data) {
  const text = data.replace(/[\u00ad\u200b\ufeff]/g, "").replace(/[\s\u00a0]+/g, " ");
  if (text.startsWith(" ") && !writer.gap) writer.gap = " ";
  const shown = text.trim();
  if (!shown) return;
  writer.text += (writer.text ? writer.gap : "") + shown;
  writer.gap = text.endsWith(" ") ? " " : "";
}
