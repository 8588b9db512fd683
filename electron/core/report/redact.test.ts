import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { conclude } from '../engine/conclude.ts';
import type { Report } from '../model/report.ts';
import { parseReport } from '../model/report.ts';
import { windowsHost } from '../testing/windows-hosts.ts';
import { debianSnapshot, packageRow } from '../testing/hosts.ts';
import { textsFor } from '../text/index.ts';
import { reportToCsv } from './csv.ts';
import { reportToHtml } from './html.ts';
import { handOut, redact } from './redact.ts';
import { checkSeal, seal } from './seal.ts';
import { reportToText } from './summary.ts';

const now = '2026-11-23T10:00:05.000Z';
const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const subject = { assetTag: 'PC-1', operator: 'Anna Smith', reason: 'Asked for by anna' };

/** A report that says these texts in a place that could not be looked at. */
const saying = (why: string, source = '/x'): Report =>
  conclude(
    desk,
    debianSnapshot({ packages: [packageRow('kesl')] }, {}, { files: { kind: 'denied', why } }),
    { subject },
    now,
  ).unchecked.length === 0
    ? expect.unreachable()
    : seal({
        ...conclude(desk, debianSnapshot({}, {}, { files: { kind: 'denied', why } }), { subject }, now),
        unchecked: [{ table: 'files', source, kind: 'denied', why, required: true }],
      });

const told = (why: string, source?: string): string => redact(saying(why, source)).unchecked[0]?.why ?? '';

describe('a redacted report', () => {
  test.each([
    ['C:\\Users\\anna\\AppData', 'C:\\Users\\[user-1]\\AppData'],
    ['C:\\Users\\Anna Smith\\AppData', 'C:\\Users\\[user-1]\\AppData'],
    ['C:\\\\Users\\\\Anna\\\\AppData', 'C:\\\\Users\\\\[user-1]\\\\AppData'],
    [
      '"C:\\Documents and Settings\\Smith, John\\x.exe" /S',
      '"C:\\Documents and Settings\\[user-1]\\x.exe" /S',
    ],
    ['C:\\Users\\Anna: access denied', 'C:\\Users\\[user-1]: access denied'],
    ['C:\\Users\\Anna and C:\\Users\\Bob', 'C:\\Users\\[user-1] and C:\\Users\\[user-2]'],
    ['\\\\server\\Users\\anna', '\\\\server\\Users\\[user-1]'],
    ['c:/Users/anna/x', 'c:/Users/[user-1]/x'],
    [
      "EACCES: permission denied, scandir '/home/anna/.config'",
      "EACCES: permission denied, scandir '/home/[user-1]/.config'",
    ],
    ['(/home/anna.smith).', '(/home/[user-1]).'],
    ['/home/CORP/anna/x', '/home/[user-1]/[user-2]/x'],
    ['/home/anna@corp.example/x', '/home/[user-1]/x'],
    ['/Users/anna/Library, /var/mail/anna', '/Users/[user-1]/Library, /var/mail/[user-1]'],
    ['/home/anna and /home/ben: anna has ANNA', '/home/[user-1] and /home/[user-2]: [user-1] has [user-1]'],
    ['HKU\\S-1-5-21-1-2-3-1001_Classes\\x', 'HKU\\[user-1]_Classes\\x'],
    ['S-1-12-1-1-2-3-4', '[user-1]'],
    ['run as anna@corp.example', 'run as [user-1]'],
  ])('%s', (text, redacted) => expect(told(text)).toBe(redacted));

  test.each([
    'C:\\Users\\Public\\Desktop and C:\\Users\\All Users\\x',
    '/Users/Shared/x',
    '/root/x and S-1-5-18',
    'user@1000.service failed',
    '{0A1B2C3D-0A1B-0A1B-0A1B-0A1B2C3D4E5F}',
    'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.0.0',
  ])('leaves %s as it is', (text) => expect(told(text)).toBe(text));

  test.each([
    ['code A1B2C-3D4E5-F6G7H-8J9K0 was used', 'code [serial] was used'],
    ['Serial number: 5CD1234ABC.', 'Serial number: [serial]'],
    ['/dev/disk/by-id/ata-Samsung_SSD_S2R5 failed', '/dev/disk/by-id/[serial] failed'],
    ['\\\\?\\Volume{0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f}\\x', '\\\\?\\Volume{[serial]}\\x'],
  ])('holds no serial number: %s', (text, redacted) => expect(told(text)).toBe(redacted));

  test('holds nothing of a setting whose name says that it is a serial number', () => {
    const open = saying('x');
    const evidence = {
      table: 'settings',
      row: { name: 'License key', value: 'abc' },
      reason: 'setting',
    } as const;
    const report = redact(seal({ ...open, unattributed: [evidence] }));
    expect(report.unattributed[0]?.row).toEqual({ name: 'License key', value: '[serial]' });
  });

  test('knows a home folder with blanks by a path that ends with it', () => {
    const report = redact(saying('denied: C:\\Users\\Anna Maria Smith', 'C:\\Users\\Anna Maria Smith'));
    expect(report.unchecked[0]).toMatchObject({
      source: 'C:\\Users\\[user-1]',
      why: 'denied: C:\\Users\\[user-1]',
    });
  });

  test.each(['a', '\\', '/', '-', 'a.', '@', 'a@a.', '\\Users\\', '/home/', 'A1B2C-', 'serial: ', ' '])(
    'takes a moment also when somebody wrote %j a hundred thousand times',
    (part) => {
      const long = part.repeat(100_000 / part.length);
      expect(told(long, long).length).toBeGreaterThan(0);
    },
  );

  test('replaces an ordinary word only where a person is surely meant', () => {
    expect(told('/home/test/x: the test failed')).toBe('/home/[user-1]/x: the test failed');
  });

  test('keeps what a person put on it, and says that it is redacted', () => {
    const report = redact(saying('/home/anna'));
    expect(report.subject).toEqual(subject);
    expect(report.redacted).toBe(true);
  });

  test('names the computer, without its person', () => {
    const named = (name: string) => {
      const open = saying('/home/anna');
      return redact(seal({ ...open, host: { ...open.host, name } })).host.name;
    };
    expect(named('PC-17')).toBe('PC-17');
    expect(named('Annas-MacBook')).toBe('[user-1]s-MacBook');
  });

  test('gives one person one mark, before and after a removal', () => {
    const row = { key: 'x', user: 'CORP\\ben', installLocation: 'C:\\Users\\ben\\K' };
    const evidence = { table: 'programs', row, reason: 'program-name' } as const;
    const open = saying('C:\\Users\\anna');
    const look = { takenAt: now, surfaces: [], detections: [], unattributed: [evidence] };
    const report = redact(seal({ ...open, before: look, after: look }));
    expect(report.before).toEqual(report.after);
    expect(report.before?.unattributed[0]?.row).toEqual({
      key: 'x',
      user: 'CORP\\[user-2]',
      installLocation: 'C:\\Users\\[user-2]\\K',
    });
  });

  test('is sealed over what it says, is a report, and stays the same when it is redacted again', () => {
    const report = redact(saying('/home/anna and S-1-5-21-1-2-3-1001'));
    expect(checkSeal(report).ok).toBe(true);
    expect(parseReport(report).ok).toBe(true);
    expect(redact(report)).toEqual(report);
    expect(handOut(report, undefined)).toEqual(report);
  });

  test('is what leaves the program unless somebody wants it raw', () => {
    const report = saying('/home/anna');
    expect(JSON.stringify(handOut(report, false).unchecked)).not.toContain('anna');
    expect(handOut(report, true)).toBe(report);
  });
});

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéøßжл'.split(''));
const word = fc.array(letters, { minLength: 4, maxLength: 12 }).map((parts) => `q${parts.join('')}`);
const person = fc.record({ first: word, last: word }).map(({ first, last }) => `${first} ${last}`);

