import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fallback = 'http://deb.debian.org/debian';

interface Source {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
}

const words = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/\s+/).filter((word) => word !== '');

/** `deb [options] URI SUITE COMPONENT…` */
export const parseOneLine = (text: string): readonly Source[] =>
  text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+([^#]+)/.exec(line);
    return match === null
      ? []
      : [{ uri: match[1] ?? '', suites: words(match[2]), components: words(match[3]) }];
  });

/** The stanzas of a .sources file: `Types:`, `URIs:`, `Suites:`, `Components:`. */
export const parseDeb822 = (text: string): readonly Source[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((stanza) => {
      const field = (name: string): readonly string[] =>
        words(new RegExp(`^${name}:(.*(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1]);
      if (!field('Types').includes('deb') || field('Enabled')[0]?.toLowerCase() === 'no') return [];
      return field('URIs').map((uri) => ({ uri, suites: field('Suites'), components: field('Components') }));
    });

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The mirror that this machine already uses for the suite, so that a proxy or an offline mirror is honoured. */
export const aptMirror = (suite: string, etc = '/etc/apt'): string => {
  const folder = join(etc, 'sources.list.d');
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).toSorted();
  } catch {
    // No such folder: only the one file counts.
  }
  const sources = [
    ...parseOneLine(read(join(etc, 'sources.list'))),
    ...names
      .filter((name) => name.endsWith('.list'))
      .flatMap((name) => parseOneLine(read(join(folder, name)))),
    ...names
      .filter((name) => name.endsWith('.sources'))
      .flatMap((name) => parseDeb822(read(join(folder, name)))),
  ];
  return (
    sources.find((source) => source.suites.includes(suite) && source.components.includes('main'))?.uri ??
    fallback
  );
};
