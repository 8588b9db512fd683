import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostsUsable } from './available';
import { startDisplay, type Display } from './display';
import type { HostUser } from './enter';
import { startHost, type Host } from './host';
import { launchWindowOn } from './window';

const main = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true } });
  const name = require('node:os').hostname();
  window.loadURL('data:text/html,<h1>Window on ' + name + '</h1>');
});
app.on('window-all-closed', () => app.quit());
`;

const appFolder = '/opt/trial';
const profile = '/var/tmp/profile';

describe.runIf(hostsUsable())('a window on a host', () => {
  let host: Host;
  let display: Display;
  beforeAll(async () => {
    [host, display] = await Promise.all([startHost({ name: 'desk' }), startDisplay()]);
    await host.writeFile(`${appFolder}/main.js`, main);
    await host.writeFile(
      `${appFolder}/package.json`,
      '{"name": "trial", "version": "1.0.0", "main": "main.js"}',
    );
  });
  afterAll(async () => {
    await host.stop();
    await display.stop();
  });

  const open = async (
    user?: HostUser,
  ): Promise<{ readonly heading: string | null; readonly seccomp: string }> => {
    const app = await launchWindowOn(host, {
      args: [appFolder],
      display: display.name,
      userData: user === undefined ? profile : `${user.home}/profile`,
      ...(user ? { user } : {}),
    });
    try {
      const page = await app.firstWindow();
      const heading = await page.getByRole('heading').textContent();
      const pid = await app.evaluate(
        ({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab')?.pid ?? 0,
      );
      const status = await host.readFile(`/proc/${String(pid)}/status`);
      return { heading, seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '' };
    } finally {
      await app.close();
    }
  };

  it('is driven from outside', async () => {
    expect((await open()).heading).toBe('Window on desk');
    expect(await host.exists(`${profile}/Preferences`)).toBe(true);
  });

  it('runs as an ordinary user with its sandbox', async () => {
    expect(await open(await host.createUser('anna'))).toEqual({ heading: 'Window on desk', seccomp: '2' });
  });

  it('leaves no process behind', async () => {
    expect((await host.exec(['pgrep', '-a', 'electron'])).stdout).toBe('');
    await host.reboot();
    expect((await open()).heading).toBe('Window on desk');
  });

  it('cannot be reached on a network of its own', async () => {
    const away = { ...host, privateNetwork: true };
    const options = { args: [appFolder], display: display.name, userData: profile };
    await expect(launchWindowOn(away, options)).rejects.toThrow('network of its own');
  });
});
