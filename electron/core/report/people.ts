/**
 * Finds the people whom a report names: by their home folders, their accounts, their security ids (SIDs) and their mail
 * addresses. What a person wrote freely elsewhere is known only when one of these says the same name.
 */

/** How a person is called instead. One number a name, in the order in which they are met; a SID counts as a name. */
const markShape = /^\[user-\d+\]$/;

/** Home folders and accounts that belong to no person. */
const nobody: ReadonlySet<string> = new Set([
  'public',
  'default',
  'default user',
  'all users',
  'shared',
  'guest',
  'defaultuser0',
  'localservice',
  'networkservice',
  'systemprofile',
  'administrator',
  'system',
  'root',
  'lost+found',
]);

/** Names that are ordinary words in paths and sentences: they are replaced where they are surely meant, nowhere else. */
const ordinary: ReadonlySet<string> = new Set(
  `admin user users test guest office work home laptop desktop server service services debian ubuntu fedora windows
  linux macos kaspersky lab avp kesl klnagent opt var lib usr etc bin run mnt media program files local share cache
  config documents downloads pictures music videos snap data temp tmp install free plus premium standard security total internet vpn software microsoft support`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const sid = /\bS-1-(?:5-21|12-1)(?:-\d+){3,}/gi;
/** The end of a systemd unit such as `user@1000.service` is no domain, and the vendor is no person. */
const mail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?!kaspersky\.)(?:[\p{L}\p{N}-]{1,63}\.){1,10}(?!(?:service|socket|timer|target|mount|slice|scope|device|path|swap)\b)\p{L}{2,}/gu;
/** Windows allows blanks inside the name of a folder; those of Unix have none. */
const windowsHome =
  /(?<=(?:^|[\\/])(?:Users|Documents and Settings)\\{1,4})(?:[^\\/:*?"<>|\r\n\t]{1,64}(?<! )(?=\\)|[^\\/:*?"<>|\s',;()]*[\p{L}\p{N}_$~\]-])/giu;
/** Winbind puts a folder in capitals for the domain between. */
const unixHome =
  /(?<=\/(?:home|Users)\/{1,4}(?:[A-Z0-9-]{2,15}\/)?)(?!\.)[^\\/:*?"'<>|\s,;()[\]]*[\p{L}\p{N}_$~-]/gu;
/** A path that ends with the home folder itself, where a blank in its name looks like the end of the path. */
const homeAlone =
  /^(?:[A-Z]:|\\\\|%)[^"\r\n]*\\(?:Users|Documents and Settings)\\([^\\/:*?"<>|\r\n]{1,64})$/iu;
const pathKeys: ReadonlySet<string> = new Set([
  'source',
  'what',
  'path',
  'root',
  'installLocation',
  'profile',
]);
/** Columns that hold an account and nothing else. */
const accountKeys: ReadonlySet<string> = new Set(['user', 'account']);

/** Fields that hold paths, commands and words of other programs. All others are names of things and fixed codes. */
const freeKeys: ReadonlySet<string> = new Set(
  `why detail source holder what path root after installLocation uninstallCommand quietUninstallCommand command key
  data value profile program volume`.split(/\s+/),
);
const isFree = (text: string, key: string): boolean =>
  freeKeys.has(key) || (key === 'id' && /[\\/]/.test(text));

const never = /(?!)/gu;
const words = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

export interface People {
  /** Takes the names in this text over; `key` is the name of its field. */
  readonly learn: (text: string, key: string) => void;
  /** The text with marks in place of names. */
  readonly replace: (text: string, key: string) => string;
  /** A computer is often called after its person: also a part of a name, and inside a word. */
  readonly inHostName: (name: string) => string;
}

export const createPeople = (): People => {
  const marks = new Map<string, string>();
  let everywhere: RegExp | undefined;

  const markOf = (name: string): string => {
    const known = name.toLowerCase();
    if (nobody.has(known) || markShape.test(known)) return name;
    const mark = marks.get(known) ?? `[user-${marks.size + 1}]`;
    marks.set(known, mark);
    return mark;
  };

  /** `DOMAIN\name`: the domain names no person. A number is an id of the system, which does not either. */
  const account = (text: string): string => {
    const [, domain = '', name = ''] = /^((?:[^\\]*\\)?)(.*)$/su.exec(text) ?? [];
    return name === '' || /^\d+$/.test(name) ? text : `${domain}${markOf(name)}`;
  };

  const inTheirPlaces = (text: string, key: string): string => {
    const plain = text
      .replace(sid, (found) => markOf(found))
      .replace(isFree(text, key) || accountKeys.has(key) ? mail : never, (found) => markOf(found))
      .replace(windowsHome, (found) => markOf(found))
      .replace(unixHome, (found) => markOf(found));
    return accountKeys.has(key) && plain === text ? account(text) : plain;
  };

  /** Longest first, so that no part of a name is taken for the whole. */
  const anywhere = (): RegExp => {
    const names = [...marks.keys()]
      .filter((name) => name.length >= 3 && !ordinary.has(name))
      .toSorted((a, b) => b.length - a.length);
    return names.length === 0
      ? never
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(words).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  };

  return {
    learn: (text, key) => {
      const alone = pathKeys.has(key) ? homeAlone.exec(text)?.[1] : undefined;
      if (alone === undefined) inTheirPlaces(text, key);
      else markOf(alone);
      everywhere = undefined;
    },
    replace: (text, key) => {
      everywhere ??= anywhere();
      // What is known first: the whole of a name with blanks, also where no separator shows its end.
      const known = isFree(text, key) ? text.replace(everywhere, (found) => markOf(found)) : text;
      return inTheirPlaces(known, key);
    },
    inHostName: (name) =>
      [...marks].reduce((text, [known, mark]) => {
        const parts = [known, ...known.split(/[^\p{L}\p{N}]+/u)];
        const said = parts.find(
          (part) => part.length >= 4 && !ordinary.has(part) && text.toLowerCase().includes(part),
        );
        return said === undefined ? text : text.replace(new RegExp(words(said), 'giu'), mark);
      }, name),
  };
};
