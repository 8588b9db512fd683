import type { ReactElement } from 'react';
import { Copy, Download } from 'lucide-react';
import { problemText } from '../../electron/core/text/index.ts';
import type { Subject } from '../../electron/core/model/report.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { reportFormats } from '../store/report.ts';
import { Button } from './button.tsx';
import { Choices } from './choices.tsx';
import { MachineText } from './machine-text.tsx';
import { Alert } from './notice.tsx';
import { Tick } from './tick.tsx';

/** In which form to save, for whom the report is, and how the last saving went. */
export const ReportFormat = ({ subject }: { readonly subject: Subject | undefined }): ReactElement => {
  const texts = useTexts();
  const words = texts.window.report;
  const format = useApp((state) => state.format);
  const chooseFormat = useApp((state) => state.chooseFormat);
  const raw = useApp((state) => state.raw);
  const chooseRaw = useApp((state) => state.chooseRaw);
  const parts = subjectParts(subject, words);
  return (
    <div className="group stack">
      <Choices
        look="segments"
        label={words.format}
        value={format}
        onChange={chooseFormat}
        choices={reportFormats.map((value) => ({ value, name: words.formats[value] }))}
      />
      <Tick isSelected={raw} onChange={chooseRaw}>
        {words.raw}
      </Tick>
      <p className="soft prose">{raw ? words.rawNote : words.redactedNote}</p>
      {parts.length === 0 ? null : <p className="meta">{words.for(parts)}</p>}
    </div>
  );
};

const subjectParts = (subject: Subject | undefined, words: ReturnType<typeof useTexts>['window']['report']) =>
  (['assetTag', 'ticket', 'operator'] as const).flatMap((field) => {
    const value = subject?.[field];
    return value === undefined ? [] : [words[field](value)];
  });

interface SaveButtonProps {
  readonly kind: 'primary' | 'secondary' | 'quiet';
  /** What it says where the report is for somebody in particular. */
  readonly children?: string;
}

export const SaveButton = ({ kind, children }: SaveButtonProps): ReactElement => {
  const words = useTexts().window.report;
  const isSaving = useApp((state) => state.saving.kind === 'running');
  const save = useApp((state) => state.save);
  return (
    <Button
      kind={kind}
      icon={<Download size={16} strokeWidth={2} aria-hidden />}
      busy={isSaving ? words.saving : undefined}
      onPress={() => void save()}
    >
      {children ?? words.save}
    </Button>
  );
};

/** For the field of a ticket. */
export const CopyButton = (): ReactElement => {
  const words = useTexts().window.report;
  const isCopying = useApp((state) => state.copying.kind === 'running');
  const copySummary = useApp((state) => state.copySummary);
  return (
    <Button
      icon={<Copy size={16} strokeWidth={2} aria-hidden />}
      busy={isCopying ? words.copying : undefined}
      onPress={() => void copySummary()}
    >
      {words.copy}
    </Button>
  );
};

/** Where the report was saved, for the bar. */
export const SavedNote = (): ReactElement | null => {
  const words = useTexts().window.report;
  const saving = useApp((state) => state.saving);
  if (saving.kind !== 'done') return null;
  const parts = words.savedWhere(saving.fileName, saving.folder);
  return (
    <span>
      {parts.before}
      <MachineText>{parts.file}</MachineText>
      {parts.between}
      <MachineText>{parts.folder}</MachineText>
    </span>
  );
};

/** What went wrong with saving or copying. */
export const ReportAlerts = (): ReactElement => {
  const texts = useTexts();
  const words = texts.window.report;
  const saving = useApp((state) => state.saving);
  const copying = useApp((state) => state.copying);
  return (
    <>
      {saving.kind === 'failed' ? (
        <Alert heading={words.saveFailed}>
          <p>{problemText(texts, saving.problem)}</p>
        </Alert>
      ) : null}
      {copying.kind === 'failed' ? (
        <Alert heading={words.copyFailed}>
          <p>{problemText(texts, copying.problem)}</p>
        </Alert>
      ) : null}
    </>
  );
};
