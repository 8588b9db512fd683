import { describe, expect, it } from 'vitest';
import { programOfUnitFile } from './unit-parser.ts';

const service = (...lines: string[]): string =>
  ['[Unit]', 'Description=x', '[Service]', ...lines, '[Install]'].join('\n');

describe('the program of a unit file', () => {
  it.each([
    ['ExecStart=/opt/kaspersky/kesl/bin/kesl --daemon', '/opt/kaspersky/kesl/bin/kesl'],
    ['ExecStart=-/usr/sbin/x', '/usr/sbin/x'],
    ['ExecStart=@/usr/sbin/x name arg', '/usr/sbin/x'],
    ['ExecStart=!!:/usr/sbin/x', '/usr/sbin/x'],
    ['ExecStart = "/opt/a b/x" -d', '/opt/a b/x'],
    ['ExecStart=sh -c "x"', 'sh'],
  ])('is read from %s', (line, program) => {
    expect(programOfUnitFile(service(line))).toBe(program);
  });

  it('follows a continued line, also over a comment', () => {
    expect(programOfUnitFile(service('ExecStart=\\', '# why', '  /usr/bin/x \\', '  --flag'))).toBe(
      '/usr/bin/x',
    );
  });

  it('is the one after the last reset', () => {
    expect(
      programOfUnitFile(
        service(
          'ExecStart=/usr/bin/old',
          'ExecStart=',
          'ExecStart=/usr/bin/new',
          'ExecStart=/usr/bin/second',
        ),
      ),
    ).toBe('/usr/bin/new');
  });

  it('is looked for in [Service] only, and not in comments', () => {
    expect(
      programOfUnitFile(
        '[X-Other]\nExecStart=/usr/bin/x\n[Service]\n#ExecStart=/usr/bin/y\n; ExecStart=/z\n',
      ),
    ).toBeUndefined();
  });

  it('is nothing in an empty file', () => {
    expect(programOfUnitFile('')).toBeUndefined();
  });
});
