import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { printable } from '../../../electron/core/text/index.ts';
import type { Detection } from '../../../electron/core/model/detection.ts';
import type { Action } from '../../../electron/core/model/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import type { ActionProgress, Progress } from '../../store/removal-progress.ts';
import { ActionName, actionLabel } from '../../ui/action-name.tsx';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/icons.tsx';
import { ToneIcon, TurnIcon, Turning } from '../../ui/icons.tsx';
import { outcomeTone } from '../../ui/outcome.ts';
import { VendorWindow } from './vendor-window.tsx';
import { OutcomeDetails } from '../../ui/outcome-details.tsx';

const none: readonly Detection[] = [];

interface ActionRowsProps {
  readonly progress: Progress;
  /** The removal ended without a result, so nothing that still waits will come. */
  readonly isOver?: boolean;
}

/** One row an action, in the order of the plan; a row that is done keeps its place. */
export const ActionRows = ({ progress, isOver = false }: ActionRowsProps): ReactElement => {
  const actions = useApp((state) => state.actions);
  const detections = useApp((state) => (state.scan.kind === 'done' ? state.scan.report.detections : none));
  return (
    <ol className="stack">
      {actions.map((action) => (
        <ActionRow
          key={action.id}
          action={action}
          detections={detections}
          progress={progress.byAction[action.id]}
          isOver={isOver}
        />
      ))}
    </ol>
  );
};

interface ActionRowProps {
  readonly action: Action;
  readonly detections: readonly Detection[];
  /** Missing when the plan refused the action. */
  readonly progress: ActionProgress | undefined;
  readonly isOver: boolean;
}

const ActionRow = ({ action, detections, progress, isOver }: ActionRowProps): ReactElement => {
  const active = !isOver && (progress?.kind === 'working' || progress?.kind === 'held');
  const { tone, icon } = isOver ? lookOfOver(progress) : lookOf(progress);
  return (
    <li className={active ? 'card run run-now' : 'card run'} data-tone={tone}>
      {icon ?? <ToneIcon tone={tone} />}
      <div className="grow">
        <ActionName action={action} detections={detections} />
        <p>
          <Words action={action} progress={progress} isOver={isOver} />
        </p>
        {active ? <WhileWorking action={action} detections={detections} progress={progress} /> : null}
        {progress?.kind === 'ended' ? (
          <OutcomeDetails
            name={actionLabel(action, detections)}
            exitCode={progress.exitCode}
            detail={progress.detail}
          />
        ) : null}
      </div>
      {isOver && progress?.kind !== 'ended' ? null : <Elapsed progress={progress} />}
    </li>
  );
};

/** A script of the vendor's can only be waited for. */
const mayBeLeft = ({ kind }: Action): boolean => kind !== 'run-vendor-script';

const WhileWorking = ({
  action,
  detections,
  progress,
}: Omit<ActionRowProps, 'isOver'>): ReactElement | null => {
  const words = useTexts().work.stopWaiting;
  const stopWaiting = useApp((state) => state.stopWaiting);
  const leaving = useApp((state) => state.removal.kind === 'running' && state.removal.leaving === true);
  if (progress?.kind !== 'working') return null;
  const isQuiet = progress.quietSeconds !== undefined && mayBeLeft(action);
  return (
    <>
      {progress.hasWindow === true ? <VendorWindow /> : null}
      {isQuiet || leaving ? (
        <div className="quiet">
          <Button
            compact
            fullName={words.of(actionLabel(action, detections))}
            busy={leaving ? words.stopping : undefined}
            onPress={() => void stopWaiting()}
          >
            {words.button}
          </Button>
          <span className="meta">{words.hint}</span>
        </div>
      ) : null}
    </>
  );
};

const lookOf = (progress: ActionProgress | undefined): { readonly tone: Tone; readonly icon?: ReactNode } => {
  switch (progress?.kind) {
    case undefined:
      return { tone: 'idle' };
    case 'waiting':
      return { tone: 'idle', icon: <TurnIcon /> };
    case 'working':
      return { tone: 'now', icon: <Turning /> };
    case 'held':
      return { tone: 'now', icon: <TurnIcon /> };
    case 'ended':
      return { tone: outcomeTone(progress.outcome) };
  }
};

/** What had begun and was not heard of again is not known, which is neither done nor failed. */
const lookOfOver = (
  progress: ActionProgress | undefined,
): { readonly tone: Tone; readonly icon?: ReactNode } =>
  progress?.kind === 'working' || progress?.kind === 'held'
    ? { tone: 'unknown' }
    : progress?.kind === 'waiting'
      ? { tone: 'idle' }
      : lookOf(progress);

const Words = ({ action, progress, isOver }: Omit<ActionRowProps, 'detections'>): ReactElement => {
  const texts = useTexts();
  const words = texts.window.remove;
  if (isOver && progress?.kind === 'waiting') return <>{texts.outcomes['not-started']}</>;
  if (isOver && (progress?.kind === 'working' || progress?.kind === 'held')) return <>{words.lostSight}</>;
  switch (progress?.kind) {
    case undefined:
      return <>{action.refusal === undefined ? '' : words.leftAlone(texts.refusals[action.refusal])}</>;
    case 'waiting':
      return <>{words.waiting}</>;
    case 'working':
      if (progress.quietSeconds !== undefined) return <>{words.quietFor(progress.quietSeconds)}</>;
      return <>{progress.line === undefined ? words.working : words.workingLine(printable(progress.line))}</>;
    case 'held':
      return <>{words.held(printable(progress.holder), progress.seconds)}</>;
    case 'ended':
      return <>{texts.outcomes[progress.outcome]}</>;
  }
};

/** A clock that runs only while the action does, and is not spoken. */
const Elapsed = ({ progress }: { readonly progress: ActionProgress | undefined }): ReactElement | null => {
  const words = useTexts().window;
  const startedAt = progress === undefined || progress.kind === 'waiting' ? undefined : progress.startedAt;
  const endedAt = progress?.kind === 'ended' ? progress.endedAt : undefined;
  const runs = startedAt !== undefined && endedAt === undefined;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  if (startedAt === undefined) return null;
  const end = endedAt === undefined ? now : Date.parse(endedAt);
  const seconds = Math.max(0, Math.floor((end - Date.parse(startedAt)) / 1000));
  return <span className="meta">{words.elapsed(Number.isNaN(seconds) ? 0 : seconds)}</span>;
};
