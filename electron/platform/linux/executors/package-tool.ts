import type { ExecRequest } from '../../exec.ts';

/** Whether a package is still on this machine. `unknown` is neither: nothing is concluded from it. */
export type Presence =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'there';
      readonly onHold: boolean;
      /** As the tool wants them named. */ readonly targets: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly why: string };

/** What a trial run says. `go` carries the one call that may follow. */
export type Rehearsal =
  | { readonly kind: 'go'; readonly request: Pick<ExecRequest, 'command' | 'args'> }
  /** Others would go too, or stand in the way; `detail` names them, one a line. */
  | { readonly kind: 'others'; readonly detail: string }
  | { readonly kind: 'stopped'; readonly result: Stop };

export type Stop =
  | { readonly kind: 'tool-missing' }
  | { readonly kind: 'failed'; readonly detail: string; readonly exitCode?: number };

/** One package manager, as far as a removal needs it. */
export interface PackageTool {
  presence(name: string): Promise<Presence>;
  /** Changes nothing. `agreed`: names that may go with the targets. */
  rehearse(targets: readonly string[], agreed: readonly string[]): Promise<Rehearsal>;
}

/** Variables that keep every package tool from asking, paging, or restarting services of its own accord. */
export const unattended: Readonly<Record<string, string>> = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBCONF_NONINTERACTIVE_SEEN: 'true',
  APT_LISTCHANGES_FRONTEND: 'none',
  // needrestart's apt hook would restart services that have nothing to do with this removal.
  NEEDRESTART_SUSPEND: '1',
  SYSTEMD_PAGER: '',
};
