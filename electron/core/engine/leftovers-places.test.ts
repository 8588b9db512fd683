import { describe, expect, test } from 'vitest';
import type { Row } from '../model/tables.ts';
import { packageRow } from '../testing/hosts.ts';
import type { Rows } from '../testing/leftover-scene.ts';
import { file, folder, planOf } from '../testing/leftover-scene.ts';

describe('files outside the vendor’s folders', () => {
  const unit = '/etc/systemd/system/kesl.service';
  const row = (program: string | undefined, name = 'kesl.service', path = unit): Row<'units'> => ({
    name,
    path,
    state: 'file-missing',
    ...(program === undefined ? {} : { program }),
  });

  test('go by their exact name in the catalogue', () => {
    const files = [
      file(unit),
      folder(`${unit}.d`),
      file('/etc/systemd/system/multi-user.target.wants/kesl.service'),
    ];
    expect(planOf({ files }).items).toEqual([
      `files ${unit}`,
      `files ${unit}.d`,
      'files /etc/systemd/system/multi-user.target.wants/kesl.service',
    ]);
  });

  test('stay where a service of that name starts somebody else’s program', () => {
    const files = [file(unit), folder(`${unit}.d`), file('/usr/bin/kesl-control')];
    expect(planOf({ files, units: [row('/usr/local/bin/kesl')] })).toEqual({
      items: ['files /usr/bin/kesl-control'],
      left: [`${unit}: unproven`, `${unit}.d: unproven`],
    });
    expect(planOf({ files, units: [row('/opt/kaspersky/kesl/libexec/kesl')] }).left).toEqual([]);
  });

  test('with a name that others use go only where their service starts the vendor’s program', () => {
    const path = '/etc/systemd/system/kess.service';
    const files = [file(path), folder('/opt/kaspersky/kess'), file('/opt/kaspersky/kess/x')];
    const units = [row('/opt/kaspersky/kess/libexec/kess', 'kess.service', path)];
    expect(planOf({ files, units }).items).toContain(`files ${path}`);
    expect(planOf({ files })).toMatchObject({ left: [`${path}: unproven`] });
  });
});

describe('what is no file', () => {
  test('groups go by their exact names, the last one first; other accounts are told', () => {
    const accounts = [
      { name: 'kesladmin', kind: 'group', id: '998' },
      { name: 'nokesl', kind: 'group', id: '995' },
      { name: 'kavuser', kind: 'user', id: '1200' },
      { name: 'kesladmins', kind: 'group', id: '1300' },
    ];
    expect(planOf({ accounts })).toEqual({ items: ['group nokesl', 'group kesladmin'], left: [] });
  });

  test('package sources, certificates and remembered packages are told with the reason and left', () => {
    const rows: Rows = {
      packages: [packageRow('kesl', { state: 'config-files' })],
      packageSources: [
        { path: '/etc/apt/sources.list.d/k.list', address: 'https://repo.kaspersky.com/deb', manager: 'apt' },
      ],
      certificates: [
        { subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate', store: '/usr/local/share/x.crt' },
      ],
    };
    expect(planOf(rows)).toEqual({
      items: [],
      left: [
        'kesl: reported',
        'CN=Kaspersky Anti-Virus Personal Root Certificate: certificate',
        '/etc/apt/sources.list.d/k.list: package-source',
      ],
    });
  });
});