test('no format says a name that a home folder or an account tells', () => {
  const texts = textsFor('en');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), person, (names, whole) => {
      const rows = {
        programs: names.map((name) => ({
          key: 'Kaspersky',
          name: 'Kaspersky',
          publisher: 'AO Kaspersky Lab',
          scope: 'user',
          user: `PC\\${name}`,
          uninstallCommand: `"C:\\Users\\${whole}\\K\\u.exe" /by ${name.toUpperCase()}`,
        })),
        files: names.map((name) => ({
          path: `C:\\Users\\${name}\\AppData\\Local\\Kaspersky Lab`,
          kind: 'folder',
        })),
        processes: [],
      };
      const snapshot = windowsHost(rows);
      const open = conclude(
        desk,
        { ...snapshot, host: { ...snapshot.host, name: `${names[0]}-pc` } },
        {},
        now,
      );
      const report = redact(open);
      expect(open.detections.length + open.unattributed.length).toBeGreaterThan(0);
      expect(parseReport(report).ok && checkSeal(report).ok).toBe(true);
      expect(report.detections.map(({ productId, status }) => [productId, status])).toEqual(
        open.detections.map(({ productId, status }) => [productId, status]),
      );
      const everything = [
        JSON.stringify(report),
        reportToHtml(report, texts),
        reportToCsv(report),
        reportToText(report, texts),
      ]
        .join('\n')
        .toLowerCase();
      for (const name of [...names, whole]) expect(everything).not.toContain(name);
    }),
    { numRuns: process.env['RA_FULL'] === undefined ? 12 : 2000 },
  );
});
