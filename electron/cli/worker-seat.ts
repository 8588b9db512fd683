import type { Result } from '../core/model/result.ts';
import { ok } from '../core/model/result.ts';
import { askingUser } from '../platform/linux/asking-user.ts';
import { standardChannel } from '../platform/shared/byte-channel.ts';
import type { WorkerSeat } from './worker.ts';

/** How a worker learns who it was started for, and how it reaches their window. `words`: what follows its name. */
type TakeSeat = (words: readonly string[]) => Promise<Result<WorkerSeat>>;

const onLinux: TakeSeat = async () => {
  const asker = askingUser();
  return asker.ok ? ok({ asker: asker.value, channel: standardChannel() }) : asker;
};

/** One line a system. */
export const workerSeats: { readonly [P in NodeJS.Platform]?: TakeSeat } = { linux: onLinux };
