/** What stands in place of a serial number. */
const mark = '[serial]';

/** Activation codes and product keys: groups of five with a digit in them. No GUID has that shape. */
const code = /(?<![\w-])(?=[A-Z-]*\d)[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3,4}(?![\w-])/gi;

/** A number that its own words call so. */
const labelled =
  /(?<=\b(?:serial(?:[ _-]?(?:number|no\.?|nr\.?))?|s\/n|activation[ _-]?code|licen[cs]e[ _-]?(?:key|number|code)|product[ _-]?key)\s{0,4}(?:[:=#]|is)\s{0,4}["']?)(?!\[serial\])[^\s"',;[\]]+/gi;

/** Names of volumes and devices that the system makes of a serial number or a unique id. */
const devices =
  /(?<=\/dev\/disk\/by-(?:id|uuid|partuuid)\/|\bluks-|\bVolume\{|\b(?:USB|USBSTOR|SCSI|HID)\\[^\\\s]{1,200}\\)(?!\[serial\])[^\s\\/}"']+/gi;

/** The text without serial numbers of computers, devices and licences. */
export const withoutSerials = (text: string): string =>
  text.replace(code, mark).replace(labelled, mark).replace(devices, mark);

const speaksOfSerials =
  /serial|activation[ _-]?code|licen[cs]e[ _-]?(?:key|number|code)|product[ _-]?(?:key|id)$/i;

/** A setting or a registry value whose name says that it holds a serial number: without what it holds. */
export const withoutSerialValue = (
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const named = (label: unknown): boolean => typeof label === 'string' && speaksOfSerials.test(label);
  if (row['data'] !== undefined && named(row['value'])) return { ...row, data: mark };
  return row['value'] !== undefined && named(row['name']) ? { ...row, value: mark } : row;
};
