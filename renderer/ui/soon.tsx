import { useDeferredValue } from 'react';
import type { ReactElement, ReactNode } from 'react';

/**
 * What a page shows below its heading, a moment after it. React then draws it in small steps between which the window
 * answers, where drawing a whole page at once is felt as a stutter.
 */
export const Soon = ({ children }: { readonly children: ReactNode }): ReactElement | null =>
  useDeferredValue(true, false) ? <>{children}</> : null;
