import type { StartIdentity } from '../../core/ports.ts';
import { bootIdIn, namedByKernel } from '../shared/boot-id.ts';
import type { Machine } from '../shared/machine.ts';
import { readerTimeoutMs, thisMachine } from '../shared/machine.ts';

/** macOS draws a UUID at every start: `kern.bootsessionuuid` of sysctl(3). */
export const macosStarts = (machine: Machine = thisMachine): StartIdentity =>
  namedByKernel(async () => {
    const args = ['-n', 'kern.bootsessionuuid'];
    const result = await machine.exec({ command: '/usr/sbin/sysctl', args, timeoutMs: readerTimeoutMs });
    return result.kind === 'exited' && result.asExpected ? bootIdIn(result.stdout.text) : undefined;
  });
