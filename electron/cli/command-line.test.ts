import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../core/text/command-line.ts';
import { exec } from '../platform/exec.ts';

const program = ['removal-assistant'];
const remove = {
  kind: 'remove',
  productIds: ['linux-kesl', 'linux-nagent'],
  accepted: ['managed-redeploy'],
  leftovers: true,
  asksPassword: true,
} as const;

describe('the command line that does the same as the window', () => {
  it('asks when somebody sits there, and asks nothing when nobody does', () => {
    expect(commandLine(remove, { program, os: 'linux', unattended: false })).toBe(
      'sudo removal-assistant remove --product linux-kesl --product linux-nagent --accept managed-redeploy --leftovers',
    );
    expect(commandLine(remove, { program, os: 'windows', unattended: true })).toBe(
      'removal-assistant remove --product linux-kesl --product linux-nagent --accept managed-redeploy --leftovers --yes --password-stdin',
    );
  });

  it('starts the program where it lies, as the shell of that system wants it', () => {
    const scan = (os: 'linux' | 'windows', ...words: readonly string[]): string =>
      commandLine({ kind: 'scan' }, { program: words, os, unattended: false });
    expect(scan('linux', '/media/stick/Ann’s tools/cli/removal-assistant')).toBe(
      "'/media/stick/Ann’s tools/cli/removal-assistant' scan",
    );
    expect(scan('windows', 'E:\\tools\\removal-assistant.exe')).toBe(
      "& 'E:\\tools\\removal-assistant.exe' scan",
    );
    expect(scan('linux', 'npm', '--prefix', '/srv/ra', 'run', '--silent', 'cli', '--')).toBe(
      'npm --prefix /srv/ra run --silent cli -- scan',
    );
  });

  it('knows every step', () => {
    const seat = {
      program,
      os: 'macos',
      unattended: true,
      subject: { assetTag: 'PC 7', ticket: '' },
    } as const;
    const run = '20261126-101500-4f3a9c';
    expect(commandLine({ kind: 'scan' }, seat)).toBe("removal-assistant scan --asset-tag 'PC 7'");
    expect(commandLine({ kind: 'undo', run }, seat)).toBe(
      `sudo removal-assistant undo ${run} --asset-tag 'PC 7'`,
    );
    for (const kind of ['verify', 'report'] as const)
      expect(commandLine({ kind, run }, seat)).toContain(` ${run}`);
    expect(commandLine({ kind: 'plan', productIds: ['x'], leftovers: false }, seat)).toContain('--product x');
  });

  it('is quoted for PowerShell on Windows, whatever it takes for a quote', () => {
    const line = (assetTag: string) =>
      commandLine({ kind: 'scan' }, { program, os: 'windows', unattended: false, subject: { assetTag } });
    expect(line('Anna’s PC')).toBe("removal-assistant scan --asset-tag 'Anna’’s PC'");
    expect(line("a'; Remove-Item x")).toBe("removal-assistant scan --asset-tag 'a''; Remove-Item x'");
    expect(line('$(calc) `n %PATH%')).toBe("removal-assistant scan --asset-tag '$(calc) `n %PATH%'");
    expect(line('say "hi"')).toBe(`removal-assistant scan --asset-tag 'say \\"hi\\"'`);
    expect(line('--yes')).toBe("removal-assistant scan '--asset-tag=--yes'");
    expect(line('two\nlines')).toBe("removal-assistant scan --asset-tag 'two lines'");
  });

  it.runIf(process.platform !== 'win32')(
    'reaches the program word by word through sh, whatever was typed',
    async () => {
      const values = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), 40);
      const wanted = ["$(id) `id` ; & | > x '\\''", ...values]
        // oxlint-disable-next-line no-control-regex -- the same as the line takes out
        .map((value) => value.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim())
        .filter((value) => value !== '' && Buffer.from(value).toString() === value);
      const lines = wanted.map((ticket) =>
        commandLine({ kind: 'scan' }, { program, os: 'linux', unattended: false, subject: { ticket } }),
      );
      const script = `removal-assistant() { for word; do printf '%s\\0' "$word"; done; printf '\\0'; }\n${lines.join('\n')}\n`;
      const ran = await exec({
        command: '/bin/sh',
        args: ['-c', script.replaceAll('removal-assistant', 'tool')],
      });
      const heard = (ran.kind === 'exited' ? ran.stdout.text : '')
        .split('\0\0')
        .slice(0, -1)
        .map((words) => words.split('\0'));
      expect(heard).toEqual(
        wanted.map((value) =>
          value.startsWith('-') ? ['scan', `--ticket=${value}`] : ['scan', '--ticket', value],
        ),
      );
    },
  );
});
