import { expect, test } from 'vitest';
import { confirms, restart } from '../testing/dangers/confirm.ts';
import { here, proveTwins, reportOf } from '../testing/hazard-hosts.ts';

proveTwins(confirms);

test('the vault of each person is the evidence for the passwords', () => {
  const path = 'C:\\Users\\ann\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb';
  const report = reportOf({
    ...here('pwm-win'),
    rows: { files: [{ path }, { path: 'C:\\x\\kpm_vault.edb.txt' }] },
  });
  expect(report.hazards.find((hazard) => hazard.id === 'kpm-vault')?.evidence).toEqual([
    { table: 'files', row: { path }, reason: 'vault-file' },
  ]);
});

test('an answer to one hazard is no answer to another', () => {
  const machine = { ...here('consumer-kts'), rows: restart };
  const open = reportOf(machine).plan.blockedBy;
  expect(open).toEqual(['encrypted-vault', 'backup-restore', 'quarantine', 'pending-reboot']);
  for (const id of open)
    expect(reportOf(machine, [id]).plan.blockedBy).toEqual(open.filter((one) => one !== id));
});
