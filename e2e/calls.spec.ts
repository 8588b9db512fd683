import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge, CallInput } from '../electron/core/contract/contract.ts';
import { parseReport } from '../electron/core/model/report.ts';
import { expect, test } from './app.ts';
import { answerOpenDialog, answerSaveDialog, call, problemOf, rawCall, valueOf } from './bridge.ts';
import { pdfTexts } from './pdf-text.ts';

/** RFC 8785 by hand, so that the digest is checked by other code than the app's. */
const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
};

const digestOf = (report: object): string => {
  const rest = Object.fromEntries(Object.entries(report).filter(([key]) => key !== 'sha256'));
  return createHash('sha256').update(canonical(rest)).digest('hex');
};

test.describe('the door', () => {
  test('answers every call that is not as declared with an error', async ({ page }) => {
    const refused: readonly (readonly [unknown, unknown])[] = [
      ['exec', { command: 'id' }],
      ['__proto__', {}],
      [undefined, {}],
      ['scan', undefined],
      ['scan', { subject: { assetTag: 7 } }],
      ['scan', { path: '/etc' }],
      ['describe', { extra: true }],
      ['remove', { scanId: 'x', productIds: 'all', accepted: [] }],
      ['remove', { scanId: 'x', productIds: [], accepted: [], command: 'rm' }],
      ['saveReport', { id: 'x', format: 'exe' }],
      ['saveReport', { id: 'x', format: 'json', path: '/etc/passwd' }],
    ];
    for (const [name, input] of refused)
      expect(await rawCall(page, name, input), JSON.stringify([name, input])).toMatchObject({
        ok: false,
        problem: { code: 'bug' },
      });
  });

  test('knows no scan that main did not make', async ({ app, page, folders }) => {
    const choices = { scanId: 'made-up', productIds: ['linux-kesl'], accepted: [] };
    expect(await problemOf(page, 'plan', choices)).toBe('scan-outdated');
    expect(await problemOf(page, 'remove', choices)).toBe('scan-outdated');
    await answerSaveDialog(app, join(folders.scratch, 'never.json'));
    expect(await problemOf(page, 'saveReport', { id: 'made-up', format: 'json' })).toBe('scan-outdated');
    expect(await problemOf(page, 'copySummary', { id: 'made-up' })).toBe('scan-outdated');
  });
});

