import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aptMirror } from './apt-mirror';

describe('the mirror of this machine', () => {
  let etc: string;
  beforeEach(() => {
    etc = mkdtempSync(join(tmpdir(), 'apt-mirror-'));
    mkdirSync(join(etc, 'sources.list.d'));
  });
  afterEach(() => rmSync(etc, { recursive: true }));

  it('is read from the one-line format', () => {
    writeFileSync(
      join(etc, 'sources.list'),
      '# deb http://old bookworm main\ndeb http://security bookworm-security main\n' +
        'deb [arch=amd64 signed-by=/x] http://mirror/debian bookworm contrib main # ours\n',
    );
    expect(aptMirror('bookworm', etc)).toBe('http://mirror/debian');
  });

  it('is read from the deb822 format', () => {
    writeFileSync(
      join(etc, 'sources.list.d', 'debian.sources'),
      'Types: deb\nEnabled: no\nURIs: http://off\nSuites: bookworm\nComponents: main\n\n' +
        'Types: deb deb-src\n# a comment\nURIs: http://two/debian\nSuites: bookworm\n bookworm-updates\nComponents: main\n',
    );
    expect(aptMirror('bookworm', etc)).toBe('http://two/debian');
  });

  it('is the public one when nothing fits', () => {
    writeFileSync(join(etc, 'sources.list'), 'deb http://ubuntu noble main\n');
    expect(aptMirror('bookworm', etc)).toBe('http://deb.debian.org/debian');
  });
});
