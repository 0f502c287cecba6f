/* The service, asked over HTTP. */

import { question } from "./model/article.js";

/** What the service refused, or a network that did not answer: `status` 0. `errors` are {pointer, detail}. */
export class ApiProblem extends Error {
  constructor(status, { detail = "", errors = [], request_id = "" } = {}, retryAfter = null) {
    super(detail);
    Object.assign(this, { status, detail, errors, requestId: request_id, retryAfter });
  }
}

/** The JSON answer to `body` posted to `path`; throws ApiProblem, or AbortError when `signal` says so. */
export async function post(path, body, { signal, key } = {}) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  if (key) headers["X-API-Key"] = key;
  let answer;
  try {
    answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal });
    if (answer.ok) return await answer.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiProblem(0);
  }
  throw new ApiProblem(answer.status, await problemOf(answer), seconds(answer.headers.get("Retry-After")));
}

/** The quotations of `input` ({text | html, id, published_at}) as POST /quotes tells them, in UTF-16 units. */
export function askQuotes(input, how) {
  return post("v1/quotes", question(input), how);
}

/** What the article of `input` has of `claim` ({quote, speaker}), in UTF-16 units. */
export function askVerify(input, claim, how) {
  return post("v1/verify", { ...question(input), claims: [claim], options: { offsets: "utf16" } }, how);
}

async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {}; // a proxy's own page
  }
}

function seconds(header) {
  return /^\d+$/.test(header ?? "") ? Number(header) : null;
}
