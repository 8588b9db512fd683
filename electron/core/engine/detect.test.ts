import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { debianSnapshot, innocentRows, leftoverRows, managedRows, packageRow } from '../testing/hosts.ts';
import { detect } from './detect.ts';

const find = (snapshot: Snapshot) => detect(catalogue, snapshot);
const one = (snapshot: Snapshot) => {
  const { detections } = find(snapshot);
  expect(detections.map((detection) => detection.productId)).toHaveLength(1);
  return detections[0]!;
};

describe('detection on a Debian host', () => {
  test('joins package, interface, unit, process and folder into one product with its version', () => {
    const { detections, unattributed } = find(debianSnapshot(managedRows));
    expect(detections.map((d) => [d.productId, d.version, d.status, d.confidence])).toEqual([
      ['linux-kesl', '12.1.0-1297', 'installed', 'proven'],
      ['linux-nagent', '15.0.0-1', 'installed', 'proven'],
    ]);
    expect(detections[0]!.evidence.map((evidence) => evidence.table)).toEqual([
      'processes',
      'packages',
      'packages',
      'units',
      'files',
      'files',
      'files',
    ]);
    expect(unattributed).toEqual([]);
  });

  test('lists the folder that products share once, as a trace of one that lies in it', () => {
    const evidence = find(debianSnapshot(managedRows)).detections.flatMap((detection) => detection.evidence);
    const shared = evidence.filter((piece) => piece.row['path'] === '/opt/kaspersky');
    expect(shared).toMatchObject([{ reason: 'vendor-folder' }]);
  });

  test('calls what a purge leaves behind leftovers, not a product', () => {
    const detection = one(debianSnapshot(leftoverRows));
    expect([detection.productId, detection.status, detection.confidence]).toEqual([
      'linux-kesl',
      'leftovers',
      'proven',
    ]);
  });

  test('finds nothing in names, documents and folders that only look alike', () => {
    expect(find(debianSnapshot(innocentRows))).toEqual({ detections: [], unattributed: [] });
  });

  test('counts a common short name only beside another sign', () => {
    const alone = { packages: [{ name: 'kess', manager: 'dpkg' }] };
    expect(find(debianSnapshot(alone)).detections).toEqual([]);
    const beside = { ...alone, processes: [{ name: 'kess', path: '/opt/kaspersky/kess/libexec/kess' }] };
    expect(one(debianSnapshot(beside)).productId).toBe('linux-kess');
  });

  test('is less sure of a package whose vendor is not told', () => {
    const bare = { packages: [{ name: 'kesl', version: '12.0', manager: 'dpkg' }] };
    expect(one(debianSnapshot(bare))).toMatchObject({ status: 'installed', confidence: 'likely' });
  });

  test('names no edition for a package that only the vendor field gives away', () => {
    const home = { packages: [packageRow('kaspersky-home-suite')] };
    expect(one(debianSnapshot(home))).toMatchObject({ productId: 'linux-unknown', status: 'installed' });
  });

  test('only reports a server', () => {
    const server = { packages: [packageRow('ksc64')] };
    expect(one(debianSnapshot(server))).toMatchObject({ productId: 'linux-ksc', status: 'report-only' });
  });

  test('takes a broken installation for one that is there', () => {
    for (const state of ['half-installed', 'half-configured', 'unpacked', 'triggers-pending', 'on-hold'])
      expect(one(debianSnapshot({ packages: [packageRow('kesl', { state })] })).status).toBe('installed');
  });

  test('reports what lies in Kaspersky’s folders and belongs to no known product', () => {
    const files = [
      { path: '/opt/kaspersky', kind: 'folder' },
      { path: '/opt/kaspersky/newthing', kind: 'folder' },
    ];
    const { detections, unattributed } = find(debianSnapshot({ files }));
    expect(detections).toEqual([]);
    expect(unattributed.map((trace) => trace.row['path'])).toEqual([
      '/opt/kaspersky',
      '/opt/kaspersky/newthing',
    ]);
  });

  test('does not take a unit whose program is gone for a product', () => {
    const units = [
      { name: 'kesl.service', state: 'file-missing', program: '/opt/kaspersky/kesl/libexec/kesl' },
    ];
    expect(one(debianSnapshot({ units })).status).toBe('leftovers');
  });

  test('sees a program that still runs after its package has gone', () => {
    const rows = { ...leftoverRows, processes: [{ name: 'kesl', path: '/opt/kaspersky/kesl/libexec/kesl' }] };
    expect(one(debianSnapshot(rows)).status).toBe('installed');
  });
});

describe('detection on any rows', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom('kesl', 'kess', 'Kaspersky', '/opt/kaspersky/x', 'installed', '', '__proto__'),
  );
  const anyRow = fc.record(
    { name: anyText, path: anyText, publisher: anyText, state: anyText, version: anyText, manager: anyText },
    { requiredKeys: ['name'] },
  );

  test('never throws, and every piece of evidence is a row that was there', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(anyRow), (packages, files) => {
        const snapshot = debianSnapshot({ packages, files });
        const { detections, unattributed } = find(snapshot);
        for (const evidence of [...detections.flatMap((detection) => detection.evidence), ...unattributed]) {
          const reading = snapshot.readings[evidence.table];
          expect(reading?.kind === 'ok' ? reading.rows : []).toContainEqual(evidence.row);
        }
      }),
    );
  });

  test('finds a planted package among any others, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.nat(), (others, at) => {
        const cut = at % (others.length + 1);
        const packages = [...others.slice(0, cut), packageRow('klnagent64'), ...others.slice(cut)];
        const ids = find(debianSnapshot({ packages })).detections.map((detection) => detection.productId);
        expect(ids).toContain('linux-nagent');
      }),
    );
  });
});
