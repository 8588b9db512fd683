/** What keys make of a password, kept as bytes that can be wiped. */
export interface TypedSecret {
  /** Takes what a terminal in raw mode sends. */
  take(keys: Uint8Array): 'more' | 'done' | 'stop';
  length(): number;
  /** What was typed; the caller owns it from now on. */
  bytes(): Uint8Array;
  wipe(): void;
}

/** Longer than any product takes. In bytes. */
const longest = 1024;
const control = {
  c: 0x03,
  d: 0x04,
  backspace: 0x08,
  lineFeed: 0x0a,
  enter: 0x0d,
  u: 0x15,
  escape: 0x1b,
  rubout: 0x7f,
};

export const typedSecret = (): TypedSecret => {
  const held = new Uint8Array(longest);
  let length = 0;
  /** The last character, which may be several bytes of UTF-8. */
  const takeBack = (): void => {
    while (length > 0 && ((held[--length] ?? 0) & 0xc0) === 0x80);
  };
  const takeKey = (key: number): 'more' | 'done' | 'stop' => {
    if (key === control.c) return 'stop';
    if (key === control.enter || key === control.lineFeed || key === control.d) return 'done';
    if (key === control.backspace || key === control.rubout) takeBack();
    else if (key === control.u) length = 0;
    else if (key >= 0x20 && length < longest) held[length++] = key;
    return 'more';
  };
  return {
    take: (keys) => {
      // An arrow or a function key sends an escape sequence: no part of it is a letter of the password.
      if (keys[0] === control.escape) return 'more';
      for (const key of keys) {
        const said = takeKey(key);
        if (said !== 'more') return said;
      }
      return 'more';
    },
    length: () => length,
    bytes: () => {
      const bytes = held.slice(0, length);
      held.fill(0);
      length = 0;
      return bytes;
    },
    wipe: () => {
      held.fill(0);
      length = 0;
    },
  };
};
