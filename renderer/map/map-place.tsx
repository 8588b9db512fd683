import type { ReactElement } from 'react';
import { FolderOpen, Lock } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { problemText } from '../../electron/core/text/index.ts';
import { useApp, useTexts } from '../store/react.tsx';
import { Button } from '../ui/button.tsx';
import { Turning } from '../ui/icons.tsx';
import { Alert } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { PlaceHeading } from '../ui/step-heading.tsx';
import { ExportMenu } from './export-menu.tsx';
import { MapView } from './map-view.tsx';

/** The map of many computers. The default export, since the window loads it only when it is opened. */
const MapPlace = (): ReactElement => {
  const texts = useTexts();
  const words = texts.map.window;
  const map = useApp((state) => state.map);
  return (
    <Page note={<BarNote />} buttons={<MapButtons />}>
      <PlaceHeading heading={texts.map.title}>
        {map.kind === 'done'
          ? `${texts.map.readFrom(map.map.source.reports, map.map.totals.computers)} · ${words.from(baseName(map.map.source.folder))}`
          : words.lead}
      </PlaceHeading>
      <MapAlert />
      {map.kind === 'done' ? <MapView map={map.map} /> : null}
      {map.kind === 'idle' ? <EmptyMap /> : null}
      {map.kind === 'reading' ? <ReadingMap files={map.files} /> : null}
    </Page>
  );
};

export default MapPlace;

const baseName = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

const EmptyMap = (): ReactElement => {
  const words = useTexts().map.window;
  const openFolder = useApp((state) => state.openFolder);
  return (
    <DropZone
      className="card card-padded map-empty map-drop"
      aria-labelledby="map-empty"
      getDropOperation={() => 'copy'}
      onDrop={() => void openFolder(true)}
    >
      <FolderOpen size={28} strokeWidth={1.5} aria-hidden />
      <div className="grow">
        <h2 id="map-empty">{words.empty}</h2>
        <p className="soft prose">{words.emptyHow}</p>
      </div>
    </DropZone>
  );
};

/** How many files there are nobody knows before the end, so it is counted and not measured. */
const ReadingMap = ({ files }: { readonly files: number }): ReactElement => {
  const texts = useTexts();
  return (
    <section className="card card-padded map-empty" aria-label={texts.map.window.progress}>
      <Turning size={20} />
      <p>{texts.map.reading(files)}</p>
    </section>
  );
};

const MapAlert = (): ReactElement | null => {
  const texts = useTexts();
  const words = texts.map.window;
  const trouble = useApp((state) => state.mapTrouble);
  if (trouble === undefined) return null;
  return (
    <Alert heading={trouble.what === 'map' ? words.failed : words.saveFailed}>
      <p>{problemText(texts, trouble.problem)}</p>
    </Alert>
  );
};

const BarNote = (): ReactElement => {
  const words = useTexts().map.window;
  const saved = useApp((state) => state.mapSaved);
  return saved === undefined ? (
    <>
      <Lock size={16} strokeWidth={2} aria-hidden />
      {words.readHere}
    </>
  ) : (
    <span>{words.saved(saved)}</span>
  );
};

const MapButtons = (): ReactElement => {
  const words = useTexts().map.window;
  const kind = useApp((state) => state.map.kind);
  const hideMap = useApp((state) => state.hideMap);
  const openFolder = useApp((state) => state.openFolder);
  const stopReading = useApp((state) => state.stopReading);
  if (kind === 'reading') return <Button onPress={() => void stopReading()}>{words.stop}</Button>;
  return (
    <>
      <Button kind="quiet" onPress={hideMap}>
        {words.close}
      </Button>
      <Button
        kind={kind === 'idle' ? 'primary' : 'secondary'}
        icon={<FolderOpen size={16} strokeWidth={2} aria-hidden />}
        onPress={() => void openFolder()}
      >
        {kind === 'idle' ? words.choose : words.chooseOther}
      </Button>
      {kind === 'done' ? <ExportMenu /> : null}
    </>
  );
};
