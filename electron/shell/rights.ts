import type { RuntimeWarning } from './services.ts';

/** On Windows the rights of a process are not an id; there the window never asks for them. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/** Out of support for long: it stands in for tests where no newer one can be had. */
const standInMajor = '25';

export const runtimeWarnings = (electronVersion: string, root: boolean): readonly RuntimeWarning[] => [
  ...(electronVersion.split('.')[0] === standInMajor ? (['stand-in'] as const) : []),
  ...(root ? (['elevated-window'] as const) : []),
];
