import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';

/**
 * What a task does. `command` is the program as it is written there, followed by its arguments, and may be empty.
 * `component` is a COM handler, `other` a mail or a message, which current Windows no longer do. */
export type TaskAction =
  | { readonly kind: 'program'; readonly command: string }
  | { readonly kind: 'component'; readonly classId: string }
  | { readonly kind: 'other' };

const taskSpace = 'http://schemas.microsoft.com/windows/2004/02/mit/task';

/**
 * The actions of a task file (MS-TSCH 2.5, Task XML). Undefined for what is no task. Nothing outside the text is read: a document with a type of its own is refused.
 */
export const parseTask = (text: string): readonly TaskAction[] | undefined => {
  if (/<!DOCTYPE/i.test(text)) return undefined;
  const task = rootOf(text);
  if (task?.localName !== 'Task' || task.namespaceURI !== taskSpace) return undefined;
  const actions = childrenOf(task).find(({ localName }) => localName === 'Actions');
  return actions === undefined ? undefined : childrenOf(actions).map(actionOf);
};

const rootOf = (text: string): Element | null => {
  const parser = new DOMParser({
    // The parser's own handler prints to the console, and what it prints comes from the file.
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  try {
    return parser.parseFromString(text, 'text/xml').documentElement;
  } catch {
    return null;
  }
};

const actionOf = (action: Element): TaskAction => {
  const textIn = (name: string): string =>
    childrenOf(action)
      .find(({ localName }) => localName === name)
      ?.textContent?.trim() ?? '';
  if (action.localName === 'Exec')
    return { kind: 'program', command: [textIn('Command'), textIn('Arguments')].join(' ').trim() };
  const classId = textIn('ClassId');
  if (action.localName === 'ComHandler' && /^\{[0-9a-f-]{36}\}$/i.test(classId))
    return { kind: 'component', classId };
  return { kind: 'other' };
};

const childrenOf = (parent: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === node.ELEMENT_NODE) found.push(node as Element);
  return found;
};
