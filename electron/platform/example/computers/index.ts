import type { RecordedComputer } from '../recorded.ts';
import { debianServer } from './debian-server.ts';
import { encryptedPc } from './encrypted-pc.ts';
import { homePc } from './home-pc.ts';
import { stuckPc } from './stuck-pc.ts';
import { workPc } from './work-pc.ts';

/** By the name that `--example` takes. One line a computer. */
export const recordedComputers: Readonly<Record<string, RecordedComputer>> = {
  'home-pc': homePc,
  'work-pc': workPc,
  'debian-server': debianServer,
  'stuck-pc': stuckPc,
  'encrypted-pc': encryptedPc,
};
