import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answering } from './fixtures/recorded.ts';
import { packageSourcesProbe, readPackageSources } from './package-sources.ts';
import { parseDeb822, parseRepoFile, parseSourcesList } from './source-parsers.ts';

const on = (...addresses: string[]) => addresses.map((address) => ({ address, enabled: true }));

describe('a sources list of apt', () => {
  it('has a source a line, with options, discs and comments', () => {
    const text = `# deb http://old.example.org/debian stable main
deb http://deb.debian.org/debian bookworm main contrib # ours
deb-src [ arch=amd64 signed-by=/usr/share/keyrings/k.gpg ] https://repo.kaspersky.com/deb/ stable main
  deb [trusted=yes]file:/srv/mirror ./
deb cdrom:[Debian GNU/Linux 12.5.0 _Bookworm_ - Official amd64]/ bookworm main
debfoo http://no.example.org/ x
`;
    expect(parseSourcesList(text)).toEqual(
      on(
        'http://deb.debian.org/debian',
        'https://repo.kaspersky.com/deb/',
        'file:/srv/mirror',
        'cdrom:[Debian GNU/Linux 12.5.0 _Bookworm_ - Official amd64]/',
      ),
    );
  });

  it('in its newer form has stanzas, several addresses and a switch', () => {
    const text = `# modernised
Types: deb
URIs: http://deb.debian.org/debian
 https://mirror.example.org/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 URIs: http://not.a.field.example.org/

types: deb
uris: https://repo.kaspersky.com/deb/
enabled: no
`;
    expect(parseDeb822(text)).toEqual([
      ...on('http://deb.debian.org/debian', 'https://mirror.example.org/debian'),
      { address: 'https://repo.kaspersky.com/deb/', enabled: false },
    ]);
  });
});

describe('a repository file of yum, dnf or zypper', () => {
  it('has a section a repository, with addresses or a list of mirrors', () => {
    const text = `[fedora]
name=Fedora $releasever - $basearch
#baseurl=http://old.example.org/
metalink=https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch
enabled=1

[kaspersky]
name = Kaspersky
baseurl = https://repo.kaspersky.com/rpm/
          https://repo2.kaspersky-labs.com/rpm/
enabled = 0
gpgkey=https://repo.kaspersky.com/key.asc
`;
    expect(parseRepoFile(text)).toEqual([
      ...on('https://mirrors.fedoraproject.org/metalink?repo=fedora-$releasever&arch=$basearch'),
      { address: 'https://repo.kaspersky.com/rpm/', enabled: false },
      { address: 'https://repo2.kaspersky-labs.com/rpm/', enabled: false },
    ]);
  });

  it('that is a list of options has none', () => {
    expect(parseRepoFile('[main]\ngpgcheck=True\nbest=False\n')).toEqual([]);
    expect(parseRepoFile('baseurl=https://of.no.section.example.org/')).toEqual([]);
  });
});

describe('package sources', () => {
  let root: string;
  const read = () => readPackageSources({ exec: answering(() => undefined), root });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sources-'));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('do not apply where no manager has any', async () => {
    expect(await read()).toMatchObject({ kind: 'not-applicable' });
  });

  it('are those of every manager, from the files that it reads, without passwords', async () => {
    put('etc/apt/sources.list.d/vendor.list', 'deb https://me:p@ss@repo.kaspersky.com/deb stable main\n');
    put('etc/apt/sources.list.d/vendor.list.save', 'deb https://old.example.org/ stable main\n');
    put('etc/zypp/repos.d/oss.repo', '[oss]\nbaseurl=https://download.example.org/oss\nenabled=0\n');
    expect(await read()).toEqual({
      kind: 'ok',
      rows: [
        {
          path: '/etc/apt/sources.list.d/vendor.list',
          address: 'https://repo.kaspersky.com/deb',
          manager: 'apt',
          state: 'enabled',
        },
        {
          path: '/etc/zypp/repos.d/oss.repo',
          address: 'https://download.example.org/oss',
          manager: 'zypper',
          state: 'disabled',
        },
      ],
    });
  });

  it('in an empty folder are none', async () => {
    mkdirSync(join(root, 'etc/yum.repos.d'), { recursive: true });
    expect(await read()).toEqual({ kind: 'ok', rows: [] });
  });

  it.runIf(process.geteuid?.() === 0)('that this user may not read are a gap, said once', async () => {
    put('etc/apt/sources.list.d/secret.list', 'deb https://repo.example.org/ stable main\n');
    put('etc/yum.repos.d/a.repo', '[a]\nbaseurl=https://a.example.org\n');
    chmodSync(join(root, 'etc/apt/sources.list.d'), 0o700);
    chmodSync(join(root, 'etc/yum.repos.d/a.repo'), 0o600);
    process.seteuid?.(65534);
    try {
      expect(await read()).toEqual({
        kind: 'ok',
        rows: [],
        gaps: [
          { source: '/etc/apt/sources.list.d', kind: 'denied', why: 'permission denied' },
          { source: '/etc/yum.repos.d/a.repo', kind: 'denied', why: 'permission denied' },
        ],
      });
    } finally {
      process.seteuid?.(0);
    }
  });

  it.runIf(process.platform === 'linux')('of this machine are read', async () => {
    const reading = await packageSourcesProbe().read({ roots: [], exactPaths: [] });
    expect(['ok', 'not-applicable']).toContain(reading.kind);
  });
});
