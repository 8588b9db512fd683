import { en } from '../../electron/core/text/en.ts';
import { mirrored, said } from './pseudo.ts';

/** Stands in the place of French in the build that `build/pseudo.vite.config.mts` makes. */
export const fr = { ...said(en, mirrored), language: 'he', ownName: 'Mirrored', direction: 'rtl' as const };