test.describe('the calls', () => {
  test('describe this computer as it is', async ({ app, page }) => {
    const { host, version, places, runtimeWarnings } = await valueOf(page, 'describe', {});
    const main = await app.evaluate(({ app: own }) => ({
      packaged: own.isPackaged,
      electron: process.versions.electron ?? '',
      root: process.getuid?.() === 0,
    }));
    expect(host.arch).toBe(process.arch);
    expect(host.elevated).toBe(main.root);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    if (process.platform === 'linux') expect(places).toContain('packages');
    expect(runtimeWarnings.includes('elevated-window')).toBe(main.root);
    expect(runtimeWarnings.includes('stand-in')).toBe(main.electron.startsWith('25.'));
  });

  test('look at this computer, and tell of every place', async ({ page }) => {
    await page.evaluate(() => {
      const { bridge } = window as unknown as { bridge: Bridge };
      const done: string[] = [];
      Object.assign(window, { done });
      bridge.on('scanProgress', (progress) => {
        if (progress.state === 'done') done.push(progress.table);
      });
    });
    const { places } = await valueOf(page, 'describe', {});
    const { scanId, report } = await valueOf(page, 'scan', { subject: { assetTag: 'PC-7', ticket: '' } });
    expect(parseReport(report)).toMatchObject({ ok: true });
    expect(digestOf(report)).toBe(report.sha256);
    expect(report.subject).toEqual({ assetTag: 'PC-7' });
    expect(report.surfaces.find((surface) => surface.table === 'packages')?.looked).toBeGreaterThan(50);
    const done = await page.evaluate(() => (window as unknown as { done: string[] }).done);
    expect(done.toSorted()).toEqual([...places].toSorted());

    const nothing = { scanId, productIds: [], accepted: [] };
    expect(await problemOf(page, 'remove', nothing)).toBe('nothing-chosen');
    expect(await problemOf(page, 'remove', { ...nothing, productIds: ['linux-nothing'] })).toBe(
      'unknown-product',
    );
    expect(await problemOf(page, 'plan', { ...nothing, accepted: ['everything'] })).toBe('unknown-hazard');
  });

  test('do one long thing at a time, and stop when told', async ({ page }) => {
    const outcomes = await page.evaluate(async () => {
      const { bridge } = window as unknown as { bridge: Bridge };
      const first = bridge.call('scan', {});
      const second = await bridge.call('scan', {});
      await bridge.call('cancel', {});
      return [await first, second].map((answer) => (answer.ok ? 'done' : answer.problem.code));
    });
    expect(outcomes).toEqual(['cancelled', 'already-running']);
    expect((await call(page, 'scan', {})).ok).toBe(true);
  });

  test('open a scan of another computer to look at it, and remove nothing after it', async ({
    app,
    page,
    folders,
  }) => {
    const path = join(folders.scratch, 'elsewhere.json');
    const snapshot = {
      schema: 'removal-assistant/snapshot/1',
      takenAt: '2026-11-01T10:00:00Z',
      host: { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true, name: 'elsewhere' },
      readings: {
        packages: {
          kind: 'ok',
          rows: [
            {
              name: 'kesl',
              version: '12.1.0',
              publisher: 'AO Kaspersky Lab',
              manager: 'dpkg',
              state: 'installed',
            },
          ],
        },
        teleports: { kind: 'ok', rows: [] },
      },
    };
    writeFileSync(path, JSON.stringify(snapshot));
    await answerOpenDialog(app, path);
    const opened = await valueOf(page, 'openSnapshot', {});
    if ('cancelled' in opened) throw new Error('cancelled');
    expect(opened.report.host.name).toBe('elsewhere');
    expect(opened.report.verdict).toBe('found');
    expect(opened.ignored).toEqual(['readings.teleports']);
    const choices = {
      scanId: opened.scanId,
      productIds: opened.report.detections.map((d) => d.productId),
      accepted: [],
    };
    expect(await problemOf(page, 'plan', choices)).toBe('other-computer');
    expect(await problemOf(page, 'remove', choices)).toBe('other-computer');

    writeFileSync(path, 'no JSON');
    expect(await problemOf(page, 'openSnapshot', {})).toBe('not-json');
    writeFileSync(path, '{"schema": "removal-assistant/snapshot/2"}');
    expect(await problemOf(page, 'openSnapshot', {})).toBe('newer-schema');
  });

  test('save the report in every format, under a name that says whose it is', async ({
    app,
    page,
    folders,
  }) => {
    const { scanId } = await valueOf(page, 'scan', { subject: { assetTag: 'PC/7 <x>' } });
    const save = async (format: CallInput<'saveReport'>['format']): Promise<Buffer> => {
      const path = join(folders.scratch, `saved.${format}`);
      await answerSaveDialog(app, path);
      expect(await valueOf(page, 'saveReport', { id: scanId, format })).toEqual({
        fileName: `saved.${format}`,
        folder: folders.scratch,
      });
      const offered = await app.evaluate(
        () => (globalThis as unknown as { offeredPath: string }).offeredPath,
      );
      expect(offered.split('/').at(-1)).toMatch(/^kaspersky-report-PC-7-x-\d{8}-\d{6}\.\w+$/);
      return readFileSync(path);
    };
    const json = JSON.parse((await save('json')).toString()) as { readonly sha256: string };
    expect(parseReport(json)).toMatchObject({ ok: true });
    expect(digestOf(json)).toBe(json.sha256);
    expect((await save('html')).toString()).toContain(
      '<h1>Kaspersky identification report · PC/7 &lt;x&gt;</h1>',
    );
    expect((await save('csv')).toString()).toMatch(/^computer,assetTag,/);
    const pdf = await save('pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
    expect(pdfTexts(pdf).join('\n')).toContain('Kaspersky identification report · PC/7 <x>');
    expect(app.windows()).toHaveLength(1);

    await answerSaveDialog(app, undefined);
    expect(await valueOf(page, 'saveReport', { id: scanId, format: 'json' })).toEqual({ cancelled: true });
    await answerSaveDialog(app, join(folders.scratch, 'no-such-folder', 'x.json'));
    expect(await problemOf(page, 'saveReport', { id: scanId, format: 'json' })).toBe('file-unwritable');
  });

  test('hand out no name of a person unless asked to, on paper and on the clipboard too', async ({
    app,
    page,
    folders,
  }) => {
    const snapshot = {
      schema: 'removal-assistant/snapshot/1',
      takenAt: '2026-11-01T10:00:00Z',
      host: { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true, name: 'elsewhere' },
      readings: { files: { kind: 'denied', why: 'permission denied: /home/annabelle/x' } },
    };
    const source = join(folders.scratch, 'person.json');
    writeFileSync(source, JSON.stringify(snapshot));
    await answerOpenDialog(app, source);
    const opened = await valueOf(page, 'openSnapshot', {});
    if ('cancelled' in opened) throw new Error('cancelled');
    const id = opened.scanId;
    const saved = async (format: CallInput<'saveReport'>['format'], raw: boolean): Promise<string> => {
      const path = join(folders.scratch, `person.${format}`);
      await answerSaveDialog(app, path);
      await valueOf(page, 'saveReport', { id, format, raw });
      const bytes = readFileSync(path);
      return format === 'pdf' ? pdfTexts(bytes).join('\n') : bytes.toString();
    };
    for (const format of ['html', 'json', 'csv', 'pdf'] as const) {
      const redacted = await saved(format, false);
      expect(redacted, format).toContain('[user-1]');
      expect(redacted, format).not.toContain('annabelle');
      expect(await saved(format, true), format).toContain('annabelle');
    }
    const copied = async (raw?: boolean): Promise<string> => {
      await valueOf(page, 'copySummary', { id, ...(raw === undefined ? {} : { raw }) });
      return app.evaluate(({ clipboard }) => clipboard.readText());
    };
    expect(await copied()).not.toContain('annabelle');
    expect(await copied(true)).toContain('annabelle');
  });

  test('put a summary on the clipboard', async ({ app, page }) => {
    const { scanId, report } = await valueOf(page, 'scan', {});
    await valueOf(page, 'copySummary', { id: scanId });
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(report.host.version);
  });
});
