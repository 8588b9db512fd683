/** The same on every system with one tree of files; it stands here so that readers of this folder find it beside them. */
export { pathIn, readerBytes, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';
export type { Machine } from '../shared/machine.ts';
