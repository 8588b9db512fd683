import type { Probe } from '../../core/ports.ts';
import { readFiles } from '../shared/vendor-files.ts';

/** What lies in the vendor's folders and in the exact places that the catalogue names. */
export const filesProbe = (): Probe<'files'> => ({ table: 'files', read: (interest) => readFiles(interest) });
