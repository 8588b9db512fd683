import { open } from 'node:fs/promises';

/** What the log of a failed removal says of its reason. */
export interface LogFindings {
  /** The last lines that tell something, oldest first. Never those with properties or command lines. */
  readonly lines: readonly string[];
  /** `nothing`: the log names no reason at all. */
  readonly reason: 'password' | 'rights' | 'other' | 'nothing';
}

const keptLines = 8;
const longestLine = 400;
/** A verbose log of a large product has about 20 MB; what ended it stands at the end. In bytes. */
const tailBytes = 4 * 1024 * 1024;

/**
 * The end of a log as text. Windows writes UTF-16LE with a byte order mark, Wine (and `/l` with an old package) 8-bit
 * text; bytes that are no UTF-8 are read one a character, since only the plain ones matter here.
 */
export const decodeLog = (head: Buffer, tail: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return tail.toString('utf16le');
  const text = tail.toString('utf8');
  return text.includes('\uFFFD') ? tail.toString('latin1') : text;
};

/** Undefined when there is no log, or it cannot be read: it only explains, so its absence is no trouble. */
export const readLog = async (path: string): Promise<string | undefined> => {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const head = Buffer.alloc(2);
      await file.read(head, 0, 2, 0);
      // An even place, so that no character of UTF-16 is cut.
      const from = Math.max(0, size - tailBytes) & ~1;
      const tail = Buffer.alloc(size - from);
      const { bytesRead } = await file.read(tail, 0, tail.length, from);
      return decodeLog(head, tail.subarray(0, bytesRead)).replace(/^\uFEFF/, '');
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
};

/** `MSI (s) (34:A8) [10:11:12:131]: ` and its relatives of custom actions. */
const stamp = /^MSI \([csn]\) ?\([^)]*\) \[[\d:]+\]: /;
/** `Product: Kaspersky … -- Removal failed.`, in every language of Windows. */
const aboutProduct = /^[\p{L} ]+: .+ -- \S/u;
/** `Error 1730. You must be an Administrator …`, in every language; the same within a line about the product. */
const numberedError = /(?:^|-- )[\p{L} ]+ (\d{4,5})\. /u;
const failedAction = /^CustomAction \S+ returned actual error code \d+/;
const endOfFailed = /^Action ended [\d:]+: \S+ Return value 3\.$/;
/** Names and values that an installer got; a password of somebody else's script may be among them. */
const withValues = /^Property\(|PROPERTY CHANGE|command ?line|CustomActionData/i;

/** Windows Installer's own errors about rights: 1730 "must be an Administrator", 1925 "sufficient privileges". */
const rightsErrors: ReadonlySet<string> = new Set(['1730', '1925']);
const password = /passw|\bpwd\b|парол|kennwort|contraseña|mot de passe|senha|密码|密碼|パスワード|암호/iu;
/** How far above the first failed action its own words stand. */
const nearLines = 12;

/** Finds the reason in a log, by the way Windows Installer writes one down. */
export const findingsIn = (log: string): LogFindings => {
  const lines = log
    .split(/\r?\n/)
    .map((line) => line.replace(stamp, '').trim())
    .filter((line) => line !== '' && !withValues.test(line));
  const failedAt = lines.findIndex((line) => endOfFailed.test(line));
  const telling = lines.filter(
    (line, index) =>
      index === failedAt || aboutProduct.test(line) || numberedError.test(line) || failedAction.test(line),
  );
  const near = failedAt === -1 ? [] : lines.slice(Math.max(0, failedAt - nearLines), failedAt + 1);
  return {
    lines: telling.slice(-keptLines).map((line) => line.slice(0, longestLine)),
    reason: reasonIn(telling, near),
  };
};

const reasonIn = (telling: readonly string[], near: readonly string[]): LogFindings['reason'] => {
  if ([...telling, ...near].some((line) => password.test(line))) return 'password';
  const errors = telling.flatMap((line) => numberedError.exec(line)?.[1] ?? []);
  if (errors.some((error) => rightsErrors.has(error))) return 'rights';
  return errors.length > 0 || telling.some((line) => failedAction.test(line)) ? 'other' : 'nothing';
};
