import type { CommanderError } from 'commander';
import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';
import type { UsageFault } from '../core/model/usage.ts';
import { isWantedValue } from '../core/model/usage.ts';

interface Shape {
  readonly fault: UsageFault;
  readonly pattern: RegExp;
}

const nearest = String.raw`(?:\n\(Did you mean (?:one of )?(?<nearest>.*)\?\))?$`;

/** The parser tells what is wrong in English sentences alone; what is typed stands in them as it is. */
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  'commander.help': [{ fault: 'no-command', pattern: /^/ }],
  'commander.unknownCommand': [
    { fault: 'unknown-command', pattern: new RegExp(`command '(?<name>.*)'${nearest}`, 's') },
  ],
  'commander.unknownOption': [
    { fault: 'unknown-option', pattern: new RegExp(`option '(?<name>.*)'${nearest}`, 's') },
  ],
  'commander.missingArgument': [{ fault: 'missing-argument', pattern: /argument '(?<name>.*)'$/s }],
  'commander.optionMissingArgument': [{ fault: 'missing-value', pattern: /option '(?<name>.*)' argument/s }],
  'commander.missingMandatoryOptionValue': [
    { fault: 'missing-option', pattern: /option '(?<name>.*)' not specified/s },
  ],
  'commander.conflictingOption': [
    { fault: 'conflict', pattern: /option '(?<name>.*)' cannot be used with option '(?<other>.*)'$/s },
  ],
  'commander.excessArguments': [{ fault: 'too-many', pattern: /^/ }],
  'commander.invalidArgument': [
    { fault: 'bad-value', pattern: /option '(?<name>.*)' argument '(?<value>.*)' is invalid\. (?<why>.*)$/s },
    {
      fault: 'bad-value',
      pattern: /value '(?<value>.*)' is invalid for argument '(?<name>.*)'\. (?<why>.*)$/s,
    },
  ],
};

/** What the parser refused, as a code with names, so that every language can say it. */
export const usageProblem = ({ code, message }: CommanderError): Result<never> => {
  for (const { fault, pattern } of shapes[code] ?? []) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const { why, ...names } = given(found.groups ?? {});
    return fail('usage', { fault, ...names, ...(why === undefined ? {} : whyOf(why)) });
  }
  // A later parser may know more faults than this table; then its own words are better than none.
  return fail('usage', { message: message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ') });
};

const given = (groups: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );

/** Our own options refuse a value with the code of what they take, the parser's with their choices. */
const whyOf = (why: string): Readonly<Record<string, string>> => {
  if (isWantedValue(why)) return { wanted: why };
  const choices = /^Allowed choices are (.*)\.$/s.exec(why)?.[1];
  return choices === undefined ? {} : { choices };
};
