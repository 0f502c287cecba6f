/* Problems of the service (RFC 9457) as sentences in the language of the page. */

import { has, t } from "./i18n.js";

const FIELDS = { text: "field.text", html: "field.html", published_at: "field.published_at", id: "field.id", claims: "field.claims" };
const DETAILS = [
  [/has (\d+) code points; at most (\d+) are read/, "detail.long", ["has", "most"]],
  [/lone surrogate/, "detail.surrogate", []],
  [/date as YYYY-MM-DD/, "detail.date", []],
  [/At most (\d+) code points/, "detail.short", ["most"]],
  [/has at most (\d+) bytes/, "detail.bytes", ["most"]],
];
const WARNINGS = [
  [/does not look Hungarian/, "warning.language"],
  [/control characters/, "warning.control"],
  [/only in part/, "warning.bounded"],
];

/** What to tell of `problem`: [{text, lang?}], a sentence each; `lang` where it is not the page's. */
export function sentences(problem) {
  const { status, retryAfter, errors, requestId } = problem;
  const found = [{ text: t(has(`problem.${status}`) ? `problem.${status}` : "problem.other", { status }) }];
  if (status === 413 && problem.detail) found.push(detail(problem.detail));
  for (const each of errors) found.push(named(each));
  if (retryAfter) found.push({ text: t("problem.retry", { n: retryAfter }) });
  if (status >= 500 && requestId) found.push({ text: t("problem.id", { id: requestId }) });
  return found;
}

/** A warning of an answer in the language of the page; one that is not known as it is. */
export function warning(text) {
  const known = WARNINGS.find(([pattern]) => pattern.test(text));
  return known ? t(known[1]) : text;
}

function named({ pointer, detail: told }) {
  const field = FIELDS[pointer.replace(/^#\/?/, "").split("/")[0]];
  const { text, lang } = detail(told);
  return field ? { text: `${t(field)}: ${text}`, lang } : { text, lang };
}

function detail(told) {
  for (const [pattern, key, names] of DETAILS) {
    const match = told.match(pattern);
    if (match) return { text: t(key, Object.fromEntries(names.map((name, i) => [name, Number(match[i + 1])]))) };
  }
  return { text: told, lang: "en" };
}
