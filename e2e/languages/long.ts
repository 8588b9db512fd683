import { en } from '../../electron/core/text/en.ts';
import { longer, said } from './pseudo.ts';

/** Stands in the place of Spanish in the build that `build/pseudo.vite.config.mts` makes. */
export const es = { ...said(en, longer), language: 'es', ownName: 'Longer', direction: en.direction };
