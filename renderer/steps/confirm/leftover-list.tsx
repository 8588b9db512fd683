import type { ReactElement } from 'react';
import type { Evidence } from '../../../electron/core/model/evidence.ts';
import type { LeftBehind, Remaining } from '../../../electron/core/model/leftover.ts';
import { whatOf } from '../../../electron/core/model/leftover.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import { whyText } from '../../../electron/core/text/index.ts';
import { evidenceOf, isProven } from '../../store/clean-up.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { EvidenceTable } from '../../ui/evidence-table.tsx';
import { Fold, InlineFold } from '../../ui/fold.tsx';
import { Group } from '../../ui/group.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { MachineText } from '../../ui/machine-text.tsx';
import { Tick } from '../../ui/tick.tsx';

interface LeftoverListProps {
  readonly report: Report;
  readonly remaining: Remaining;
}

/** What may still be set aside, each with its size and why it is Kaspersky's, and what stays for a reason. */
export const LeftoverList = ({ report, remaining }: LeftoverListProps): ReactElement | null => {
  const texts = useTexts();
  const words = texts.work.leftovers;
  const kept = useApp((state) => state.kept);
  const { items, left } = remaining;
  const chosen = items.filter(({ item }) => !kept.includes(item.id));
  const size = chosen.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return (
    <>
      {items.length === 0 ? null : (
        <Group
          heading={texts.window.confirm.leftovers}
          remark={
            size === 0
              ? words.chosen(chosen.length, items.length)
              : words.chosenSize(chosen.length, items.length, size)
          }
        >
          <ul className="card rows">
            {items.map((each) => (
              <LeftoverRow key={each.item.id} report={report} leftover={each} />
            ))}
          </ul>
        </Group>
      )}
      <LeftAlone left={left} />
    </>
  );
};

interface LeftoverRowProps {
  readonly report: Report;
  readonly leftover: Remaining['items'][number];
}

const LeftoverRow = ({ report, leftover: { item, entries, bytes } }: LeftoverRowProps): ReactElement => {
  const texts = useTexts();
  const words = texts.work.leftovers;
  const isKept = useApp((state) => state.kept.includes(item.id));
  const isBusy = useApp((state) => state.cleaning.kind === 'running');
  const keepLeftover = useApp((state) => state.keepLeftover);
  const what = whatOf(item);
  const kind = words.kinds[item.kind];
  const facts = [
    ...(entries === undefined ? [] : [words.entries(entries)]),
    ...(bytes === undefined || bytes === 0 ? [] : [texts.window.bytes(bytes)]),
  ];
  return (
    <li className="row">
      <Tick
        isSelected={!isKept}
        name={texts.labelled(kind, what)}
        onChange={(chosen) => {
          if (!isBusy) keepLeftover(item.id, !chosen);
        }}
      />
      <div className="grow">
        <h3>{kind}</h3>
        <p>
          <MachineText>{what}</MachineText>
        </p>
        {facts.length === 0 ? null : <p className="soft">{facts.join(' · ')}</p>}
        <p className="soft">{isProven(report, item) ? words.proven : words.likely}</p>
        <Signs name={what} evidence={evidenceOf(report, item)} />
      </div>
    </li>
  );
};

const Signs = ({
  name,
  evidence,
}: {
  readonly name: string;
  readonly evidence: readonly Evidence[];
}): ReactElement | null => {
  const words = useTexts().window.evidence;
  if (evidence.length === 0) return null;
  return (
    <InlineFold words={words.show} fullName={words.of(name)}>
      <EvidenceTable name={name} evidence={evidence} />
    </InlineFold>
  );
};

/** What is told and never ticked. */
const LeftAlone = ({ left }: { readonly left: readonly LeftBehind[] }): ReactElement | null => {
  const texts = useTexts();
  const words = texts.work.leftovers;
  if (left.length === 0) return null;
  return (
    <Fold heading={words.alone} summary={texts.window.number(left.length)} startsOpen={left.length <= 3}>
      <ul className="rows">
        {left.map(({ what, why, detail }) => (
          <li key={`${what} ${why} ${detail ?? ''}`} className="row" data-tone="idle">
            <ToneIcon tone="idle" />
            <div className="grow">
              <p>
                <MachineText>{what}</MachineText>
              </p>
              <p className="soft">{texts.leftReasons[why]}</p>
              {detail === undefined ? null : (
                <p>
                  <MachineText>{whyText(texts, detail)}</MachineText>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
};
