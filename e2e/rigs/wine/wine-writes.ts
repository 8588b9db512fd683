import type { Change } from './difference';

interface WineWrite {
  readonly place: RegExp;
  readonly how: readonly Change['how'][];
  /** Name of the value; without it the whole place. */
  readonly value?: RegExp;
  readonly why: string;
}

const installer = String.raw`^HKLM\\Software\\(?:Microsoft\\Windows\\CurrentVersion|Classes)\\Installer`;

/** What Wine itself changes on a machine where programs are installed and removed. Nothing of a product is in here. */
export const wineWrites: readonly WineWrite[] = [
  {
    place: new RegExp(
      `${installer}(?:\\\\(?:Features|Products|UpgradeCodes|UserData|UserData\\\\S-1-5-18(?:\\\\(?:Products|Components))?))?$`,
      'i',
    ),
    how: ['added'],
    why: 'Windows Installer makes its lists with the first package and keeps them, empty, after the last one.',
  },
  {
    place: /^C:\\windows\\Installer$/i,
    how: ['added'],
    why: 'The folder where Windows Installer keeps a copy of each package; it stays after the last one.',
  },
  {
    place:
      /^HKLM\\System\\CurrentControlSet\\(?:Control\\(?:Class\\\{4D36E96[8E]-E325-11CE-BFC1-08002BE10318\}|Video)|Enum\\(?:PCI|DISPLAY))(?:\\.*)?$/i,
    how: ['added', 'removed', 'changed'],
    why: 'Wine describes its display adapter and monitor anew whenever the first program could draw.',
  },
  {
    place: /^HKU\\S-1-5-21-0-0-0-1000\\Software\\Wine\\WineDbg$/i,
    how: ['added'],
    why: 'Wine’s debugger looks at what a busy machine ends hard when it restarts, and writes down that it was here.',
  },
];
