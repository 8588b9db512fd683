import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { assistantOn, type Assistant } from './assistant';
import { wineUsable } from './available';
import { startMachine, type Machine } from './machine';

describe.runIf(wineUsable())('the Windows program', () => {
  let machine: Machine;
  let assistant: Assistant;
  beforeAll(async () => {
    machine = await startMachine('program');
    assistant = await assistantOn(machine);
  });
  afterAll(() => machine.close());

  it('tells its version and how it is used', async () => {
    const version = await assistant.run(['--version']);
    expect(version).toMatchObject({ code: 0, err: '' });
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await assistant.run(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('Usage: removal-assistant');
    expect((await assistant.run(['nonsense'])).code).toBe(64);
  });

  it('is nothing but itself: switches of Node that a person’s session sets do not reach it', async () => {
    machine.write('C:\\rig\\planted.cjs', 'console.log("planted"); process.exit(9);');
    const env = { NODE_OPTIONS: '--require C:\\rig\\planted.cjs' };
    expect((await assistant.run(['--version'], { env })).out).not.toContain('planted');
  });

  it('calls Windows’ own functions by way of what lies beside it', async () => {
    // The list of services comes from the service manager itself.
    const { report } = await assistant.report(['scan']);
    expect(report.host.os).toBe('windows');
    expect(report.unchecked.filter(({ table }) => table === 'services')).toEqual([]);

    machine.remove('C:\\ra\\node_modules');
    const without = await assistant.report(['scan']);
    expect(without.code).toBe(12);
    expect(without.report.unchecked.map(({ table }) => table)).toContain('services');
  });
});
