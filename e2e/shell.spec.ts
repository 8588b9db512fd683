import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bridge } from '../electron/core/contract/contract.ts';
import { expect, expectPageError, launchArguments, test } from './app.ts';

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

    // What main itself asks for in the page's session, past the page's policy: a request, and a page in a window.
    const loaded = await app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const trial = new BrowserWindow({ show: false, webPreferences: { session, javascript: false } });
      const requests = session as unknown as { fetch(url: string): Promise<Response> };
      const attempts = await Promise.allSettled([requests.fetch(url), trial.loadURL(url)]);
      trial.destroy();
      return attempts.map((attempt) => attempt.status);
    }, address);
    expect(loaded).toEqual(['rejected', 'rejected']);
    expect(connections).toBe(0);
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
