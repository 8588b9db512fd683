import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Answer, Bridge, CallInput, CallName } from '../electron/core/contract/contract.ts';
import { parseReport } from '../electron/core/model/report.ts';
import { expect, expectPageError, launchArguments, test } from './app.ts';
import { pdfTexts } from './pdf-text.ts';

/** Any call, declared or not, as a page that has been taken over could make it. */
const rawCall = (page: Page, name: unknown, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([n, i]) =>
      (window as unknown as { bridge: { call(n: unknown, i: unknown): Promise<unknown> } }).bridge.call(n, i),
    [name, input],
  );

const call = async <C extends CallName>(page: Page, name: C, input: CallInput<C>): Promise<Answer<C>> =>
  (await rawCall(page, name, input)) as Answer<C>;

const valueOf = async <C extends CallName>(page: Page, name: C, input: CallInput<C>) => {
  const answer = await call(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
  return answer.value;
};

const problemOf = async <C extends CallName>(page: Page, name: C, input: CallInput<C>): Promise<string> => {
  const answer = await call(page, name, input);
  return answer.ok ? 'no problem' : answer.problem.code;
};

/** Answers every file dialog for saving with this path, or as if the person closed it. */
const answerSaveDialog = (app: ElectronApplication, filePath: string | undefined): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
      Object.assign(globalThis, { offeredPath: options.defaultPath });
      return { canceled: path === undefined, filePath: path ?? '' };
    }) as unknown as typeof dialog.showSaveDialog;
  }, filePath);

const answerOpenDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);

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

test.describe('the page', () => {
  test('has no Node, and of Electron nothing but the bridge', async ({ page }) => {
    const seen = await page.evaluate(() => ({
      types: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].map(
        (name) => typeof (window as unknown as Record<string, unknown>)[name],
      ),
      bridge: Object.keys((window as unknown as { bridge: Bridge }).bridge).toSorted(),
    }));
    expect(new Set(seen.types)).toEqual(new Set(['undefined']));
    expect(seen.bridge).toEqual(['call', 'on']);
  });

  test('runs in the sandbox with its own world, and remembers nothing', async ({ app, page }) => {
    const window = await app.browserWindow(page);
    const settings = await window.evaluate(({ webContents }) => ({
      preferences: (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
      persistent: webContents.session.isPersistent(),
    }));
    expect(settings.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(settings.preferences['webviewTag']).not.toBe(true);
    expect(settings.persistent).toBe(false);
    if (process.platform !== 'linux') return;
    const renderer = await app.evaluate(({ app: own }) => ({
      pid: own.getAppMetrics().find(({ type }) => type === 'Tab')?.pid ?? 0,
      // Root has to go without Chromium's own sandbox.
      walled: !own.commandLine.hasSwitch('no-sandbox'),
    }));
    const seccomp = /^Seccomp:\s*(\d)/m.exec(
      readFileSync(`/proc/${String(renderer.pid)}/status`, 'utf8'),
    )?.[1];
    expect(seccomp).toBe(renderer.walled ? '2' : '0');
  });

  test('is served with its policy, and only its own files', async ({ app, page }) => {
    const window = await app.browserWindow(page);
    const [served, outside] = await window.evaluate(
      async ({ webContents }, addresses) => {
        const own = webContents.session as unknown as { fetch(url: string): Promise<Response> };
        return Promise.all(
          addresses.map(async (address) => {
            const { status, headers } = await own.fetch(address);
            return {
              status,
              policy: headers.get('content-security-policy'),
              type: headers.get('content-type'),
            };
          }),
        );
      },
      [page.url(), 'app://window/..%2fmain%2fmain.cjs'],
    );
    expect(page.url()).toBe('app://window/index.html');
    expect(served?.type).toBe('text/html; charset=utf-8');
    expect(served?.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(served?.policy).not.toContain('unsafe');
    expect(outside?.status).toBe(404);
  });

  test('runs no inline script and no evaluated text', async ({ page, pageErrors }) => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "inline"';
      document.head.append(script);
      // Later, because what Playwright itself evaluates is free of the policy while it runs.
      // oxlint-disable-next-line no-implied-eval -- the point is that it is refused
      setTimeout('document.documentElement.dataset.ran = "evaluated"', 0);
    });
    await expectPageError(pageErrors, /inline script/);
    await expectPageError(pageErrors, /unsafe-eval/);
    expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined();
  });

  test('cannot leave, open a window, or be framed', async ({ app, page, pageErrors }) => {
    const address = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    expect(await page.evaluate(() => window.open('app://window/index.html') === null)).toBe(true);
    const framed = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = location.href;
          frame.addEventListener('load', () => {
            // A refused frame shows an error page of another origin, and there no bridge can be reached.
            let reachable = false;
            try {
              reachable = 'bridge' in (frame.contentWindow ?? {});
            } catch {
              // As it should be.
            }
            resolve(reachable);
          });
          document.body.append(frame);
        }),
    );
    expect(framed).toBe(false);
    await expectPageError(pageErrors, /Content Security Policy/);
    expect(page.url()).toBe(address);
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate(() => 'bridge' in window)).toBe(true);
  });

  test('gets no permission', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
      return Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  });
});

