import type { ReactElement } from 'react';
import type { LucideIcon } from 'lucide-react';
import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleMinus,
  Clock,
  EyeOff,
  Info,
  ListChecks,
  LoaderCircle,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react';

/** What a fact means. A tone is never shown by its colour alone: an icon and a word go with it. */
export type Tone = 'ok' | 'warn' | 'stop' | 'unknown' | 'now' | 'idle';

const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  ok: CircleCheck,
  warn: ListChecks,
  stop: OctagonAlert,
  unknown: EyeOff,
  now: Info,
  idle: CircleMinus,
};

export const ToneIcon = ({
  tone,
  size = 20,
}: {
  readonly tone: Tone;
  readonly size?: number;
}): ReactElement => {
  const Icon = toneIcons[tone];
  return <Icon size={size} strokeWidth={strokeFor(size)} aria-hidden />;
};

/** Something is under way. It stands still when the person asked for less motion; the words beside it say the same. */
export const Turning = ({ size = 20 }: { readonly size?: number }): ReactElement => (
  <LoaderCircle className="turning" size={size} strokeWidth={strokeFor(size)} aria-hidden />
);

export const FailedIcon = (): ReactElement => <CircleAlert size={20} strokeWidth={1.75} aria-hidden />;
export const RiskIcon = (): ReactElement => <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />;
export const WaitingIcon = (): ReactElement => <Circle size={20} strokeWidth={1.25} aria-hidden />;
export const TurnIcon = (): ReactElement => <Clock size={20} strokeWidth={1.75} aria-hidden />;

/** Small icons get a heavier line, so that all weigh the same. */
const strokeFor = (size: number): number => (size <= 16 ? 2 : 1.75);
