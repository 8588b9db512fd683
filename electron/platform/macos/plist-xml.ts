import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';

const deepest = 64;

/**
 * A property list in XML (plist(5)). Strings, booleans, arrays and dictionaries; numbers, dates and data stay the text
 * that they are written as, since nothing here reads them. Throws for anything else; nothing is written anywhere.
 */
export const parseXmlPlist = (text: string): unknown => {
  const parser = new DOMParser({
    // The parser's own handler prints to the console, and what it prints comes from the file.
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  if (root?.nodeName !== 'plist') throw new Error('no plist element');
  const [top, ...more] = elementsIn(root);
  if (top === undefined || more.length > 0) throw new Error('not one value at the top');
  return valueOf(top, 0);
};

const elementsIn = (parent: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === node.ELEMENT_NODE) found.push(node as Element);
  return found;
};

const valueOf = (element: Element, depth: number): unknown => {
  if (depth > deepest) throw new Error('too deep');
  switch (element.nodeName) {
    case 'dict':
      return dictOf(elementsIn(element), depth);
    case 'array':
      return elementsIn(element).map((each) => valueOf(each, depth + 1));
    case 'true':
      return true;
    case 'false':
      return false;
    case 'string':
    case 'integer':
    case 'real':
    case 'date':
    case 'data':
      return element.textContent ?? '';
    default:
      throw new Error(`no such element: ${element.nodeName}`);
  }
};

/** Keys and values take turns. Built as entries, so that no key can reach an object's prototype. */
const dictOf = (elements: readonly Element[], depth: number): unknown => {
  const entries: [string, unknown][] = [];
  for (let at = 0; at < elements.length; at += 2) {
    const [key, value] = [elements[at], elements[at + 1]];
    if (key?.nodeName !== 'key' || value === undefined) throw new Error('a key without a value');
    entries.push([key.textContent ?? '', valueOf(value, depth + 1)]);
  }
  return Object.fromEntries(entries);
};
