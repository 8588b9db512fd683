/** Far more than any file of ours has. */
const deepest = 200;

const codeOf = (character: string): number => character.charCodeAt(0);
const [quote, backslash] = [codeOf('"'), codeOf('\\')];
const [open, openList, close, closeList] = [codeOf('{'), codeOf('['), codeOf('}'), codeOf(']')];

/**
 * Whether a text, taken as JSON, opens so many objects and lists within each other that whatever walks through its value,
 * one call a level, would run out of room. Without an expression, which would do so itself on a long string.
 */
export const isNestedTooDeeply = (text: string): boolean => {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (code === open || code === openList) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === close || code === closeList) depth -= 1;
  }
  return false;
};
