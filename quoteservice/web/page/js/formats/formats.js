// What an article can be saved as.

import { toAnnotations } from "./annotation.js";
import { toCsv } from "./csv.js";
import { toGold } from "./gold.js";
import { toHtml } from "./html.js";
import { toJson } from "./json.js";

/** Name → how the file ends, its media type, and the function from an article to its text. */
export const FORMATS = {
  json: { ending: "json", type: "application/json", write: toJson },
  csv: { ending: "csv", type: "text/csv", write: toCsv },
  annotation: { ending: "jsonld", type: "application/ld+json", write: toAnnotations },
  html: { ending: "html", type: "text/html", write: toHtml },
  gold: { ending: "gold.jsonl", type: "application/x-ndjson", write: toGold },
};
