import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Evidence } from '../../electron/core/model/evidence.ts';
import { reasonText } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { Button } from './button.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { describeRow } from './describe-row.ts';
import { MachineText } from './machine-text.tsx';

/** A product folder can hold thousands of files; the first ones are enough to judge, the rest is one press away. */
const shownAtFirst = 20;
/** More would make a slow page of a long one. */
const mostRows = 100;

interface EvidenceTableProps {
  /** What the signs are of. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

export const EvidenceTable = ({ name, evidence }: EvidenceTableProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window.evidence;
  const [all, showAll] = useState(false);
  if (evidence.length === 0) return <p className="evidence">{words.none}</p>;
  if (all && evidence.length > mostRows)
    return (
      <div className="evidence">
        <EvidenceList name={name} evidence={evidence} />
      </div>
    );
  const shown = all ? evidence : evidence.slice(0, shownAtFirst);
  return (
    <div className="evidence">
      <table aria-label={words.of(name)}>
        <thead>
          <tr>
            <th scope="col">{words.sign}</th>
            <th scope="col">{words.saw}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <EvidenceRow key={index} item={item} takesFocus={all && index === shownAtFirst} />
          ))}
        </tbody>
      </table>
      {shown.length === evidence.length ? null : (
        <Button compact onPress={() => showAll(true)} fullName={words.moreOf(evidence.length, name)}>
          {words.more(evidence.length)}
        </Button>
      )}
    </div>
  );
};

interface EvidenceRowProps {
  readonly item: Evidence;
  /** The first of the rows that were asked for: the button that showed them is gone, and reading goes on here. */
  readonly takesFocus: boolean;
}

const EvidenceRow = ({ item, takesFocus }: EvidenceRowProps): ReactElement => {
  const texts = useTexts();
  const { main, rest } = describeRow(item.row, texts);
  return (
    <tr {...(takesFocus ? { tabIndex: -1, ref: focusOn } : {})}>
      <th scope="row">{texts.signs[item.table]}</th>
      <td>
        <MachineText>{main}</MachineText>
        {rest.map((part, index) => (
          <span key={index}>
            {' · '}
            <MachineText>{part}</MachineText>
          </span>
        ))}
      </td>
      <td className="evidence-why">{reasonText(texts, item.reason)}</td>
    </tr>
  );
};

const focusOn = (row: HTMLElement | null): void => row?.focus();
