import { describe, expect, it } from 'vitest';
import { recorded } from '../fixtures/recorded.ts';
import { dependentsIn, hasBegun, isLockLine, lockHolderIn, permissionRefused } from './messages.ts';

const linesOf = (name: string): string[] =>
  recorded(name)
    .split('\n')
    .filter((line) => line !== '');

describe('a lock', () => {
  it.each([
    ['apt-lock-frontend.txt', { lock: '/var/lib/dpkg/lock-frontend', pid: 468, name: 'perl' }],
    ['apt-lock-database.txt', { lock: '/var/lib/dpkg/lock', pid: 479, name: 'perl' }],
    ['dpkg-lock-frontend.txt', { lock: '/var/lib/dpkg/lock', pid: 468 }],
    ['dpkg-lock-database.txt', { lock: '/var/lib/dpkg/lock', pid: 479 }],
    ['rpm-lock.txt', { lock: '/var/lib/rpm/.rpm.lock' }],
  ])('in %s has a holder, and only lock lines', (name, holder) => {
    expect(lockHolderIn(recorded(name))).toEqual(holder);
    expect(linesOf(name).filter((line) => !isLockLine(line))).toEqual([]);
  });

  it('is known in the older wordings too', () => {
    expect(
      lockHolderIn('E: Could not get lock /var/lib/dpkg/lock - open (11: Resource temporarily unavailable)'),
    ).toEqual({ lock: '/var/lib/dpkg/lock' });
    expect(lockHolderIn('dpkg: error: dpkg status database is locked by another process')).toEqual({
      lock: '/var/lib/dpkg/lock',
    });
    expect(lockHolderIn('dpkg: error: dpkg frontend is locked by another process')).toEqual({
      lock: '/var/lib/dpkg/lock',
    });
  });

  it.each([
    'apt-no-rights.txt',
    'dpkg-no-rights.txt',
    'rpm-no-rights.txt',
    'apt-purge.txt',
    'apt-script-refuses.txt',
    'dpkg-dependent.txt',
    'rpm-dependent.txt',
  ])('is not seen in %s', (name) => {
    expect(lockHolderIn(recorded(name))).toBeUndefined();
  });
});

describe('other refusals', () => {
  it('for want of rights are told apart', () => {
    for (const name of ['apt-no-rights.txt', 'dpkg-no-rights.txt', 'rpm-no-rights.txt'])
      expect(permissionRefused(recorded(name))).toBe(true);
    for (const name of [
      'apt-lock-frontend.txt',
      'dpkg-dependent.txt',
      'apt-script-refuses.txt',
      'rpm-lock.txt',
    ])
      expect(permissionRefused(recorded(name))).toBe(false);
  });

  it('for the sake of other packages name them', () => {
    expect(dependentsIn(recorded('dpkg-dependent.txt'))).toEqual(['kesl-gui']);
    expect(dependentsIn(recorded('rpm-dependent.txt'))).toEqual(['kesl-gui-1:12.1.0-1508.x86_64']);
    expect(dependentsIn(recorded('apt-purge.txt'))).toEqual([]);
  });
});

it('a removal that has begun is known', () => {
  expect(['apt-purge.txt', 'apt-script-refuses.txt'].map((name) => hasBegun(recorded(name)))).toEqual([
    true,
    true,
  ]);
  expect(
    ['apt-lock-frontend.txt', 'apt-broken-elsewhere.txt', 'dpkg-dependent.txt'].map((name) =>
      hasBegun(recorded(name)),
    ),
  ).toEqual([false, false, false]);
});
