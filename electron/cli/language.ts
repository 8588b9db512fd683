import { InvalidArgumentError } from 'commander';
import type { WantedValue } from '../core/model/usage.ts';
import { chooseLanguage, knownLanguage } from '../core/text/index.ts';
import type { CliContext } from './context.ts';

/**
 * The language that everything for people is said in, also what is wrong with the command line: so the word is looked
 * for before the parser begins. What was asked for wins over the system.
 */
export const languageOf = ({ argv, languages }: Pick<CliContext, 'argv' | 'languages'>): string => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[at]?.startsWith('--lang=') === true ? argv[at].slice('--lang='.length) : argv[at + 1];
  const wish = at < 0 || asked === undefined ? undefined : knownLanguage(asked);
  return wish ?? chooseLanguage(languages());
};

/** For the option itself: only one of ours. */
export const askedLanguage = (text: string): string => {
  const language = knownLanguage(text);
  if (language === undefined) throw new InvalidArgumentError('language' satisfies WantedValue);
  return language;
};
