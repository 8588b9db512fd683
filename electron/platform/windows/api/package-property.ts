import type { Told } from '../machine.ts';
import { wideText } from './koffi.ts';
import type { InstallerHandle } from './installer-calls.ts';
import { installerCalls } from './installer-calls.ts';
import type { Trouble } from './trouble.ts';
import { attempt, errors, windowsTrouble } from './trouble.ts';

/** A property is a text of any length; a longer one is no name, list or switch. In UTF-16 units. */
const mostUnits = 1024 * 1024;

/** One entry of the Property table of the package that Windows keeps of an installed product. */
export const packageProperty = (productCode: string, name: string): Told<string> =>
  attempt<Told<string>>(productCode, () => {
    const path = localPackage(productCode);
    if (path.kind !== 'ok') return path;
    // Handles that are open at the end are closed; the last one stands first.
    const open: InstallerHandle[] = [];
    try {
      return propertyIn(path.value, name, open);
    } finally {
      for (const handle of open) installerCalls().close(handle);
    }
  });

const localPackage = (productCode: string): Told<string> => {
  const what = `the package of ${productCode}`;
  const path = textFrom((value, units) =>
    installerCalls().productInfo(productCode, 'LocalPackage', value, units),
  );
  if (path === errors.unknownProduct) return { kind: 'failed', why: `${productCode} is not installed` };
  if (path === '' || path === errors.unknownProperty)
    return { kind: 'failed', why: `${what} is not kept on this computer` };
  if (typeof path === 'number') return windowsTrouble(what, path);
  return { kind: 'ok', value: path };
};

const propertyIn = (path: string, name: string, open: InstallerHandle[]): Told<string> => {
  const calls = installerCalls();
  const opened = (what: string, call: (handle: Buffer) => number): InstallerHandle | Trouble => {
    const handle = Buffer.alloc(4);
    const code = call(handle);
    if (code !== errors.none) return windowsTrouble(what, code);
    open.unshift(handle.readUInt32LE());
    return handle.readUInt32LE();
  };
  // Without a mode it is opened for reading.
  const database = opened(path, (handle) => calls.openDatabase(path, null, handle));
  if (typeof database !== 'number') return database;
  const query = 'SELECT `Value` FROM `Property` WHERE `Property` = ?';
  const view = opened(path, (handle) => calls.openView(database, query, handle));
  if (typeof view !== 'number') return view;
  const wanted = calls.createRecord(1);
  open.unshift(wanted);
  const asked = calls.setText(wanted, 1, name) || calls.execute(view, wanted);
  if (asked !== errors.none) return windowsTrouble(path, asked);
  const row = Buffer.alloc(4);
  const fetched = calls.fetch(view, row);
  if (fetched === errors.noMoreItems) return { kind: 'missing' };
  if (fetched !== errors.none) return windowsTrouble(path, fetched);
  open.unshift(row.readUInt32LE());
  const value = textFrom((text, units) => calls.text(row.readUInt32LE(), 1, text, units));
  return typeof value === 'number' ? windowsTrouble(path, value) : { kind: 'ok', value };
};

/** A text of whatever length, or an error number. Windows Installer counts without the closing zero. */
const textFrom = (call: (text: Buffer, units: Buffer) => number): string | number => {
  const units = Buffer.alloc(4);
  let room = 256;
  for (;;) {
    const text = Buffer.alloc(2 * room);
    units.writeUInt32LE(room);
    const code = call(text, units);
    if (code === errors.none) return wideText(text, units.readUInt32LE());
    if (code !== errors.moreData || room >= mostUnits) return code;
    room = Math.min(Math.max(units.readUInt32LE() + 1, 2 * room), mostUnits);
  }
};
