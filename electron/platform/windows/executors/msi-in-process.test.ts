import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PasswordProperty } from '../../../core/model/plan.ts';
import type { PlayedWindows } from '../testing/played-windows.ts';
import { code, installedProduct, logOf, msiexec, removeIt, takeAway } from '../testing/removed-product.ts';

const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer';

let pc: PlayedWindows;
beforeEach(() => (pc = installedProduct()));
afterEach(() => pc.remove());

describe('a password', () => {
  const protectedBy = (property: PasswordProperty, right: string): void => {
    pc.removal = (_, properties) => {
      if (
        properties !==
        `${property.startsWith('KLLOGIN') ? 'KLLOGIN="KLAdmin" KLPASSWD' : property}="${right}"`
      )
        return 1603;
      takeAway(pc);
      return 0;
    };
  };

  it('is handed to Windows Installer in this process, and to nobody else', async () => {
    protectedBy('KLLOGIN+KLPASSWD', 'S3cret');
    const { result } = await removeIt(pc, { property: 'KLLOGIN+KLPASSWD', password: 'S3cret' });
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(pc.started).toEqual([]);
    expect(pc.workFolders()).toEqual([]);
    for (const lent of pc.lent) expect(lent.every((byte) => byte === 0)).toBe(true);
  });

  it('that is wrong leaves the product and is told as such, without any of it', async () => {
    protectedBy('UNLOCK_PASSWORD', 'S3cret');
    const { result } = await removeIt(pc, { property: 'UNLOCK_PASSWORD', password: 'wrong-one' });
    expect(result).toMatchObject({ outcome: 'wrong-password-or-rights', exitCode: 1603 });
    expect(JSON.stringify(result)).not.toContain('wrong-one');
    expect(pc.lent[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('goes to the agent in digits', async () => {
    protectedBy('KLUNINSTPASSWD', '530033006300');
    expect((await removeIt(pc, { property: 'KLUNINSTPASSWD', password: 'S3c' })).result.outcome).toBe(
      'removed',
    );
  });

  it('that nobody gave: the fatal error of a product that takes one is told as the missing one', async () => {
    pc.program(msiexec, (msi) => msi.exit(1603));
    expect((await removeIt(pc, { property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe(
      'wrong-password-or-rights',
    );
    expect((await removeIt(pc, { property: 'KLLOGIN+KLPASSWD', password: '' })).result.outcome).toBe(
      'wrong-password-or-rights',
    );
    expect((await removeIt(pc, {})).result.outcome).toBe('failed');
  });

  it('that nobody gave is not the reason when the log names another', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(pc, msi), 'Product: Kaspersky -- Error 1721. A program cannot be run.\n');
      msi.exit(1603);
    });
    expect((await removeIt(pc, { property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe('failed');
  });

  it('that the log asks for, but only its own window takes, is a person’s to type', async () => {
    pc.program(msiexec, (msi) => {
      writeFileSync(logOf(pc, msi), 'Product: Kaspersky -- The password is not correct.\n');
      msi.exit(1603);
    });
    expect((await removeIt(pc, { password: 'S3cret' })).result.outcome).toBe('needs-person');
    expect(pc.removals).toEqual([]);
  });

  it('that was missing or wrong makes a cancellation out of a removal that nobody could cancel', async () => {
    pc.program(msiexec, (msi) => msi.exit(1602));
    pc.removal = () => 1602;
    expect((await removeIt(pc, { property: 'KLLOGIN+KLPASSWD' })).result.outcome).toBe(
      'wrong-password-or-rights',
    );
    const given = await removeIt(pc, { property: 'KLLOGIN+KLPASSWD', password: 'x' });
    expect(given.result.outcome).toBe('wrong-password-or-rights');
  });

  it.each<[string, () => void]>([
    ['a policy writes every property into a log', () => pc.setKey(policies, { Logging: 'voicewarmup' })],
    ['it cannot be told whether a policy does', () => pc.closeKey(policies, { kind: 'denied', why: 'x' })],
    [
      'the package itself asks for a log',
      () => pc.packageProperties.set(`${code} MsiLogging`, { kind: 'ok', value: 'voicewarmup' }),
    ],
    [
      'it cannot be told whether the package does',
      () => pc.packageProperties.set(`${code} MsiLogging`, { kind: 'failed', why: 'x' }),
    ],
  ])('is not handed over when %s', async (_, prepare) => {
    prepare();
    protectedBy('KLLOGIN+KLPASSWD', 'S3cret');
    const scene = { property: 'KLLOGIN+KLPASSWD', password: 'S3cret' } as const;
    expect((await removeIt(pc, scene)).result.outcome).toBe('needs-person');
    expect(pc.removals).toEqual([]);
    pc.packageProperties.set(`${code} MsiHiddenProperties`, { kind: 'ok', value: 'OTHER;KLPASSWD' });
    expect((await removeIt(pc, scene)).result.outcome).toBe('removed');
  });

  it('is handed over again, and only then, when another installation was at work', async () => {
    let tries = 0;
    pc.removal = () => {
      tries += 1;
      if (tries === 2) takeAway(pc);
      return tries === 1 ? 1618 : 0;
    };
    const { result, progress } = await removeIt(pc, { property: 'UNLOCK_PASSWORD', password: 'S3cret' });
    expect(result.outcome).toBe('removed');
    expect(progress).toHaveLength(1);
    expect(pc.removals).toEqual(['UNLOCK_PASSWORD="S3cret"', 'UNLOCK_PASSWORD="S3cret"']);
  });

  it('never reaches a computer whose Windows Installer cannot be called', async () => {
    pc.removal = () => {
      throw new Error('no such library');
    };
    const { result } = await removeIt(pc, { property: 'UNLOCK_PASSWORD', password: 'S3cret' });
    expect(result).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('no such library') });
    expect(pc.lent[0]?.every((byte) => byte === 0)).toBe(true);
  });
});
