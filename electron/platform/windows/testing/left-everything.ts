import { mkdirSync, utimesSync } from 'node:fs';
import type { QuarantineBench } from './quarantine-bench.ts';
import { classesKey, productKey, servicesKey } from './quarantine-bench.ts';
import { list } from './played-hives.ts';
import { playedSecurity } from './played-security.ts';

export const lab = 'C:\\Program Files\\Kaspersky Lab';
/** Windows' own folders show that something in them went or came. */
export const standingFolders: ReadonlySet<string> = new Set([
  'C:',
  'C:\\Program Files',
  'C:\\ProgramData',
  'C:\\Windows\\System32\\drivers',
]);

const drivers = 'C:\\Windows\\System32\\drivers';

const long = (key: string): string => `HKEY_LOCAL_MACHINE${key.slice(4)}`;
const number = (name: string, value: number): string => `"${name}"=dword:${value.toString(16)}`;

/** What products leave in every kind of place, on a played Windows, with neighbours of other vendors. */
export const leaveEverything = (pc: QuarantineBench): void => {
  pc.write(`${lab}\\KES.12.2.0\\readme.txt`);
  pc.write(`${lab}\\KES.12.2.0\\Bases\\Ж.dat`);
  mkdirSync(pc.local(`${lab}\\KES.12.2.0\\empty`));
  pc.link(`${lab}\\KES.12.2.0\\current`, 'C:\\Users');
  pc.write('C:\\ProgramData\\Kaspersky Lab\\KES\\old.log');
  pc.write('C:\\Users\\Anna\\Documents\\Kaspersky.txt', 'mine');
  pc.drives.give(`${lab}\\KES.12.2.0\\readme.txt`, {
    attributes: 0x23,
    created: 131_000_000_000_000_007n,
    streams: { 'Zone.Identifier': '[ZoneTransfer]' },
    security: playedSecurity(1002),
  });
  pc.drives.give(lab, { security: playedSecurity(1003) });
  for (const path of [lab, `${lab}\\KES.12.2.0`, 'C:\\ProgramData\\Kaspersky Lab'])
    utimesSync(pc.local(path), 1_500_000_000, 1_500_000_000);
  const names = ['klkbdflt.KES-21-9', 'klbackupdisk.KES-21-9'];
  for (const name of names) pc.write(`${drivers}\\${name}.sys`);
  pc.hives.add(
    [
      `[${long(productKey)}]`,
      '@="own"',
      '"Odd"=hex(12345):00,ff,07',
      '"None"=hex(0):',
      `[${long(productKey)}\\environment]`,
      '"ProductName"="Kaspersky Endpoint Security for Windows"',
      `[${long(productKey)}\\environment\\Ключ]`,
      ...names.flatMap((name) => [
        `[${long(servicesKey)}\\${name}]`,
        number('Type', 1),
        number('Start', 3),
        number('DeleteFlag', 1),
        `[${long(servicesKey)}\\${name}\\Instances]`,
        '"DefaultInstance"="one"',
      ]),
      `[${long(servicesKey)}\\AVP.KES.21.9]`,
      number('Type', 16),
      number('Start', 4),
      `"ImagePath"="${lab.replaceAll('\\', '\\\\')}\\\\avp.exe"`,
      `[${long(classesKey)}\\{kbd}]`,
      '"Class"="Keyboard"',
      `[${long(classesKey)}\\{vol}]`,
      '"Class"="Volume"',
    ].join('\n'),
  );
  pc.states.set('AVP.KES.21.9', {
    name: 'AVP.KES.21.9',
    displayName: 'Kaspersky',
    type: 16,
    state: 1,
    pid: 0,
  });
  pc.hives.make(`${productKey}\\environment`).className = 'odd class';
  pc.hives.make(`${productKey}\\environment`).security = playedSecurity(1004);
  pc.hives
    .make(`${classesKey}\\{kbd}`)
    .values.push(list('UpperFilters', 'SynTP', names[0] ?? '', 'kbdclass'));
  pc.hives
    .make(`${classesKey}\\{vol}`)
    .values.push(
      { name: 'LowerFilters', type: 7, data: Buffer.from(`${names[1] ?? ''}\0fvevol`, 'utf16le') },
      list('UpperFilters', 'volsnap'),
    );
};
