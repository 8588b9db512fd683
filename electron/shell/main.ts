import { join } from 'node:path';
import { app, dialog } from 'electron';
import { catalogue } from '../core/catalogue/index.ts';
import { exitCodes } from '../core/model/exit-codes.ts';
import { toolName } from '../core/text/index.ts';
import { systemClock } from '../platform/shared/clock.ts';
import { handlersFor } from './calls/index.ts';
import { guardClosing } from './closing.ts';
import { askBeforeClosing, desktopOf } from './desktop.ts';
import { argumentOf, runAfterRestart, speedOf } from './arguments.ts';
import { keepComingBack } from './coming-back.ts';
import { createDoor } from './door.ts';
import { startExample } from './example-start.ts';
import { hardenEverything } from './hardening.ts';
import { emitTo, openDoor } from './ipc.ts';
import { createJobs } from './jobs.ts';
import { machineOf } from './machine.ts';
import { setUpMenu } from './menu.ts';
import { declareScheme } from './page-server.ts';
import { runsAsRoot, runtimeWarnings } from './rights.ts';
import { createSpeech } from './speech.ts';
import { createStage } from './stage.ts';
import { systemLanguages, systemTexts } from './system-language.ts';
import { bringToFront, createWindow, loadPage } from './window.ts';

/** The recorded computer that was asked for when the program was started. */
const example = argumentOf(process.argv, '--example');

const openWindow = async (): Promise<void> => {
  const speech = await createSpeech({
    file: join(app.getPath('userData'), 'settings.json'),
    asked: app.commandLine.getSwitchValue('lang') || undefined,
    preferred: systemLanguages(),
    onChange: setUpMenu,
  });
  setUpMenu(speech.texts());
  const window = createWindow(speech);
  const jobs = createJobs();
  const desk = { catalogue, tool: { name: toolName, version: __APP_VERSION__ } };
  const common = {
    desk,
    speech,
    clock: systemClock,
    jobs,
    desktop: desktopOf(window, speech),
    emit: emitTo(window),
    runtimeWarnings: runtimeWarnings(process.versions.electron ?? '', runsAsRoot()),
  };
  const thisMachine = machineOf(
    process.platform,
    app.commandLine.getSwitchValue('state-dir') || undefined,
    { isPackaged: app.isPackaged, resources: process.resourcesPath, app: app.getAppPath() },
    runAfterRestart(process.argv),
  );
  if (thisMachine !== undefined) void keepComingBack(thisMachine);
  const stage = createStage({
    desk,
    jobs,
    thisMachine,
    speed: speedOf(argumentOf(process.argv, '--example-speed')),
    reopen: () => void loadPage(window),
    doorOn: (computer) =>
      createDoor(handlersFor({ ...common, ...computer }), { checkOutput: !app.isPackaged }),
  });
  if (example !== undefined) stage.examples.open(example);
  openDoor(window, stage.door);
  guardClosing(window, jobs, askBeforeClosing(window, speech));
  app.on('second-instance', () => bringToFront(window));
  obeySignals();
  await loadPage(window);
};

/**
 * A signal asks for the end like the close button does, and a second one asks again. Chromium's own handlers, which
 * these replace because they come later, obey only once: the second signal would kill a removal half-way.
 */
const obeySignals = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
};

const start = (): void => {
  // The terminal that started the window may be closed before it; a message that nobody reads is no error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  declareScheme();
  hardenEverything({ devTools: !app.isPackaged });
  // A wizard has nothing to do without its window, on macOS neither.
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(openWindow)
    .catch((error: unknown) => {
      console.error(error);
      app.exit(exitCodes.bug);
    });
};

/** A browser engine with all rights is a danger of its own; the command line does the same work without one. */
const refuseElevated = (): void => {
  const texts = systemTexts();
  dialog.showErrorBox(texts.appName, texts.shell.elevated);
  app.exit(exitCodes.needsAdministrator);
};

if (app.isPackaged && runsAsRoot()) refuseElevated();
else if (example !== undefined && !startExample(example)) app.exit(exitCodes.usage);
else if (app.requestSingleInstanceLock()) start();
else app.exit(0);
