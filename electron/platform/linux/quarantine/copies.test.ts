import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exec } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { benchOn, files, kesl, leaveProduct } from '../../shared/quarantine/testing/bench.ts';
import { noPackages } from '../../shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage } from '../../shared/quarantine/testing/stage.ts';

let stage: Stage;
afterEach(() => stage.remove());
const open = (...own: Parameters<ReturnType<typeof benchOn>['open']>) => benchOn(stage).open(...own);
const record = (...what: Parameters<ReturnType<typeof benchOn>['record']>) => benchOn(stage).record(...what);
const real = (path: string): string => benchOn(stage).real(path);
const take = (...what: Parameters<ReturnType<typeof benchOn>['take']>) => benchOn(stage).take(...what);

const hasAttributeTools = ['getfattr', 'setfattr', 'setfacl'].every((tool) => existsSync(`/usr/bin/${tool}`));

describe('a copy', () => {
  beforeEach(() => {
    stage = makeStage({ apart: true });
    leaveProduct(stage);
  });

  test('says when the tools for extended attributes are not there', async () => {
    const without: Exec = async (request) =>
      request.command.endsWith('fattr') ? { kind: 'missing' } : noPackages(request);
    const quarantine = open(without);
    const written = await record(quarantine, files());
    expect(readFileSync(join(stage.run, 'quarantine/0001/record.json'), 'utf8')).toContain(
      '"attributes":"unknown"',
    );
    expect(await quarantine.setAside(written)).toMatchObject({ done: { gaps: ['attributes-unknown'] } });
  });

  test.runIf(hasAttributeTools)('carries access lists and extended attributes there and back', async () => {
    const tool = async (command: string, ...args: readonly string[]): Promise<string> => {
      const result = await exec({ command, args });
      return result.kind === 'exited' && result.code === 0 ? result.stdout.text : JSON.stringify(result);
    };
    await tool('setfattr', '-n', 'trusted.note', '-v', 'hello', real(`${kesl}/bin/tool`));
    await tool('setfacl', '-m', 'u:daemon:rwx', real(`${kesl}/bin`));
    await tool('setfacl', '-d', '-m', 'u:daemon:rwx', real(`${kesl}/empty`));
    const dump = (): Promise<string> =>
      tool('getfattr', '-h', '-R', '-P', '-d', '-m', '-', '-e', 'hex', '--absolute-names', stage.root);
    const [before, attributes] = [stage.state(), await dump()];
    expect(attributes.match(/^[a-z]/gm)?.length).toBe(3);
    const written = await take();
    expect(stage.exists(kesl)).toBe(false);
    await open().putBack(written);
    await open().finish([written]);
    expect([stage.state(), await dump()]).toEqual([before, attributes]);
  });

  test('that could not have the exact time is none: the original stays whole', async () => {
    const before = stage.state();
    const without: Exec = async (request) =>
      request.command === 'touch' ? { kind: 'missing' } : noPackages(request);
    const quarantine = open(without);
    const written = await record(quarantine, files());
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why: 'no-tool' });
    expect(stage.state()).toEqual(before);
  });
});
