/** One place that packages come from, as its file says it. */
export interface PackageSource {
  readonly address: string;
  readonly enabled: boolean;
}

/**
 * sources.list(5), one line a source: `deb [option=value …] ADDRESS SUITE …`. Options and a disc's name may hold
 * blanks. What is commented out is no source.
 */
export const parseSourcesList = (text: string): readonly PackageSource[] =>
  text.split('\n').flatMap((line) => {
    const address = /^\s*deb(?:-src)?\s+(?:\[[^\]]*\]\s*)?(cdrom:\[[^\]]*\]\S*|[^\s#]\S*)/.exec(line)?.[1];
    return address === undefined ? [] : [{ address, enabled: true }];
  });

/** The deb822 form of sources.list(5): stanzas of `Field: value`, a value goes on in lines that begin with a blank. */
export const parseDeb822 = (text: string): readonly PackageSource[] =>
  withoutComments(text)
    .split(/\n(?:[ \t]*\n)+/)
    .flatMap((stanza) => {
      const fields = fieldsOf(stanza, /^([A-Za-z][A-Za-z0-9-]*):(.*)$/);
      const enabled = !isNo(fields.get('enabled') ?? 'yes');
      return wordsOf(fields.get('uris')).map((address) => ({ address, enabled }));
    });

/**
 * Repository files of yum, dnf and zypper: a section each, with one or several addresses in `baseurl`, or with a list
 * of mirrors. Variables such as `$releasever` stay as they are.
 */
export const parseRepoFile = (text: string): readonly PackageSource[] =>
  withoutComments(text)
    .split(/^\s*\[[^\]\n]*\]\s*$/m)
    .slice(1)
    .flatMap((section) => {
      const fields = fieldsOf(section, /^([A-Za-z][\w.-]*)[ \t]*=(.*)$/);
      const enabled = !isNo(fields.get('enabled') ?? '1');
      return ['baseurl', 'mirrorlist', 'metalink']
        .flatMap((field) => wordsOf(fields.get(field)))
        .map((address) => ({ address, enabled }));
    });

const withoutComments = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => !/^\s*[#;]/.test(line))
    .join('\n');

/** Field names in lower case. A line that begins with a blank belongs to the field above it. */
const fieldsOf = (text: string, field: RegExp): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of text.split('\n')) {
    const [, name, value = ''] = field.exec(line) ?? [];
    if (name !== undefined) fields.set((last = name.toLowerCase()), value);
    else if (last !== '' && /^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line}`);
  }
  return fields;
};

const wordsOf = (value = ''): string[] => value.split(/[\s,]+/).filter((word) => word !== '');

const isNo = (value: string): boolean => /^(no|false|without|off|disable|0)$/i.test(value.trim());
