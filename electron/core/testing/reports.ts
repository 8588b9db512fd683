import { catalogue } from '../catalogue/index.ts';
import type { Desk } from '../engine/conclude.ts';
import { conclude, lookOf } from '../engine/conclude.ts';
import { verifyRun } from '../engine/verify.ts';
import { okReading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Outcome } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { redact } from '../report/redact.ts';
import { seal } from '../report/seal.ts';
import { debianSnapshot, managedRows } from './hosts.ts';
import { windowsHost } from './windows-hosts.ts';
import type { Tables } from './windows-hosts.ts';
import { WindowsComputer } from './windows-computer.ts';

/** Reports as the engine makes them, one of each kind that people hand in. */

const desk: Desk = { catalogue, tool: { name: 'Kaspersky Removal Assistant', version: '1.0.0' } };
const subject = {
  assetTag: 'PC-0417',
  ticket: 'INC-20318',
  operator: 'J. Okafor',
  reason: 'BOD 17-01',
};
const written = '2026-11-26T14:42:07.512Z';

/** A managed Debian server: products, hazards, a plan. */
export const foundReport = (): Report => conclude(desk, debianSnapshot(managedRows), { subject }, written);

/** A computer on which two required places stayed closed. */
export const unknownReport = (): Report =>
  conclude(
    desk,
    debianSnapshot(
      {},
      { elevated: false },
      {
        processes: { kind: 'denied', why: 'EACCES: permission denied, /proc/412/exe' },
        files: okReading([], [{ source: '/home/anna', kind: 'denied', why: 'permission denied' }]),
      },
    ),
    { subject },
    written,
  );

const defender = { name: 'Microsoft Defender Antivirus', kind: 'antivirus' };
const folder = 'C:\\Program Files (x86)\\Kaspersky Lab';

const pcWith = (tables: Tables): Snapshot => {
  const bare = windowsHost({
    processes: [],
    kernelModules: [],
    programs: [],
    services: [],
    files: [],
    ...tables,
  });
  return { ...bare, host: { ...bare.host, name: 'PC-0417', machine: '5d2f9c0e7ab14c6390d18f4e2ab67c11' } };
};

/** A managed Windows PC after its removal: one action failed at first, leftovers were set aside, others stay. */
export const removedReport = (): Report => {
  const { programs, services } = new WindowsComputer();
  const before = pcWith({
    programs,
    services,
    processes: [{ name: 'avp.exe', path: `${folder}\\KES.12.2.0\\avp.exe`, pid: 4120 }],
    files: [
      { path: folder, kind: 'folder' },
      { path: 'C:\\Users\\anna\\AppData\\Local\\Kaspersky Lab', kind: 'folder' },
    ],
    securityCentre: [
      { name: 'Kaspersky Endpoint Security for Windows', kind: 'antivirus', state: 'on' },
      { ...defender, state: 'off' },
    ],
  });
  const after = pcWith({
    files: [{ path: 'C:\\Users\\anna\\AppData\\Local\\Kaspersky Lab', kind: 'folder' }],
    securityCentre: [{ ...defender, state: 'on' }],
  });
  const accepted = ['managed-redeploy', 'kpm-vault'];
  const first = conclude(desk, before, { subject, accepted }, '2026-11-26T14:10:00.000Z');
  const outcomes: readonly Outcome[] = ['removed', 'already-gone'];
  const run = {
    id: '20261126-141102-4f3a9c',
    startedAt: '2026-11-26T14:11:02.000Z',
    endedAt: '2026-11-26T14:31:40.000Z',
    actions: first.plan.actions.map(({ id }, at) => ({
      id,
      outcome: outcomes[at % 2] ?? 'removed',
      exitCode: at % 2 === 0 ? 0 : 1605,
      startedAt: `2026-11-26T14:1${at + 2}:02.000Z`,
      endedAt: `2026-11-26T14:1${at + 3}:01.000Z`,
    })),
    accepted,
    acceptances: accepted.map((hazard) => ({
      hazard,
      at: '2026-11-26T14:11:02.000Z',
      operator: subject.operator,
      account: 'CORP\\anna',
    })),
    leftovers: {
      setAside: [
        {
          what: folder,
          kind: 'files' as const,
          productId: 'business-kes-win',
          entries: 214,
          bytes: 18_400_000,
        },
      ],
      left: [
        {
          what: 'C:\\Users\\anna\\AppData\\Local\\Kaspersky Lab',
          why: 'personal-data' as const,
          detail: 'kpm-vault',
        },
      ],
      finished: true,
    },
  };
  const sofar = {
    run,
    planned: first.plan.actions,
    first,
    before: lookOf(before, first),
    awaitingRestart: [],
  };
  return verifyRun(desk, sofar, after, written);
};

/** Data that tries to become something else in every format: markup, control and direction characters, a formula. */
export const hostileText =
  '=1+1</style><img src=x onerror=alert(1)>\u001b[2J\u202egnp.exe\u0000\u009b\r\n"\u2028&lt;';

let clean: Report | undefined;

const withEverything = (): Report => ({
  ...removedReport(),
  unattributed: foundReport().detections.flatMap(({ evidence }) => evidence),
});

/** A report whose every text that comes from the computer or a person is this one. */
export const hostileReport = (text: string = hostileText): Report => {
  const fixed = new Set(
    'schema createdAt takenAt table kind verdict os productId status confidence reason level state why phase outcome which'.split(
      ' ',
    ),
  );
  const spoil = <T>(value: T, key: string, within: string): T => {
    if (typeof value === 'string') return (fixed.has(key) && within !== 'subject' ? value : text) as T;
    if (Array.isArray(value)) return value.map((part: unknown) => spoil(part, key, within)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, spoil(part as unknown, name, key)]),
    ) as T;
  };
  const { sha256: _then, hazards, ...open } = (clean ??= withEverything());
  return seal({
    ...spoil(open, '', ''),
    unchecked: [{ table: 'files', kind: 'failed', why: text, source: text, required: true }],
    hazards,
  });
};

export const allReports = (): readonly (readonly [string, Report])[] => [
  ['found', foundReport()],
  ['could not look', unknownReport()],
  ['removed', removedReport()],
  ['removed, redacted', redact(removedReport())],
];
