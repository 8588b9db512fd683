import { describe, expect, it } from 'vitest';
import { catalogue } from '../core/catalogue/index.ts';
import { hazardIds } from '../core/model/hazard.ts';
import { fail, ok } from '../core/model/result.ts';
import { argumentOf, speedOf } from './arguments.ts';
import { handlersFor } from './calls/index.ts';
import { createDoor } from './door.ts';
import { createJobs } from './jobs.ts';
import { createStage } from './stage.ts';
import { servicesFor, setUp } from './testing/small-desk.ts';

const desk = { catalogue, tool: { name: 'x', version: '1.0.0' } };

describe('a recorded computer in the place of this one', () => {
  const setUpStage = () => {
    const { pc, machine } = setUp();
    const jobs = createJobs();
    const opened: string[] = [];
    const stage = createStage({
      desk,
      jobs,
      thisMachine: machine,
      speed: 100_000,
      reopen: () => opened.push('window'),
      doorOn: (computer) =>
        createDoor(handlersFor({ ...servicesFor(machine).services, jobs, ...computer }), {
          checkOutput: true,
        }),
    });
    const scan = async (): Promise<string> => {
      const answer = (await stage.door('scan', {})) as { value: { scanId: string } };
      return answer.value.scanId;
    };
    return { pc, jobs, opened, stage, scan };
  };

  it('is what every call is about from then on, until it is left', async () => {
    const { stage } = setUpStage();
    expect(await stage.door('describe', {})).toMatchObject({
      value: {
        host: { name: 'pc' },
        examples: [{ name: 'home-pc' }, {}, {}, {}, {}],
      },
    });
    expect(await stage.door('openExample', { name: 'work-pc' })).toEqual(ok({}));
    expect(await stage.door('describe', {})).toMatchObject({
      value: { host: { example: 'work-pc', os: 'windows' }, elevation: 'available' },
    });
    expect(await stage.door('leaveExample', {})).toEqual(ok({}));
    expect(await stage.door('describe', {})).toMatchObject({ value: { host: { name: 'pc' } } });
  });

  it('shares nothing with it: what was seen on the one is unknown on the other', async () => {
    const { stage, scan, pc } = setUpStage();
    const here = { scanId: await scan(), productIds: ['linux-kesl'], accepted: [] };
    await stage.door('openExample', { name: 'debian-server' });
    const there = { scanId: await scan(), productIds: ['linux-kesl'], accepted: ['managed-redeploy'] };
    expect(await stage.door('remove', here)).toEqual(fail('scan-outdated'));
    expect(await stage.door('remove', there)).toMatchObject({
      value: { report: { host: { example: 'debian-server' } } },
    });
    await stage.door('leaveExample', {});
    expect(await stage.door('remove', there)).toEqual(fail('scan-outdated'));
    expect(pc.packages).toHaveLength(1);
  });

  it('restarts as far as it is played, opens the window again and goes on to the end', async () => {
    const { stage, scan, opened } = setUpStage();
    await stage.door('openExample', { name: 'home-pc' });
    const scanId = await scan();
    const productIds = ['consumer-standard-plus-premium', 'vpn-win', 'pwm-win'];
    const choices = { scanId, productIds, accepted: [...hazardIds] };
    await stage.door('plan', choices);
    const removed = (await stage.door('remove', choices)) as { value: { runId: string } };
    expect(removed).toMatchObject({
      value: { report: { verdict: 'restart-needed' }, reopening: { kind: 'registered' } },
    });
    const { runId } = removed.value;
    expect(await stage.door('restart', {})).toEqual(ok({}));
    expect(opened).toEqual(['window']);
    expect(await stage.door('describe', {})).toMatchObject({ value: { openRun: { runId, asked: true } } });
    expect(await stage.door('resume', { runId })).toMatchObject({
      value: { report: { verdict: 'removed' } },
    });
    const described = (await stage.door('describe', {})) as { value: { openRun?: unknown } };
    expect(described.value.openRun).toBeUndefined();
    await stage.door('leaveExample', {});
  });

  it('has to be one that was recorded, and does not come in the middle of something', async () => {
    const { stage, jobs } = setUpStage();
    expect(await stage.door('openExample', { name: 'moon' })).toMatchObject({
      problem: { code: 'unknown-example' },
    });
    expect(await stage.door('openExample', { name: '__proto__' })).toMatchObject({
      problem: { code: 'unknown-example' },
    });
    let end = (): void => undefined;
    const job = jobs.run<true>('scan', () => new Promise((resolve) => (end = () => resolve(ok(true)))));
    expect(await stage.door('openExample', { name: 'work-pc' })).toEqual(fail('already-running'));
    expect(await stage.door('leaveExample', {})).toEqual(fail('already-running'));
    await Promise.resolve();
    end();
    await job;
    expect(await stage.door('openExample', { name: 'work-pc' })).toEqual(ok({}));
    await stage.door('leaveExample', {});
  });
});

describe('words on the command line of the window', () => {
  it('are read with a blank and with an equals sign', () => {
    expect(argumentOf(['electron', '.', '--example', 'home-pc'], '--example')).toBe('home-pc');
    expect(argumentOf(['electron', '.', '--example=work-pc'], '--example')).toBe('work-pc');
    expect(argumentOf(['electron', '.', '--example-speed=9'], '--example')).toBeUndefined();
    expect(argumentOf(['electron', '--example'], '--example')).toBe('');
  });

  it('give a speed that is a positive number', () => {
    expect([undefined, '20', '0.5', '0', '-1', 'fast', ''].map(speedOf)).toEqual([1, 20, 0.5, 1, 1, 1, 1]);
  });
});
