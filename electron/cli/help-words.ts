import type { HelpConfiguration } from 'commander';
import type { Texts } from '../core/text/index.ts';

/** The parser writes these few words of a help page itself, in English; here each is put into the person's language. */
export const helpWords = ({ cli: { help } }: Texts): HelpConfiguration => {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usageHeading,
    'Arguments:': help.argumentsHeading,
    'Options:': help.optionsHeading,
    'Global Options:': help.globalOptionsHeading,
    'Commands:': help.commandsHeading,
  };
  const extra = (text: string): string =>
    text
      .replace(/\(default: (?=[^()]*\)$)/, `(${help.byDefault}: `)
      .replace(/\(choices: (?=[^()]*\)$)/, `(${help.choices}: `);
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleOptionText: (text) => (text === '[options]' ? help.optionsWord : text),
    styleSubcommandText: (text) => (text === '[command]' ? help.commandWord : text),
    styleOptionDescription: extra,
    styleArgumentDescription: extra,
  };
};
