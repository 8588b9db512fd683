import type { ReactElement } from 'react';
import { Lock, Map as MapIcon } from 'lucide-react';
import { problemText } from '../../../electron/core/text/index.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import { subjectFields, whoChoices } from '../../store/subject.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Group } from '../../ui/group.tsx';
import { Alert, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { PromiseCards } from './promise.tsx';
import { TryExample } from './try-example.tsx';

export const StartView = (): ReactElement => {
  const texts = useTexts();
  const words = texts.window.start;
  const who = useApp((state) => state.who);
  const chooseWho = useApp((state) => state.chooseWho);
  return (
    <Page note={<PrivateNote />} buttons={<StartButtons />}>
      <StepHeading heading={words.heading}>{words.lead}</StepHeading>
      <StartAlerts />
      <OpenRun />
      <div className="group">
        <Choices
          look="cards"
          label={words.who}
          value={who}
          onChange={chooseWho}
          choices={whoChoices.map((value) => ({ value, ...words.whoChoices[value] }))}
        />
      </div>
      {who === 'helping' ? <SubjectFields /> : null}
      {who === 'helping' ? <OpenMap /> : null}
      <PromiseCards />
      <RuntimeWarnings />
      <TryExample />
      <p className="meta group">{texts.independent}</p>
    </Page>
  );
};

/** A run that was interrupted, or that waits for a restart, is gone on with rather than begun anew. */
const OpenRun = (): ReactElement | null => {
  const words = useTexts().window.restart;
  const about = useApp((state) => state.about);
  const goOn = useApp((state) => state.goOn);
  if (about.kind !== 'done' || about.about.openRun === undefined) return null;
  return (
    <div className="group">
      <Notice
        tone="now"
        heading={words.openHeading}
        action={<Button onPress={() => void goOn()}>{words.goOn}</Button>}
      >
        <p>{words.openText}</p>
      </Notice>
    </div>
  );
};

const PrivateNote = (): ReactElement => (
  <>
    <Lock size={16} strokeWidth={2} aria-hidden />
    {useTexts().window.start.private}
  </>
);

const StartButtons = (): ReactElement => {
  const words = useTexts().window;
  const about = useApp((state) => state.about);
  const isOpening = useApp((state) => state.opening.kind === 'running');
  const openSaved = useApp((state) => state.openSaved);
  const look = useApp((state) => state.look);
  const describe = useApp((state) => state.describe);
  return (
    <>
      <Button
        kind="quiet"
        busy={isOpening ? words.start.opening : undefined}
        onPress={() => void openSaved()}
      >
        {words.start.open}
      </Button>
      {about.kind === 'failed' ? (
        <Button kind="primary" onPress={() => void describe()}>
          {words.tryAgain}
        </Button>
      ) : (
        <Button
          kind="primary"
          busy={about.kind === 'done' ? undefined : words.loading}
          onPress={() => void look()}
        >
          {words.start.look}
        </Button>
      )}
    </>
  );
};

const OpenMap = (): ReactElement => {
  const words = useTexts().map.window;
  const showMap = useApp((state) => state.showMap);
  return (
    <div className="row group">
      <p className="soft grow">{words.lead}</p>
      <Button icon={<MapIcon size={16} strokeWidth={2} aria-hidden />} onPress={showMap}>
        {words.open}
      </Button>
    </div>
  );
};

const SubjectFields = (): ReactElement => {
  const words = useTexts().window.start;
  const fields = useApp((state) => state.fields);
  const fillField = useApp((state) => state.fillField);
  return (
    <Group heading={words.forReport} remark={words.mayStayEmpty}>
      <div className="fields">
        {subjectFields.map((field) => (
          <Field
            key={field}
            label={words[field]}
            value={fields[field]}
            onChange={(value) => fillField(field, value)}
          />
        ))}
      </div>
    </Group>
  );
};

const StartAlerts = (): ReactElement => {
  const texts = useTexts();
  const words = texts.window.start;
  const about = useApp((state) => state.about);
  const opening = useApp((state) => state.opening);
  return (
    <>
      {about.kind === 'failed' ? (
        <Alert heading={words.describeFailed}>
          <p>{problemText(texts, about.problem)}</p>
        </Alert>
      ) : null}
      {opening.kind === 'failed' ? (
        <Alert heading={words.openFailed}>
          <p>{problemText(texts, opening.problem)}</p>
        </Alert>
      ) : null}
    </>
  );
};

const RuntimeWarnings = (): ReactElement | null => {
  const words = useTexts().window.start;
  const about = useApp((state) => state.about);
  if (about.kind !== 'done' || about.about.runtimeWarnings.length === 0) return null;
  return (
    <div className="group">
      <Notice tone="now" heading={words.warningHeading}>
        {about.about.runtimeWarnings.map((warning) => (
          <p key={warning}>{words.warnings[warning]}</p>
        ))}
      </Notice>
    </div>
  );
};
