/* What screen readers are told. */

/** Tells `text` to a reader who does not see what has changed. */
export function say(text) {
  const live = document.getElementById("live");
  live.textContent = live.textContent === text ? `${text}\u00a0` : text; // the same once more is told once more
}
