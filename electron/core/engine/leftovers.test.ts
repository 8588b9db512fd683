import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { whatOf } from '../model/leftover.ts';
import { debianSnapshot, packageRow } from '../testing/hosts.ts';
import type { Rows } from '../testing/leftover-scene.ts';
import { file, folder, keslTree, planOf, sceneOf, told } from '../testing/leftover-scene.ts';
import { detect } from './detect.ts';
import { foreseeLeftovers, planLeftovers } from './leftovers.ts';

describe('leftovers of a product that is gone', () => {
  test('go as high up as nothing else lies below, and the shared folder after them', () => {
    expect(planOf({ files: keslTree })).toEqual({
      items: ['files /var/opt/kaspersky/kesl', 'empty-folder /var/opt/kaspersky'],
      left: [],
    });
  });

  test('stay whole while the product is still here', () => {
    const rows = { files: keslTree, packages: [packageRow('kesl')] };
    expect(planOf(rows)).toEqual({ items: [], left: [] });
  });

  test('are foreseen before it has gone, as if it had', () => {
    const scene = sceneOf({ files: keslTree, packages: [packageRow('kesl')] });
    expect(foreseeLeftovers(scene, ['linux-kesl']).map(told)).toEqual([
      'files /var/opt/kaspersky/kesl',
      'empty-folder /var/opt/kaspersky',
    ]);
    expect(foreseeLeftovers(scene, [])).toEqual([]);
  });

  test('beside a product that is here keep to their own folder and leave the shared one', () => {
    const files = [...keslTree, folder('/var/opt/kaspersky/klnagent64')];
    expect(planOf({ files, packages: [packageRow('klnagent64')] })).toEqual({
      items: ['files /var/opt/kaspersky/kesl'],
      left: [],
    });
  });

  test('that no product claims stay while anything of Kaspersky is here, or may use any place', () => {
    const files = [
      folder('/opt/kaspersky'),
      folder('/opt/kaspersky/newthing'),
      file('/opt/kaspersky/newthing/x'),
    ];
    expect(planOf({ files }).items).toEqual(['files /opt/kaspersky/newthing', 'empty-folder /opt/kaspersky']);
    const agent = { files, packages: [packageRow('klnagent64')] };
    expect(planOf(agent)).toEqual({ items: [], left: ['/opt/kaspersky: in-use'] });
    // The vendor's, and nobody knows which product: all of it may be its own.
    const unknown = { files: [...files, ...keslTree], packages: [packageRow('kaspersky-for-home')] };
    expect(planOf(unknown).items).toEqual([]);
  });

  test('in a folder from which something of the vendor runs stay', () => {
    const files = [folder('/opt/kaspersky/kesl'), file('/opt/kaspersky/kesl/x')];
    const processes = [{ name: 'x', path: '/opt/kaspersky/newthing/bin/x', pid: 7 }];
    expect(planOf({ files, processes }).items).toEqual([]);
  });

  test('in a place that a product which is still here claims as well stay', () => {
    const [kesl, kics] = ['linux-kesl', 'linux-kics'].map((id) =>
      catalogue.products.find((each) => each.id === id),
    );
    if (kesl === undefined || kics === undefined) throw new Error('the catalogue has changed');
    const both = '/opt/kaspersky/kesl/shared';
    const trace = {
      table: 'files',
      weight: 'trace',
      reason: 'own-folder',
      match: { path: { under: [both] } },
    } as const;
    const twin = { ...kics, signatures: [...kics.signatures, trace] };
    const sharing = { ...catalogue, products: [kesl, twin] };
    const files = [
      folder(both),
      file(`${both}/x`),
      file('/opt/kaspersky/kesl/own'),
      file('/var/opt/kaspersky/kesl/y'),
    ];
    const packages = [packageRow('kics')];
    const scene = (rows: Rows) => {
      const snapshot = debianSnapshot(rows);
      return { ...sceneOf({}), catalogue: sharing, snapshot, findings: detect(sharing, snapshot) };
    };
    const quiet = planLeftovers(scene({ files, packages }));
    expect(quiet.items.map(told)).toEqual([
      'files /opt/kaspersky/kesl/own',
      'files /var/opt/kaspersky/kesl/y',
    ]);
    expect(quiet.left.map(({ what, why }) => `${what}: ${why}`)).toEqual([`${both}: in-use`]);
  });

  test('of chosen products only, when products were chosen', () => {
    const files = [
      ...keslTree,
      folder('/opt/kaspersky'),
      folder('/opt/kaspersky/kics'),
      file('/opt/kaspersky/kics/x'),
    ];
    expect(planOf({ files }, { productIds: ['linux-kics'] })).toEqual({
      items: ['files /opt/kaspersky/kics'],
      left: [],
    });
  });

  test('of a server stay, with the reason', () => {
    const files = [folder('/var/opt/kaspersky/klms'), folder('/var/opt/kaspersky/klms/postgresql')];
    expect(planOf({ files })).toEqual({ items: [], left: ['/var/opt/kaspersky/klms: server-data'] });
  });
});

describe('people’s own things', () => {
  const files = [...keslTree, file('/var/opt/kaspersky/kesl/common/objects-backup/17')];

  test('in the product’s backup stay, and everything around them goes', () => {
    expect(planOf({ files })).toEqual({
      items: ['files /var/opt/kaspersky/kesl/common/kesl.ini'],
      left: ['/var/opt/kaspersky/kesl/common/objects-backup/17: personal-data'],
    });
  });

  test('go when that hazard was accepted', () => {
    expect(planOf({ files }, { accepted: ['quarantine'] }).items).toEqual([
      'files /var/opt/kaspersky/kesl',
      'empty-folder /var/opt/kaspersky',
    ]);
  });
});

describe('whatever the catalogue says', () => {
  test('the protected list wins', () => {
    const kesl = catalogue.products.find(({ id }) => id === 'linux-kesl');
    if (kesl === undefined) throw new Error('no kesl');
    const wild = [
      '/home/anna/Downloads',
      '/usr/bin',
      '/',
      '/var/lib/removal-assistant/runs',
      '/etc/ssl/kesl',
    ];
    const wildFiles = {
      table: 'files',
      weight: 'trace',
      reason: 'own-file',
      match: { path: { under: wild } },
    } as const;
    const careless = {
      ...catalogue,
      products: [{ ...kesl, residue: wild, signatures: [...kesl.signatures, wildFiles] }],
    };
    const snapshot = debianSnapshot({
      files: [...wild.map(folder), file('/home/anna/Downloads/thesis.odt'), ...keslTree],
    });
    const scene = { ...sceneOf({}), catalogue: careless, snapshot, findings: detect(careless, snapshot) };
    const { items, left } = planLeftovers(scene);
    expect(items.map(whatOf)).toEqual(['/var/opt/kaspersky/kesl', '/var/opt/kaspersky']);
    expect(left.filter(({ why }) => why === 'protected').map(({ what }) => what)).toContain(
      '/home/anna/Downloads',
    );
  });

  test('what a closer look said has to stay keeps the folders above it, and all that is below it', () => {
    const files = [
      ...keslTree,
      folder('/var/opt/kaspersky/kesl/mnt'),
      file('/var/opt/kaspersky/kesl/mnt/photo.jpg'),
    ];
    const stays = new Map([['/var/opt/kaspersky/kesl/mnt', { why: 'mounted' } as const]]);
    expect(planOf({ files }, { stays })).toEqual({
      items: ['files /var/opt/kaspersky/kesl/common'],
      left: ['/var/opt/kaspersky/kesl/mnt: mounted'],
    });
  });
});
