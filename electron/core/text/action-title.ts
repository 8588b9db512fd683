import type { Action } from '../model/plan.ts';
import { en } from './en.ts';
import type { Texts } from './en.ts';

/** Stand for the names in a title; no data holds them, for the engine makes them visible. */
const [name, packageName] = ['\u0001', '\u0002'];

const patternOf = (title: string): RegExp =>
  new RegExp(
    `^${title
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(name, '(?<name>.*)')
      .replace(packageName, '(?<packageName>.*)')}$`,
    's',
  );

const titles = [
  // The narrowest first: the last fits the others too.
  {
    pattern: patternOf(en.settingsTitle(name, packageName)),
    say: ({ settingsTitle }: Texts) => settingsTitle,
  },
  { pattern: patternOf(en.actionTitle(name, packageName)), say: ({ actionTitle }: Texts) => actionTitle },
  { pattern: patternOf(en.actionTitleOf(name)), say: ({ actionTitleOf }: Texts) => actionTitleOf },
];

/** The title of an action, which plans and reports carry in English. One that this version never wrote stays as it is. */
export const actionTitle = (texts: Texts, { title }: Pick<Action, 'title'>): string => {
  for (const { pattern, say } of titles) {
    const found = pattern.exec(title)?.groups;
    if (found !== undefined) return say(texts)(found['name'] ?? '', found['packageName'] ?? '');
  }
  return title;
};
