import { describe, expect, it } from 'vitest';
import { isPageAddress, pageAddress, pageFile } from './page-files.ts';

describe('the files of the page', () => {
  it('are found by their plain names, each with its type', () => {
    expect(pageFile(pageAddress)).toEqual({ path: 'index.html', type: 'text/html; charset=utf-8' });
    expect(pageFile('app://window/assets/index-Ab_9.min.js?x#y')?.path).toBe('assets/index-Ab_9.min.js');
  });

  it.each([
    'app://window/assets/..%2f..%2fmain%2fmain.js',
    'app://window/..\\..\\main.js',
    'app://window/C:/Windows/win.html',
    'app://window//etc/x.html',
    'app://window/.env.js',
    'app://window/',
    'app://window/index',
    'app://window/notes.txt',
    'app://window/%00index.html',
    'app://other/index.html',
    'file:///index.html',
    'nonsense',
  ])('do not include %s', (address) => {
    expect(pageFile(address)).toBeUndefined();
  });

  it.each(['app://window/../main/main.js', 'app://window/a/%2e%2e/%2E%2E/main/main.js'])(
    'lie inside even when an address climbs: %s',
    (address) => {
      expect(pageFile(address)?.path).toBe('main/main.js');
    },
  );
});

describe('the origin of the page', () => {
  it('is told apart from look-alikes', () => {
    expect(isPageAddress(pageAddress)).toBe(true);
    for (const address of [
      'app://window.example/',
      'app://x@other/',
      'https://window/',
      'app:window',
      'about:blank',
    ])
      expect(isPageAddress(address)).toBe(false);
  });
});
