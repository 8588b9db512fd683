import type { LeftoverKind } from '../../model/leftover.ts';
import { wordsOf } from '../words.ts';

const { count, counted, bytes } = wordsOf('en');
const leftovers = (n: number): string => counted(n, 'leftover', 'leftovers');

/** What a person can do in the window around the removal itself. */
export const work = {
  password: {
    heading: 'Uninstall password',
    lead: 'Whoever set up the protection chose it. We hand it to the uninstaller once, then forget it.',
    of: (name: string): string => `Password of ${name}`,
    show: 'Show password',
    without: 'You can leave it empty. Then the uninstaller may refuse, and nothing is lost.',
    filledIn: 'Filled in',
    missing: 'Not filled in',
  },

  afterwards: {
    heading: 'What stays behind',
    tick: 'Set leftovers aside afterwards',
    lead: 'Products leave folders and settings behind. They are set aside, not deleted, and you can undo it.',
    where: (n: number): string => `Where we will look: ${counted(n, 'place', 'places')}`,
    none: 'We see no place yet where something may be left.',
    changed: (n: number): string => `Leftovers that you have not seen: ${count(n)}`,
  },

  administrator: {
    heading: 'What belongs to your administrator',
    lead: 'On a work computer, ask them before you go on.',
    server: 'The management server can install Kaspersky again. Ask them to release this computer.',
    encryption: 'They may have encrypted this disk or files. Only they can decrypt it safely.',
    password: 'They know the uninstall password.',
    rights: 'They can give administrator rights, or remove it for you.',
    saveForHelpDesk: 'Save a report for the help desk',
    helpDeskNote: 'Or hand the report to the help desk: it says what is here and what is left to do.',
  },

  vendorWindow: {
    heading: 'Kaspersky’s own window opens',
    lines: [
      'In that window, choose to remove.',
      'If it asks to restart, choose not now.',
      'Come back here. We notice when it is done.',
    ],
    cli: 'The product’s own window opens now. Answer what it asks; we notice when it is done.',
  },

  stopWaiting: {
    button: 'Stop waiting',
    of: (name: string): string => `Stop waiting: ${name}`,
    hint: 'It works on by itself; we never end it. You can go on later.',
    stopping: 'Not waiting any more',
  },

  settingAside: {
    lookingCloser: 'Looking closer at what is left',
    progress: (n: number): string => `Setting leftovers aside: ${count(n)} done`,
  },

  leftovers: {
    chosen: (n: number, all: number): string => `${count(n)} of ${count(all)} chosen`,
    chosenSize: (n: number, all: number, size: number): string =>
      `${count(n)} of ${count(all)} chosen, ${bytes(size)}`,
    kinds: {
      files: 'Files',
      'empty-folder': 'Empty folder',
      group: 'User group',
      'registry-branch': 'Registry branch',
      'empty-key': 'Empty registry key',
      'class-filter': 'Device filter',
      service: 'Service entry',
    } satisfies Record<LeftoverKind, string>,
    entries: (n: number): string => counted(n, 'file or folder', 'files and folders'),
    proven: 'Proven: only Kaspersky uses this place.',
    likely: 'Likely Kaspersky’s. Tick it if you agree.',
    of: (name: string): string => `Left by ${name}`,
    cleanUp: (n: number): string => `Clean up ${leftovers(n)}`,
    cleanUpAsking: (n: number): string => `Clean up ${leftovers(n)} (asks for administrator rights)`,
    note: 'Set aside, not deleted. You can undo it.',
    chooseFirst: 'Tick what should be cleaned up.',
    alone: 'Left alone',
    aside: (n: number): string => `${count(n)} set aside`,
    asideSize: (n: number, size: number): string => `${count(n)} set aside, ${bytes(size)}`,
    undo: 'Undo',
    undoAll: 'Put everything back',
    asking: 'Your computer asks for administrator rights now.',
    cleaning: (n: number): string => `Cleaning up: ${count(n)} done`,
    undoing: (n: number): string => `Putting back: ${count(n)} done`,
    looking: 'Looking again',
    stop: 'Stop after this one',
    cleanUpFailed: 'The leftovers were not cleaned up',
    undoFailed: 'Nothing was put back',
    changed: 'There is more than you were shown',
    changedLead: 'We looked again. Nothing was changed. Read the list once more, then decide.',
    cleaned: (n: number): string => `${leftovers(n)} set aside.`,
    restored: (n: number): string => `${leftovers(n)} put back.`,
    refused: (n: number): string => `${count(n)} could not be put back:`,
    prepareOnly: 'Clean up what was left',
  },

  protection: {
    heading: 'Protection now',
    active: (names: string): string => `${names} is on`,
    none: 'No other antivirus is on',
    noneHow: 'Turn one on before you use this computer further.',
    unknown: 'We could not see what protects this computer',
    unknownHow: 'Open your system’s security settings and look.',
    'not-listed': 'This system keeps no list of antivirus programs',
    'not-listedHow': 'If it needs one, check that it is on.',
  },

  next: {
    button: 'Next computer',
    hint: 'Forgets this computer; “done by” and the start of the ticket stay.',
  },

  commands: {
    heading: 'The same on the command line',
    unattended: 'Without questions (unattended)',
    copyHint: 'Passwords never stand on a command line: they are asked for, or come through standard input.',
    of: (step: string): string => `Command: ${step}`,
  },
};

export type WorkWords = typeof work;
