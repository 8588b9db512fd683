import { randomBytes } from 'node:crypto';

const shape = /^\\\\\.\\pipe\\removal-assistant-[0-9a-f]{32}$/;

/** A pipe of this computer that nobody can guess. */
export const newPipeName = (): string => `\\\\.\\pipe\\removal-assistant-${randomBytes(16).toString('hex')}`;

/** What a worker is told when it is started is told by whoever started it: only such a name is ever opened. */
export const isPipeName = (text: string): boolean => shape.test(text);