test.describe('the network', () => {
  let server: Server;
  let connections = 0;
  let address = '';
  test.beforeEach(async () => {
    connections = 0;
    server = createServer((_request, response) => response.end('hello'));
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  test.afterEach(() => server.close());

  test('is out of reach for the page, and below the page as well', async ({ app, page, pageErrors }) => {
    const fetched = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preconnect', href: url });
      document.head.append(link);
      return fetch(url).then(
        () => true,
        () => false,
      );
    }, address);
    expect(fetched).toBe(false);
    await expectPageError(pageErrors, /Content Security Policy/);

    const window = await app.browserWindow(page);
    const loaded = await window.evaluate(async ({ webContents }, url) => {
      const own = webContents.session as unknown as { fetch(url: string): Promise<Response> };
      const attempts = [own.fetch(url), webContents.loadURL(url)];
      return (await Promise.allSettled(attempts)).map((attempt) => attempt.status);
    }, address);
    expect(loaded).toEqual(['rejected', 'rejected']);
    expect(connections).toBe(0);
  });
});

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

  test('put a summary on the clipboard', async ({ app, page }) => {
    const { scanId, report } = await valueOf(page, 'scan', {});
    await valueOf(page, 'copySummary', { id: scanId });
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(report.createdAt);
  });
});

test.describe('the window', () => {
  test('starts once: a second start brings the first to the front', async ({ app, page, folders }) => {
    const window = await app.browserWindow(page);
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
    await window.evaluate((own) => own.hide());
    const root = process.getuid?.() === 0;
    const second = spawn(
      app.process().spawnfile,
      [...(root ? ['--no-sandbox'] : []), ...launchArguments(folders)],
      {
        stdio: 'ignore',
      },
    );
    const code = await new Promise((resolve) => {
      second.once('exit', resolve);
    });
    expect(code).toBe(0);
    await expect.poll(() => window.evaluate((own) => own.isVisible())).toBe(true);
    expect(app.windows()).toHaveLength(1);
  });

  test('has the title, size and limits that it should, and keeps the keys for zoom and clipboard', async ({
    app,
    page,
  }) => {
    const window = await app.browserWindow(page);
    const size = await window.evaluate((own) => ({
      size: own.getSize(),
      least: own.getMinimumSize(),
    }));
    expect(size).toMatchObject({ size: [1100, 760], least: [320, 400] });
    await expect
      .poll(async () => (await window.evaluate((own) => own.getTitle())) === (await page.title()))
      .toBe(true);
    const roles = await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap((item) =>
        item.submenu?.items.map((entry) => entry.role?.toLowerCase()),
      ),
    );
    expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomin', 'zoomout', 'resetzoom']));
  });
});
