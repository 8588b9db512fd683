import { describe, expect, it } from 'vitest';
import { answering, captured, exited } from '../linux/fixtures/recorded.ts';
import type { ExecResult } from '../exec.ts';
import { askCim, parseCimAnswer, scriptFor } from './cim.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const question = { namespace: 'root/Some', classes: ['One', 'Two'], properties: ['name'] };
const ask = (result: ExecResult, registry = recordedRegistry(smallWindows({ drive: 'D' }))) => {
  const exec = answering(() => result);
  return { calls: exec.calls, answer: askCim({ ...stagedMachine('/', { registry }), exec }, question) };
};

describe('a question to WMI', () => {
  it('is put to the PowerShell of this Windows, without a profile', async () => {
    const { calls, answer } = ask(exited(0, '{"failed":[],"rows":[{"class":"One","name":"Имя 卡"}]}'));
    expect(await answer).toEqual({ kind: 'ok', rows: [{ class: 'One', name: 'Имя 卡' }], gaps: [] });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(
      /^D:\\Windows\\System32\\WindowsPowerShell\\v1\.0\\powershell\.exe -NoLogo -NoProfile -NonInteractive -Command /,
    );
  });

  it('loads no module but those of PowerShell itself, and quotes nothing that a command line would split', () => {
    const script = scriptFor(question);
    expect(script).toContain("$PSModuleAutoLoadingPreference = 'None'");
    expect(script.match(/Import-Module \(\$PSHOME \+ /g)).toHaveLength(
      script.match(/Import-Module/g)?.length ?? 0,
    );
    expect(script).not.toMatch(/["\n]/);
  });

  it.each<[string, ExecResult]>([
    ['nothing, with exit code 0', exited(0, '')],
    ['line ends only', exited(0, '\r\n')],
    ['something else', exited(0, 'Windows PowerShell')],
    ['another shape', exited(0, '{"rows":{}}')],
    ['an error', exited(1, '', 'Import-Module : …')],
    ['no end', { kind: 'timeout', afterMs: 1, stdout: captured(''), stderr: captured('') }],
    ['no PowerShell', { kind: 'missing' }],
  ])('has failed where there is %s', async (_, result) =>
    expect(await ask(result).answer).toMatchObject({ kind: 'failed' }),
  );

  it('has failed where Windows’ own folder is not known, and starts nothing then', async () => {
    const { calls, answer } = ask(exited(0, '{}'), recordedRegistry(''));
    expect(await answer).toMatchObject({ kind: 'failed' });
    expect(calls).toEqual([]);
  });
});

describe('an answer of WMI', () => {
  const failure = (more: object) => JSON.stringify({ rows: [], failed: [{ class: 'One', ...more }] });

  it.each([
    ['denied', { code: -2147217405, name: '' }],
    ['denied', { code: 1, name: 'AccessDenied' }],
    ['denied', { code: -2147024891 }],
    ['unavailable', { code: -2147217394, name: 'InvalidNamespace' }],
    ['unavailable', { code: -2147217392 }],
    ['failed', { code: -2147217407, name: 'Failed' }],
    ['failed', {}],
  ])('is %s by its numbers, in whatever language its words are: %j', (kind, more) =>
    expect(parseCimAnswer(failure(more))).toMatchObject({ kind }),
  );

  it('keeps what one class said beside another that said nothing', () => {
    const both = { rows: [{ class: 'Two' }], failed: [{ class: 'One', code: -2147217405 }] };
    expect(parseCimAnswer(JSON.stringify(both))).toEqual({
      kind: 'ok',
      rows: [{ class: 'Two' }],
      gaps: [{ source: 'One', kind: 'denied', why: 'One: access denied' }],
    });
  });

  it('may be that there is nothing', () => {
    expect(parseCimAnswer('{"rows":[],"failed":[]}')).toEqual({ kind: 'ok', rows: [], gaps: [] });
  });
});
