import { lazily, systemLibrary } from './koffi.ts';

/** A handle of Windows Installer. It belongs to the thread that made it. */
export type InstallerHandle = number;

/** Functions of Windows Installer (msi.h, msiquery.h). Nearly all answer an error number, 0 when it went well. */
export interface InstallerCalls {
  readonly setWindow: (level: number, window: null) => number;
  readonly enableLog: (mode: number, file: null, attributes: number) => number;
  readonly configure: {
    readonly async: (
      productCode: string,
      level: number,
      state: number,
      properties: Buffer,
      done: (error: unknown, code: number) => void,
    ) => void;
  };
  readonly productState: (productCode: string) => number;
  readonly productInfo: (productCode: string, name: string, value: Buffer, units: Buffer) => number;
  readonly openDatabase: (path: string, mode: null, database: Buffer) => number;
  readonly openView: (database: InstallerHandle, query: string, view: Buffer) => number;
  readonly createRecord: (fields: number) => InstallerHandle;
  readonly setText: (record: InstallerHandle, field: number, text: string) => number;
  readonly execute: (view: InstallerHandle, record: InstallerHandle) => number;
  readonly fetch: (view: InstallerHandle, record: Buffer) => number;
  readonly text: (record: InstallerHandle, field: number, text: Buffer, units: Buffer) => number;
  readonly close: (handle: InstallerHandle) => number;
}

export const installerCalls = lazily((): InstallerCalls => {
  const library = systemLibrary('msi.dll');
  return {
    setWindow: library.func('int MsiSetInternalUI(int, void *)'),
    enableLog: library.func('uint32 MsiEnableLogW(uint32, str16, uint32)'),
    configure: library.func('uint32 MsiConfigureProductExW(str16, int, int, void *)'),
    productState: library.func('int MsiQueryProductStateW(str16)'),
    productInfo: library.func('uint32 MsiGetProductInfoW(str16, str16, void *, void *)'),
    openDatabase: library.func('uint32 MsiOpenDatabaseW(str16, void *, void *)'),
    openView: library.func('uint32 MsiDatabaseOpenViewW(uint32, str16, void *)'),
    createRecord: library.func('uint32 MsiCreateRecord(uint32)'),
    setText: library.func('uint32 MsiRecordSetStringW(uint32, uint32, str16)'),
    execute: library.func('uint32 MsiViewExecute(uint32, uint32)'),
    fetch: library.func('uint32 MsiViewFetch(uint32, void *)'),
    text: library.func('uint32 MsiRecordGetStringW(uint32, uint32, void *, void *)'),
    close: library.func('uint32 MsiCloseHandle(uint32)'),
  };
});
