import { createHmac } from 'node:crypto';

/**
 * A mark made of the id that a system was given when it was installed: the same for every look at this computer, and
 * of no use to anybody else, as machine-id(5) asks of programs that pass it on. Undefined for what is no such id: 32 hex
 * digits, with or without dashes, and not all zeros.
 */
export const machineMark = (id: string): string | undefined => {
  const digits = id
    .trim()
    .replace(/^\{|\}$/g, '')
    .replaceAll('-', '')
    .toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits) || /^0+$/.test(digits)) return undefined;
  return createHmac('sha256', digits).update('removal-assistant/machine/1').digest('hex').slice(0, 32);
};
