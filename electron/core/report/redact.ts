import type { Report } from '../model/report.ts';
import { createPeople } from './people.ts';
import { seal } from './seal.ts';
import { withoutSerials, withoutSerialValue } from './serials.ts';

/**
 * The report as it leaves the program unless a person wants it raw: without names of people and serial numbers, sealed
 * over what it says now. Each person has one mark throughout, so who is who stays clear. What the person put on the
 * report (asset tag, ticket, operator, reason) stays, and so does the name of the computer but for a person's name in it:
 * a report that says of no computer that it is clean proves nothing. Doing it twice changes nothing more.
 */
export const redact = (report: Report): Report => {
  const people = createPeople();
  eachText(report, (text, key) => {
    people.learn(text, key);
    return text;
  });
  const { sha256: _then, ...open } = eachText(report, (text, key) =>
    people.replace(withoutSerials(text), key),
  );
  const { name } = open.host;
  const host = name === undefined ? open.host : { ...open.host, name: people.inHostName(name) };
  return seal({ ...open, host, redacted: true });
};

/** What leaves the program: redacted, or as it stands on an explicit wish. */
export const handOut = (report: Report, raw: boolean | undefined): Report =>
  raw === true ? report : redact(report);

/** Parts that a person gave for the report, and parts that name nothing of the computer. */
const untouched: ReadonlySet<string> = new Set([
  'subject',
  'operator',
  'tool',
  'schema',
  'sha256',
  'machine',
  'example',
]);

const eachText = <T>(value: T, change: (text: string, key: string) => string, key = ''): T => {
  if (untouched.has(key)) return value;
  if (typeof value === 'string') return change(value, key) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => eachText(part, change, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(withoutSerialValue(value as Readonly<Record<string, unknown>>)).map(([name, part]) => [
      name,
      eachText(part, change, name),
    ]),
  ) as T;
};
