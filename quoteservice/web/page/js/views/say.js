/* What screen readers are told. */

/** Tells `text` to a reader who does not see what has changed. */
export function say(text) {
  document.getElementById("live").textContent = text;
}
