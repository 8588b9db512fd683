import { endOfJsonText } from '../../core/report/json-text-end.ts';

/** Far more than any file of ours has. */
const deepest = 200;

/**
 * Whether a text, taken as JSON, opens so many objects and lists within each other that whatever walks through its value,
 * one call a level, would run out of room.
 */
export const isNestedTooDeeply = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '"') at = endOfJsonText(text, at);
    else if (mark === '{' || mark === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (mark === '}' || mark === ']') depth -= 1;
  }
  return false;
};
