import type { RegistryView } from './registry.ts';

/** A path of a view as people and the catalogue write it: `HKLM\SOFTWARE\WOW6432Node\…` for the 32-bit one. */
export const spelled = (path: string, view: RegistryView): string =>
  view === '32' ? path.replace(/^HKLM\\SOFTWARE(?=\\|$)/i, '$&\\WOW6432Node') : path;
