import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../core/text/en.ts';
import { cli, temporaryFolder } from './testing/cli.ts';

describe('an example on the command line', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const run = (...argv: string[]) =>
    cli(join(folder.path, 'state'), {}, '--example', 'debian-server', '--example-speed', '100000', ...argv);
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('is found and removed in the place of this computer, and writes no run to the usual folder', async () => {
    expect(await run('scan')).toMatchObject({ code: 10, out: expect.stringContaining(en.example) as string });
    const removed = await run('remove', '--yes', '--accept', 'managed-redeploy', '--json');
    expect(removed.code).toBe(0);
    expect(JSON.parse(removed.out)).toMatchObject({ verdict: 'removed', host: { example: 'debian-server' } });
    expect(existsSync(join(folder.path, 'state'))).toBe(false);
  });

  it('gives a report that counts as no proof, however whole it is', async () => {
    const path = join(folder.path, 'report.json');
    writeFileSync(path, (await run('scan', '--json')).out);
    const checked = await cli(folder.path, {}, 'verify', '--report', path);
    expect(checked).toMatchObject({ code: 65, out: '' });
    expect(checked.err).toContain('proves nothing about a real one');
    // Without the mark it is not whole any more.
    const bare = JSON.parse(readFileSync(path, 'utf8')) as { host: { example?: string } };
    delete bare.host.example;
    writeFileSync(path, JSON.stringify(bare));
    expect((await cli(folder.path, {}, 'verify', '--report', path)).err).toContain('altered');
  });

  it('has to be one that was recorded', async () => {
    const unknown = await cli(folder.path, {}, '--example', 'moon', 'scan');
    expect(unknown).toMatchObject({ code: 64, out: '' });
    expect(unknown.err).toContain('home-pc, work-pc, debian-server');
  });
});
