import type { ElectronApplication, Page } from '@playwright/test';
import type { Answer, CallInput, CallName } from '../electron/core/contract/contract.ts';

/** Any call, declared or not, as a page that has been taken over could make it. */
export const rawCall = (page: Page, name: unknown, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([n, i]) =>
      (window as unknown as { bridge: { call(n: unknown, i: unknown): Promise<unknown> } }).bridge.call(n, i),
    [name, input],
  );

export const call = async <C extends CallName>(
  page: Page,
  name: C,
  input: CallInput<C>,
): Promise<Answer<C>> => (await rawCall(page, name, input)) as Answer<C>;

export const valueOf = async <C extends CallName>(page: Page, name: C, input: CallInput<C>) => {
  const answer = await call(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
  return answer.value;
};

export const problemOf = async <C extends CallName>(
  page: Page,
  name: C,
  input: CallInput<C>,
): Promise<string> => {
  const answer = await call(page, name, input);
  return answer.ok ? 'no problem' : answer.problem.code;
};

/** Answers every file dialog for saving with this path, or as if the person closed it. */
export const answerSaveDialog = (app: ElectronApplication, filePath: string | undefined): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
      Object.assign(globalThis, { offeredPath: options.defaultPath });
      return { canceled: path === undefined, filePath: path ?? '' };
    }) as unknown as typeof dialog.showSaveDialog;
  }, filePath);

export const answerOpenDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
