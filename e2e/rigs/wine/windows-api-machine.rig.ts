import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pause } from '../debian/processes';
import { ask, equip, nodeExe } from './api-questions';
import { wineUsable } from './available';
import { compiled } from './built';
import { startMachine, type Machine } from './machine';

const usable = wineUsable();
const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

const equipped = async (name: string): Promise<Machine> => {
  const machine = await startMachine(name);
  await equip(machine);
  return machine;
};

describe.runIf(usable)('services and drivers', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await equipped('services-api');
  });
  afterAll(() => machine.close());

  const states = async (): Promise<ReadonlyMap<string, { readonly state: number; readonly pid: number }>> => {
    const [list] = await ask(machine, [['services']]);
    if (list.kind !== 'ok') throw new Error(list.why);
    return new Map(list.rows.map((row) => [row.name, row]));
  };

  it('are told with their names, kinds, states and processes', async () => {
    const program = 'C:\\Program Files\\Служба\\service.exe';
    machine.put(program, await compiled('service', 'console'));
    const sc = async (...words: readonly string[]): Promise<void> => {
      const { code } = await machine.run('sc.exe', words);
      expect(code).toBe(0);
    };
    await sc('create', 'Проба', 'binPath=', `"${program}" Проба`, 'DisplayName=', 'Служба 卡巴斯基');
    expect((await states()).get('Проба')).toEqual({
      name: 'Проба',
      displayName: 'Служба 卡巴斯基',
      type: 0x10,
      state: 1,
      pid: 0,
    });

    await sc('start', 'Проба');
    const [running, processes] = await ask(machine, [['services'], ['processes']]);
    if (running.kind !== 'ok' || processes.kind !== 'ok') throw new Error('no lists');
    const service = running.rows.find(({ name }) => name === 'Проба');
    expect(service?.state).toBe(4);
    expect(processes.rows.find(({ pid }) => pid === service?.pid)?.path).toBe(program);
    expect(running.rows.find(({ name }) => name === 'HTTP')).toMatchObject({ type: 1, state: 1, pid: 0 });

    await sc('stop', 'Проба');
    expect((await states()).get('Проба')).toMatchObject({ state: 1, pid: 0 });
    await sc('delete', 'Проба');
    expect((await states()).has('Проба')).toBe(false);
  });

  it('are told to the last one where they need more room than Windows gives at once', async () => {
    const many = Array.from({ length: 900 }, (_, index) => `Many ${String(index)}`);
    await machine.importRegistry(
      many.map((name) => ({
        path: `${servicesKey}\\${name}`,
        values: {
          DisplayName: `${name} ${'Ж'.repeat(150)}`,
          ImagePath: 'C:\\x.exe',
          Type: 0x10,
          Start: 3,
          ErrorControl: 1,
        },
      })),
    );
    await machine.restart();
    const known = await states();
    expect(many.filter((name) => !known.has(name))).toEqual([]);
    expect(known.has('HTTP')).toBe(true);
  });
});

