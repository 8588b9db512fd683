import { describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../model/leftover.ts';
import { notShown, whyNotAgreed } from './agreed-leftovers.ts';

const files = (path: string): LeftoverItem => ({ id: `files:${path}`, kind: 'files', path, root: path });
const folder = (path: string): LeftoverItem => ({ id: `empty-folder:${path}`, kind: 'empty-folder', path });
const branch = (key: string): LeftoverItem => ({
  id: `registry-branch:${key}`,
  kind: 'registry-branch',
  key,
});

describe('leftovers that were agreed to', () => {
  const consent = { agreed: ['files:/opt/k/a', 'files:/opt/k/b'], declined: ['files:/opt/k/c'] };
  const why = whyNotAgreed('linux', consent);

  test('cover themselves and what lies below them, and nothing beside or above', () => {
    expect(why(files('/opt/k/a'))).toBeUndefined();
    expect(why(files('/opt/k/a/deep/file'))).toBeUndefined();
    expect(why(folder('/opt/k/a'))).toBeUndefined();
    expect(why(folder('/opt/k/a/deep'))).toBeUndefined();
    expect(why(files('/opt/k/ab'))).toBe('not-agreed');
    expect(why(files('/opt/k/A'))).toBe('not-agreed');
    expect(why(folder('/opt/k'))).toBe('not-agreed');
    expect(why({ id: 'group:a', kind: 'group', name: 'a', gid: '7' })).toBe('not-agreed');
  });

  test('never cover what was to stay, what is in it and what holds it', () => {
    expect(why(files('/opt/k/c'))).toBe('declined');
    expect(why(files('/opt/k/c/x'))).toBe('declined');
    expect(why(files('/opt/k'))).toBe('declined');
    const both = whyNotAgreed('linux', { agreed: ['files:/opt/k'], declined: ['files:/opt/k/c'] });
    expect(both(files('/opt/k'))).toBe('declined');
    expect(both(files('/opt/k/a'))).toBeUndefined();
  });

  test('are the same on Windows however they are spelt', () => {
    const onWindows = whyNotAgreed('windows', {
      agreed: [
        String.raw`registry-branch:HKLM\SOFTWARE\KasperskyLab`,
        String.raw`files:C:\ProgramData\Kaspersky Lab`,
      ],
      declined: [],
    });
    expect(onWindows(branch(String.raw`HKLM\Software\kasperskylab\AVP21`))).toBeUndefined();
    expect(onWindows(branch(String.raw`HKLM\SOFTWARE\KasperskyLabX`))).toBe('not-agreed');
    expect(onWindows(files(String.raw`c:\programdata\KASPERSKY LAB\AVP21`))).toBeUndefined();
  });

  test('without a list all were agreed to', () => {
    expect(whyNotAgreed('linux', undefined)(files('/x'))).toBeUndefined();
  });
});

test('what was shown, whatever was said of it, is no surprise', () => {
  const shown = { agreed: ['files:/opt/k/a'], declined: ['files:/opt/k/b'] };
  const fresh = [files('/opt/k/a/1'), files('/opt/k/b'), files('/opt/k'), folder('/var/k')];
  expect(notShown('linux', fresh, shown)).toEqual(['files:/opt/k', 'empty-folder:/var/k']);
});
