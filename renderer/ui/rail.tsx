import type { ReactElement } from 'react';
import { Check, FileSearch, Map as MapIcon, Monitor } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Host } from '../../electron/core/model/host.ts';
import { printable } from '../../electron/core/text/index.ts';
import type { Step } from '../steps/step.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { isBusy, mayGoBackTo } from '../store/wizard.ts';
import { LanguageChoice } from './language-choice.tsx';

/** Which computer this is about, where the person is, and the way back as far as going back is safe. */
export const Rail = ({ steps }: { readonly steps: readonly Step[] }): ReactElement => {
  const words = useTexts().window;
  const route = useApp((state) => state.route);
  const shown = steps.filter(({ id }) => route.includes(id));
  return (
    <aside className="rail" aria-label={words.sideLabel}>
      <HostCard />
      <nav aria-label={words.steps}>
        <ol className="steps">
          {shown.map((step, index) => (
            <RailStep key={step.id} step={step} number={index + 1} />
          ))}
        </ol>
      </nav>
      <MapLink />
      <LanguageChoice />
    </aside>
  );
};

/** Beside the steps: the view over many computers. */
const MapLink = (): ReactElement => {
  const words = useTexts().map;
  const isOpen = useApp((state) => state.mapOpen);
  const showMap = useApp((state) => state.showMap);
  return (
    <AriaButton className="map-link" aria-pressed={isOpen} onPress={showMap}>
      <MapIcon size={16} strokeWidth={1.75} aria-hidden />
      {words.shell.show}
    </AriaButton>
  );
};

const HostCard = (): ReactElement => {
  const words = useTexts().window;
  const about = useApp((state) => state.about);
  const scan = useApp((state) => state.scan);
  const saved = scan.kind === 'done' && scan.source === 'saved';
  const host = saved ? scan.report.host : about.kind === 'done' ? about.about.host : undefined;
  const Icon = saved ? FileSearch : Monitor;
  return (
    <p className="host">
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span className="host-words">
        <strong>{printable(host?.name ?? (saved ? words.savedScan : words.thisComputer))}</strong>
        <span className="meta">
          {[
            ...(saved && host?.name !== undefined ? [words.savedScan] : []),
            ...(host ? [systemOf(host, words)] : []),
          ].join(' · ')}
        </span>
      </span>
    </p>
  );
};

/** Some systems give a whole name as their version, others a bare number. */
const systemOf = (host: Host, words: ReturnType<typeof useTexts>['window']): string =>
  /^\d/.test(host.version) ? `${words.systems[host.os]} ${host.version}` : printable(host.version);

const RailStep = ({ step, number }: { readonly step: Step; readonly number: number }): ReactElement => {
  const texts = useTexts();
  const words = texts.window;
  const route = useApp((state) => state.route);
  const current = useApp((state) => state.route.indexOf(state.step) + 1);
  const mayGoBack = useApp((state) => mayGoBackTo(state, step.id));
  const note = useApp((state) => step.note(state));
  const goTo = useApp((state) => state.goTo);
  const mapOpen = useApp((app) => app.mapOpen);
  const mayReturn = useApp((app) => app.mapOpen && !isBusy(app)) && number === current;
  const state = number < current ? 'done' : number === current ? 'now' : 'later';
  const face = (
    <>
      <span className="step-mark" aria-hidden>
        {state === 'done' ? <Check size={14} strokeWidth={2.5} /> : number}
      </span>
      <span className="step-words">
        <span className="step-name">
          {step.name(texts)}
          <span className="spoken">{words.stepPlace[state](number, route.length)}</span>
        </span>{' '}
        {state === 'later' || note === '' ? null : <span className="step-note">{note}</span>}
      </span>
    </>
  );
  return (
    <li
      className="step"
      data-state={state}
      {...(state === 'now' && !mapOpen ? { 'aria-current': 'step' } : {})}
    >
      {mayGoBack || mayReturn ? (
        <AriaButton className="step-face" onPress={() => goTo(step.id)}>
          {face}
        </AriaButton>
      ) : (
        <div className="step-face">{face}</div>
      )}
    </li>
  );
};
