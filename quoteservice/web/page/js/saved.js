/* The article that one works on, kept in this browser and nowhere else, so that a reload loses nothing. */

import { fromJson, toData } from "./formats/json.js";

const KEPT = "quoteservice.article";
const VERSION = 1;
const LONGEST = 4_000_000;

/** Keeps `article`; false where the browser has no room for it or keeps nothing. */
export function keep(article) {
  const json = JSON.stringify(toData(article));
  try {
    if (json.length > LONGEST) throw new RangeError("too long");
    localStorage.setItem(KEPT, `${VERSION}\n${json}`);
    return true;
  } catch {
    forget(); // better nothing than an older state of it
    return false;
  }
}

/** The article that was kept; null without one, or where another version kept it. */
export function kept() {
  try {
    const [version, ...json] = (localStorage.getItem(KEPT) ?? "").split("\n");
    return Number(version) === VERSION ? fromJson(json.join("\n")) : null;
  } catch {
    return null;
  }
}

/** Keeps nothing any more. */
export function forget() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
