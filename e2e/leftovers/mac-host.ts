import type { Row } from '../../electron/core/model/tables.ts';
import type { Dice } from '../corpus/dice.ts';
import type { TableHost } from './windows-host.ts';
import { file, treeIn } from './windows-host.ts';

const macDecoys = [
  '/Users/anna/Documents/Kaspersky Lab/offer.pdf',
  '/Users/anna/Documents/why Kaspersky has to go.pages',
  '/Users/anna/Desktop/Kaspersky Lab/plan.txt',
  '/Users/anna/Downloads/KasperskyInternetSecurity.dmg',
  '/Users/anna/Downloads/kav/x',
  '/Users/anna/Library/Application Support/Kaspersky Labs/x',
  '/Users/anna/Library/Application Support/com.apple.kaspersky/x',
  '/Users/anna/Library/Keychains/kaspersky.keychain-db',
  '/Users/anna/Library/Mail/Kaspersky.mbox',
  '/Users/anna/Pictures/kaspersky.jpg',
  '/Users/Shared/Kaspersky Lab/x',
  '/Users/anna/Library/Preferences/com.kasperskyfans.app.plist',
  '/Library/Application Support/Kaspersky Lab2/x',
  '/Library/Application Support/Каspersky Lab/x',
  '/Library/Application Support/Kaspersky/x',
  '/Library/Application Support/Update/x',
  '/Library/Application Support/Avast/Kaspersky Lab/x',
  '/Library/Application Support/ESET/x',
  '/Library/Application Support/McAfee/x',
  '/Library/Application Support/Apple/x',
  '/Library/Application Support/CrashReporter/kav.plist',
  '/Library/LaunchDaemons/com.kasperskyfans.plist',
  '/Library/LaunchDaemons/com.update.plist',
  '/Library/LaunchAgents/com.avast.plist',
  '/Library/Caches/com.kasperskyfans.kav',
  '/Library/Caches/com.apple.kav',
  '/Library/Logs/Kaspersky.log',
  '/Library/Logs/klnagent_trace.log.old',
  '/Library/Preferences/SystemConfiguration/kav.plist',
  '/System/Library/Extensions/klif.kext',
  '/System/Library/Services/KAVService.service',
  '/usr/bin/kav',
  '/usr/share/man/man1/kav.1',
  '/usr/local/bin/kav',
  '/private/var/log/kav_daemon_2026.log',
  '/private/var/log/system.log',
  '/Volumes/Backup/Library/Application Support/Kaspersky Lab/KAV/x',
  '/opt/kaspersky-tools/x',
  '/private/tmp/Kaspersky Lab/x',
  '/Applications/Kasper.app/Contents/x',
  '/Applications/Update.app/Contents/x',
];

export const macLeftoverHost = (dice: Dice): TableHost => {
  const truth = new Set<string>();
  const decoys = [...macDecoys];
  const files: Row<'files'>[] = macDecoys.map(file);
  const living = dice.chance(0.3);
  const shared = '/Library/Application Support/Kaspersky Lab';
  for (const top of dice.some(
    [`${shared}/KAV`, `${shared}/klnagent`, `/Users/anna${shared}/KAV`, '/Library/Logs/Kaspersky Lab/KAV'],
    1 + dice.int(3),
  )) {
    const rows = treeIn(dice, top, '/');
    files.push(...rows);
    const isAgents = top.endsWith('klnagent');
    for (const { path } of rows)
      if (path !== undefined) {
        if (living && isAgents) decoys.push(path);
        else if (!living) truth.add(path);
      }
  }
  const apps: Row<'apps'>[] = living
    ? [
        {
          name: 'Kaspersky Network Agent',
          bundleId: 'com.kaspersky.klnagent',
          version: '15.1',
          path: '/Applications/Kaspersky Network Agent.app',
        },
      ]
    : [];
  return {
    os: 'macos',
    rows: { apps, files, processes: [], launchItems: [], systemExtensions: [], receipts: [] },
    truth,
    decoys,
  };
};
