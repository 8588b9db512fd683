import type { Result } from '../core/model/result.ts';
import { ok } from '../core/model/result.ts';
import { askingUser } from '../platform/linux/asking-user.ts';
import { askingUser as userAtTheMac } from '../platform/macos/asking-user.ts';
import { sharedFolder } from '../platform/macos/elevator.ts';
import { standardChannel } from '../platform/shared/byte-channel.ts';
import { channelFolder, openWorkerEnd } from '../platform/shared/fifo-channel.ts';
import { openWorkerChannel } from '../platform/windows/elevation/worker-channel.ts';
import type { WorkerSeat } from './worker.ts';

/** How a worker learns who it was started for, and how it reaches their window. `words`: what follows its name. */
type TakeSeat = (words: readonly string[]) => Promise<Result<WorkerSeat>>;

const onLinux: TakeSeat = async () => {
  const asker = askingUser();
  return asker.ok ? ok({ asker: asker.value, channel: standardChannel() }) : asker;
};

const onMac: TakeSeat = async () => {
  const asker = await userAtTheMac();
  return asker.ok ? seatAtPipes(sharedFolder, asker.value) : asker;
};

/** The seat of a worker that shares no streams with its window. */
export const seatAtPipes = async (shared: string, userId: number): Promise<Result<WorkerSeat>> => {
  const channel = await openWorkerEnd(channelFolder(shared, userId), userId);
  return channel.ok ? ok({ asker: String(userId), channel: channel.value }) : channel;
};

/** Windows tells the name of the pipe on the command line; whoever reads it there may not open it. */
const onWindows: TakeSeat = ([name = '']) => Promise.resolve(openWorkerChannel(name));

/** One line a system. */
export const workerSeats: { readonly [P in NodeJS.Platform]?: TakeSeat } = {
  linux: onLinux,
  darwin: onMac,
  win32: onWindows,
};
