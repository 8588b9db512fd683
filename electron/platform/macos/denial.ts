import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, whyOf } from '../shared/why.ts';

/**
 * macOS has two locks. Ordinary rights answer EACCES, and an administrator opens them. Privacy protection answers EPERM
 * to everybody, root included, until the person gives this program Full Disk Access.
 */
const privacyLock = whyOf({ code: 'EPERM' });
const ordinaryLock = whyOf({ code: 'EACCES' });

const fixes: Readonly<Record<string, string>> = {
  [privacyLock]:
    'macOS protects this place: allow Full Disk Access for this program (or for Terminal) in System Settings, Privacy & Security, and look again',
  [ordinaryLock]: 'only its owner and administrators may look here: run as an administrator',
};

/** The same gap, with what the person can do about it. */
export const withFix = (gap: Gap): Gap => ({ ...gap, why: fixes[gap.why] ?? gap.why });

export const gapOf = (source: string, error: unknown): Gap =>
  withFix({ source, kind: gapKindOf(error), why: whyOf(error) });
