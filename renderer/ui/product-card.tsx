import type { ReactElement } from 'react';
import { Archive, Info, Server, Shield, Wrench } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { Detection, DetectionStatus } from '../../electron/core/model/detection.ts';
import { printable } from '../../electron/core/text/index.ts';
import { useTexts } from '../store/react.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { Chevron } from './fold.tsx';
import { Mark } from './mark.tsx';
import { Tick } from './tick.tsx';

const icons: Readonly<Record<DetectionStatus, LucideIcon>> = {
  installed: Shield,
  leftovers: Archive,
  'report-only': Server,
  'vendor-tool': Wrench,
  successor: Shield,
  oem: Shield,
};

interface ProductCardProps {
  readonly detection: Detection;
  readonly isChosen?: boolean;
  /** Given only where choosing means something; without it the card has no tick. */
  readonly onChoose?: (isChosen: boolean) => void;
  readonly remark?: string;
}

/** A plain sentence first; the exact rows that speak for it one press away. */
export const ProductCard = ({
  detection,
  isChosen = false,
  onChoose,
  remark,
}: ProductCardProps): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  const Icon = icons[detection.status];
  return (
    <Disclosure className="card">
      <div className="product">
        {onChoose === undefined ? (
          <Info className="product-info" size={20} strokeWidth={1.75} aria-hidden />
        ) : (
          <Tick isSelected={isChosen} onChange={onChoose} name={words.identify.choose(detection.name)} />
        )}
        <span className="product-tile">
          <Icon size={20} strokeWidth={1.75} aria-hidden />
        </span>
        <div className="product-words">
          <h3>{detection.name}</h3>
          <p>
            {[
              ...(detection.version === undefined ? [] : [words.version(printable(detection.version))]),
              texts.status[detection.status],
            ].join(' · ')}
          </p>
          {remark === undefined ? null : <Mark tone="warn">{remark}</Mark>}
        </div>
        <div className="product-sure">
          <strong>{texts.confidence[detection.confidence]}</strong>{' '}
          <span className="meta">{words.signs(detection.evidence.length)}</span>
        </div>
        <AriaButton
          slot="trigger"
          className="button"
          data-kind="quiet"
          aria-label={words.evidence.of(detection.name)}
        >
          {words.evidence.show}
          <Chevron />
        </AriaButton>
      </div>
      <DisclosurePanel className="fold-panel">
        <EvidenceTable name={detection.name} evidence={detection.evidence} />
      </DisclosurePanel>
    </Disclosure>
  );
};
