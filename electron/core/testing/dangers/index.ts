import type { Twins } from '../hazard-hosts.ts';
import { confirms } from './confirm.ts';
import { words } from './encryption.ts';
import { managed, servers } from './managed.ts';
import { stops } from './stop.ts';

/** Every dangerous computer that is known here, each with a harmless twin. */
export const dangers: readonly Twins[] = [...stops, ...words, ...confirms, ...managed, ...servers];
