import type { StartIdentity } from '../../core/ports.ts';
import type { WindowsApi } from './machine.ts';

/** What every start is called that nobody has marked: the mark of an earlier one is forgotten with it. */
const unmarked = 'unmarked';

/** Windows names no start of its own that survives nothing else, so a key is made that Windows itself forgets. */
export const windowsStarts = (api: () => Pick<WindowsApi, 'startMark'>): StartIdentity => ({
  read: async () => {
    const mark = api().startMark(false);
    if (mark.kind === 'missing') return unmarked;
    return mark.kind === 'ok' ? mark.value : undefined;
  },
  ensure: async () => {
    const mark = api().startMark(true);
    return mark.kind === 'ok' ? mark.value : undefined;
  },
});
