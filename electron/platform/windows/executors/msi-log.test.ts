import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeLog, findingsIn, readLog } from './msi-log.ts';

/** The end of a log as Windows writes it, after public ones. */
const windowsLog = [
  '=== Verbose logging started: 05/07/2023  11:19:31  Build type: SHIP UNICODE 5.00.10011.00 ===',
  'MSI (c) (7C:DC) [11:19:31:311]: ******* CommandLine: KLPASSWD=hunter2 ',
  "MSI (s) (74:40) [11:19:32:793]: PROPERTY CHANGE: Adding KLPASSWD property. Its value is 'hunter2'.",
  'MSI (s) (74:40) [11:19:32:800]: Doing action: StopProduct',
  'Action start 11:19:32: StopProduct.',
  'MSI (s) (74:40) [11:19:33:100]: Product: Kaspersky Endpoint Security -- Error 1721. There is a problem.',
  'CustomAction StopProduct returned actual error code 1603 (note this may not be 100% accurate)',
  'Action ended 11:19:33: StopProduct. Return value 3.',
  'Action ended 11:19:33: INSTALL. Return value 3.',
  'Property(S): KLPASSWD = hunter2',
  'Property(S): Message = Product: x -- hunter2',
  'MSI (s) (74:40) [11:19:33:300]: Product: Kaspersky Endpoint Security -- Removal failed.',
  'MSI (s) (74:40) [11:19:33:301]: MainEngineThread is returning 1603',
];

describe('the log of a failed removal', () => {
  it('is told in its telling lines, without the values of properties and without command lines', () => {
    const { lines, reason } = findingsIn(windowsLog.join('\r\n'));
    expect(lines).toEqual([
      'Product: Kaspersky Endpoint Security -- Error 1721. There is a problem.',
      'CustomAction StopProduct returned actual error code 1603 (note this may not be 100% accurate)',
      'Action ended 11:19:33: StopProduct. Return value 3.',
      'Product: Kaspersky Endpoint Security -- Removal failed.',
    ]);
    expect(reason).toBe('other');
  });

  it.each([
    ['Product: KES -- The password is not correct.', 'password'],
    ['MSI (s) (74:40) [11:19:32:793]: Продукт: KES -- Неверный пароль.', 'password'],
    ['CustomAction CheckPassword returned actual error code 1603', 'password'],
    [
      'MSI (s) (74!40) [11:19:32:793]: wrong password entered\nAction ended 11:19:33: Check. Return value 3.',
      'password',
    ],
    ['Product: KES -- Error 1730. You must be an Administrator to remove this application.', 'rights'],
    ['Fehler 1925. Sie verfügen nicht über ausreichende Berechtigungen.', 'rights'],
    ['Product: KES -- Error 1921. Service could not be stopped.', 'other'],
    ['Action ended 11:19:33: INSTALL. Return value 3.\nProduct: KES -- Removal failed.', 'nothing'],
    ['Property(S): SecureCustomProperties = KLPASSWD;PASSWORD', 'nothing'],
    ['Action ended 10:55:20: LaunchConditions. Return value 0.', 'nothing'],
    ['', 'nothing'],
  ])('%j names its reason: %s', (log, reason) => {
    expect(findingsIn(log).reason).toBe(reason);
  });

  it('does not take a word about a password far from the failure for its reason', () => {
    const far = ['Doing action: LoadPasswordSettings', ...Array<string>(20).fill('Doing action: x')];
    expect(findingsIn([...far, 'Action ended 1:2:3: Stop. Return value 3.'].join('\n')).reason).toBe(
      'nothing',
    );
  });
});

describe('the bytes of a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'msi-log-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'x.log');

  it('are UTF-16 from Windows and 8-bit text from Wine', async () => {
    for (const bytes of [
      Buffer.from('\uFEFFПродукт: KES -- x', 'utf16le'),
      Buffer.from('Продукт: KES -- x', 'utf8'),
    ]) {
      writeFileSync(path, bytes);
      expect(await readLog(path)).toBe('Продукт: KES -- x');
    }
    expect(decodeLog(Buffer.from('Pr'), Buffer.from([0x50, 0xe9]))).toBe('Pé');
  });

  it('are read from the end of a long log, whole characters only', async () => {
    writeFileSync(
      path,
      Buffer.from(`\uFEFF${'Property(S): x\r\n'.repeat(300_000)}Product: KES -- end`, 'utf16le'),
    );
    const log = (await readLog(path)) ?? '';
    expect(log.length).toBeLessThan(3_000_000);
    expect(findingsIn(log).lines).toEqual(['Product: KES -- end']);
  });

  it('that are not there say nothing', async () => {
    expect(await readLog(join(folder, 'none.log'))).toBeUndefined();
  });
});
