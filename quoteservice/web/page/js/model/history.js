// States that one can go back to: {past, present, future}, frozen. No state is ever changed.

const LONGEST = 200;

/** A history that begins with `state`. */
export function begun(state) {
  return Object.freeze({ past: [], present: state, future: [] });
}

/** `history` with `state` as its present; what was undone can no longer be redone. The same state is no step. */
export function stepped(history, state) {
  if (state === history.present) return history;
  return Object.freeze({ past: [...history.past, history.present].slice(-LONGEST), present: state, future: [] });
}

/** Whether there is a state before this one. */
export const canUndo = (history) => history.past.length > 0;

/** Whether a state was left by `undone`. */
export const canRedo = (history) => history.future.length > 0;

/** One step back; the same history where there is none. */
export function undone(history) {
  if (!canUndo(history)) return history;
  const future = [history.present, ...history.future];
  return Object.freeze({ past: history.past.slice(0, -1), present: history.past.at(-1), future });
}

/** One step forth again; the same history where there is none. */
export function redone(history) {
  if (!canRedo(history)) return history;
  const past = [...history.past, history.present];
  return Object.freeze({ past, present: history.future[0], future: history.future.slice(1) });
}
