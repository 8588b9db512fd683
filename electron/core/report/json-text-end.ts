const backslash = '\\'.charCodeAt(0);

/**
 * Where a text in JSON ends, whose opening quotation mark is at `start`: the place of its closing one, or the end of it
 * all. By hand, because an expression for it needs room for each escape and runs out of that on a long text.
 */
export const endOfJsonText = (json: string, start: number): number => {
  let at = start;
  for (;;) {
    at = json.indexOf('"', at + 1);
    if (at === -1) return json.length;
    let escapes = 0;
    while (json.charCodeAt(at - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
};