describe.runIf(usable)('the mark of a start of Windows', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await equipped('start-mark');
  });
  afterAll(() => machine.close());

  const ourKeys = async (): Promise<readonly string[]> =>
    [...(await machine.state()).registry.keys()].filter((key) => /removalassistant/i.test(key));

  it('is not made by reading, and is one for all who make it at once', async () => {
    const [none] = await ask(machine, [['mark', false]]);
    expect(none).toEqual({ kind: 'missing' });
    expect(await ourKeys()).toEqual([]);

    const ready = [1, 2, 3, 4].map((number) => `C:\\rig\\ready-${String(number)}`);
    const making = Promise.all(
      ready.map((file) =>
        ask(machine, [
          ['markWhen', 'C:\\rig\\start', file],
          ['mark', false],
        ]),
      ),
    );
    while (!ready.every((file) => machine.exists(file))) await pause(20);
    machine.write('C:\\rig\\start', '');
    const makers = await making;
    const marks = new Set(makers.flat().map((mark) => (mark.kind === 'ok' ? mark.value : mark.kind)));
    expect([...marks]).toEqual([expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)]);
    const [wide, narrow] = await ask(machine, [
      ['registry', 'HKLM\\SOFTWARE\\RemovalAssistant\\Session', '64'],
      ['registry', 'HKLM\\SOFTWARE\\RemovalAssistant\\Session', '32'],
    ]);
    const data = Buffer.from(`${[...marks][0] ?? ''}\0`, 'utf16le');
    expect(wide).toEqual({ kind: 'ok', subkeys: [], values: [{ name: 'Start', type: 1, data }] });
    expect(narrow).toEqual({ kind: 'missing' });
  });

  it('is forgotten with everything around it when Windows starts anew', async () => {
    const [before] = await ask(machine, [['mark', true]]);
    await machine.restart();
    expect(await ourKeys()).toEqual([]);
    const [none, after] = await ask(machine, [
      ['mark', false],
      ['mark', true],
    ]);
    expect(none).toEqual({ kind: 'missing' });
    expect(after.kind).toBe('ok');
    expect(after).not.toEqual(before);
  });
});

/** The root of the chain that Node's own signature carries with it. */
const rootIn = (program: Buffer): X509Certificate => {
  const header = program.readUInt32LE(0x3c) + 24;
  // The security entry of a 64-bit program's directories: where the signature lies, and its size.
  const [at, size] = [program.readUInt32LE(header + 144), program.readUInt32LE(header + 148)];
  const signature = program.subarray(at, at + size);
  for (let start = signature.indexOf('3082', 0, 'hex'); start >= 0;) {
    try {
      const length = signature.readUInt16BE(start + 2) + 4;
      const certificate = new X509Certificate(signature.subarray(start, start + length));
      if (certificate.raw.length === length && certificate.subject === certificate.issuer) return certificate;
    } catch {
      // Something else that is as long.
    }
    start = signature.indexOf('3082', start + 1, 'hex');
  }
  throw new Error('no root in the signature');
};

const trust = (machine: Machine, { raw }: X509Certificate): Promise<void> =>
  machine.importRegistry([
    {
      path: `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates\\${createHash('sha1').update(raw).digest('hex').toUpperCase()}`,
      // CERT_CERT_PROP_ID, one, the length, the certificate.
      values: {
        Blob: { binary: Buffer.concat([Buffer.from(Uint32Array.of(32, 1, raw.length).buffer), raw]) },
      },
    },
  ]);

describe.runIf(usable)('the signature of a file', () => {
  it('names its signer; it is trusted only whole, and only up to a root that this computer trusts', async () => {
    const machine = await equipped('signatures');
    try {
      const program = readFileSync(machine.at(nodeExe));
      const changed = Buffer.from(program);
      changed.writeUInt8(changed.readUInt8(0x5000) ^ 1, 0x5000);
      machine.write('C:\\changed.exe', changed);
      machine.put('C:\\bare.exe', await compiled('hold', 'console'));
      machine.write('C:\\text.txt', 'no program at all');
      const questions = [nodeExe, 'C:\\changed.exe', 'C:\\bare.exe', 'C:\\text.txt', 'C:\\none.exe'].map(
        (path) => ['signature', path] as const,
      );
      const none = { kind: 'ok', value: { trusted: false, signer: undefined } };
      const rest = [none, none, none, { kind: 'missing' }];
      const ofNode = (trusted: boolean) => ({ kind: 'ok', value: { trusted, signer: 'OpenJS Foundation' } });
      expect(await ask(machine, questions)).toEqual([ofNode(false), ...rest]);
      await trust(machine, rootIn(program));
      expect(await ask(machine, questions)).toEqual([ofNode(true), ...rest]);
    } finally {
      await machine.close();
    }
  });
});
