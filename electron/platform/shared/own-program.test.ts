import { describe, expect, it } from 'vitest';
import { ownCommand, seenFolder } from './own-program.ts';

const place = (resources: string) => ({ isPackaged: true, resources, app: '' });
const linux = '/opt/Kaspersky Removal Assistant/resources';

describe('the command line of this program', () => {
  it('has its plain name where a package put that, and nowhere else', () => {
    expect(ownCommand(place(linux), 'linux', (path) => path === '/usr/bin/removal-assistant')).toEqual([
      'removal-assistant',
    ]);
    // Unpacked from an archive beside an installed one: the other may be of another version.
    expect(ownCommand(place('/media/stick/ra/resources'), 'linux', () => true)).toEqual([
      '/media/stick/ra/resources/cli/removal-assistant',
    ]);
    const mac = '/Applications/Kaspersky Removal Assistant.app/Contents/Resources';
    expect(ownCommand(place(mac), 'darwin', () => true)).toEqual(['removal-assistant']);
    expect(ownCommand(place(mac), 'darwin', () => false)).toEqual([`${mac}/cli/removal-assistant`]);
  });

  it('is a program of its own beside the window on Windows', () => {
    expect(ownCommand(place('E:\\tools\\resources'), 'win32', () => true)).toEqual([
      'E:\\tools\\resources\\cli\\removal-assistant.exe',
    ]);
  });

  it('is npm’s of a checkout, from whatever folder', () => {
    const command = ownCommand({ isPackaged: false, resources: '', app: '/srv/ra' }, 'linux');
    expect(command.join(' ')).toBe('npm --prefix /srv/ra run --silent cli --');
  });
});

it.each([
  ['E:\\assistant\\resources\\cli', 'E:\\assistant'],
  ['/media/stick/assistant/resources/cli', '/media/stick/assistant'],
  ['/Volumes/STICK/Kaspersky Removal Assistant.app/Contents/Resources/cli', '/Volumes/STICK'],
  ['/media/stick', '/media/stick'],
  ['/media/stick/cli', '/media/stick/cli'],
])('what a program in %s keeps beside itself lies in %s', (folder, seen) => {
  expect(seenFolder(folder)).toBe(seen);
});
