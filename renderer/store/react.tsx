import { createContext, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Texts } from '../../electron/core/text/index.ts';
import type { AppState, AppStore } from './app-state.ts';

const StoreContext = createContext<AppStore | undefined>(undefined);

export const StoreProvider = ({
  store,
  children,
}: {
  readonly store: AppStore;
  readonly children: ReactNode;
}): ReactElement => <StoreContext value={store}>{children}</StoreContext>;

/** Reads one thing from the store. The selector must not build a new object: that would render for ever. */
export const useApp = <T,>(select: (state: AppState) => T): T => {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('useApp needs a StoreProvider above it');
  return useStore(store, select);
};

export const useTexts = (): Texts => useApp((state) => state.texts);
