/* Small things that the browser keeps; one that keeps nothing (a private window may) is no error. */

/** What was kept under `name` in `storage` ("localStorage" | "sessionStorage"); null when nothing was. */
export function recalled(storage, name) {
  try {
    return window[storage].getItem(`quoteservice.${name}`);
  } catch {
    return null;
  }
}

/** Keeps `value` under `name` in `storage`; null keeps nothing. */
export function remember(storage, name, value) {
  try {
    if (value === null) window[storage].removeItem(`quoteservice.${name}`);
    else window[storage].setItem(`quoteservice.${name}`, value);
  } catch {
    // it is asked for again next time
  }
}
