/**
 * A password on its way from a person to the product that asks for it. It lives in memory only and turns into text
 * nowhere: not in a log, not as JSON, not in an error.
 */
export interface Secret {
  /** Lends the UTF-8 bytes for the time of the call; they are wiped when the secret is. */
  use<T>(work: (utf8: Uint8Array) => T): T;
  /** Overwrites the bytes. Later uses get none. */
  wipe(): void;
}

const hidden = '[password]';

/** Takes the bytes over: the caller keeps no copy. */
export const secretOf = (utf8: Uint8Array): Secret => {
  let held = utf8;
  const secret = {
    use: <T>(work: (utf8: Uint8Array) => T): T => work(held),
    wipe: (): void => {
      held.fill(0);
      held = new Uint8Array(0);
    },
    toJSON: () => hidden,
  };
  return secret;
};
