export interface TwoStops {
  /** Aborted by the first press: nothing new is begun. */
  readonly stop: AbortSignal;
  /** Aborted by the second: what runs is not waited for any longer. */
  readonly leave: AbortSignal;
  readonly press: () => void;
}

/** A terminal and npm each pass one Ctrl-C on: what comes this soon after one that counted is the same. In milliseconds. */
const sameMs = 400;

/** What a person who presses Ctrl-C, once and again, asks for. */
export const twoStops = (now: () => number): TwoStops => {
  const stop = new AbortController();
  const leave = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  const press = (): void => {
    if (now() - last < sameMs) return;
    last = now();
    if (stop.signal.aborted) leave.abort();
    stop.abort();
  };
  return { stop: stop.signal, leave: leave.signal, press };
};
