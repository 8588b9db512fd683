import type { Exec } from '../exec.ts';
import type { Registry } from './registry/registry.ts';

/** Rows of a list, or why Windows did not give it. A list that Windows cannot really have empty is never an empty `ok`. */
export type Listed<T> =
  | { readonly kind: 'ok'; readonly rows: readonly T[] }
  | { readonly kind: 'denied' | 'failed'; readonly why: string };

export type Told<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied' | 'failed'; readonly why: string };

/** A service or a kernel driver as the service manager knows it now. Numbers as in winsvc.h. */
export interface ServiceState {
  readonly name: string;
  readonly displayName: string;
  /** `SERVICE_KERNEL_DRIVER` 1, `SERVICE_FILE_SYSTEM_DRIVER` 2, programs 0x10 and more. */
  readonly type: number;
  /** 1 stopped, 2 starting, 3 stopping, 4 running, 5 to 7 on the way to or from a pause. */
  readonly state: number;
  /** 0 when it does not run. */
  readonly pid: number;
}

export interface RunningProcess {
  readonly pid: number;
  /** As it was at the start; that process may have ended, and its number may be another's now. */
  readonly parentPid: number;
  /** File name of the program. */
  readonly name: string;
  /** Whole path; undefined when Windows does not tell it to us (protected, ended meanwhile). */
  readonly path: string | undefined;
  /** 100 ns steps since 1601; tells a process from a later one with the same number. Undefined as for `path`. */
  readonly startedAt: bigint | undefined;
}

/** One entry of a discretionary access list. */
export interface AccessEntry {
  readonly effect: 'allow' | 'deny' | 'other';
  readonly sid: string;
  /** Rights as in winnt.h, generic ones still as generic bits. */
  readonly mask: number;
  /** `INHERIT_ONLY_ACE` 0x8 and its relatives. */
  readonly flags: number;
}

/** Who owns a file or folder and who may do what to it; a missing access list lets everybody do everything. */
export interface Access {
  readonly owner: string;
  readonly entries: readonly AccessEntry[] | 'everybody';
  /** A link, a junction or another reparse point: what is behind it is another place. */
  readonly reparsePoint: boolean;
  readonly kind: 'file' | 'folder';
}

/** The rights of this very process. */
export interface OwnRights {
  readonly sid: string;
  /** In Administrators, and switched on. */
  readonly isAdministrator: boolean;
}

export interface SystemFacts {
  /** `10.0.26100`. */
  readonly version: string;
  /** Domain controller or server edition. */
  readonly server: boolean;
  readonly name: string | undefined;
  readonly onBattery: boolean | undefined;
  readonly remoteSession: boolean | undefined;
  /** Bytes free on the system volume for this user. */
  readonly freeBytes: number | undefined;
}

/**
 * Windows Installer, in this very process: no command line that others could read.
 * The numbers are its own exit codes (0, 1605, 1603, 3010 …).
 */
export interface Installer {
  /**
   * Removes a product without a window and without a restart. `properties` is `NAME="value" …` in UTF-16LE with its
   * closing zero; it is wiped by the caller. No log is written.
   */
  remove(productCode: string, properties: Buffer): Promise<number>;
  /** Whether a product is installed for this computer or for this user: `ok` false is a sure no. */
  isInstalled(productCode: string): Told<boolean>;
  /** One entry of the Property table of the package that Windows keeps of an installed product; `missing`: no such entry. */
  packageProperty(productCode: string, name: string): Told<string>;
}

/** What a file's signature says. `trusted`: whole, in time and up to a root that this computer trusts. */
export interface FileSignature {
  readonly trusted: boolean;
  /** Name of the signer as its certificate gives it (CN); undefined for a file without a signature. */
  readonly signer: string | undefined;
}

/** What Windows itself tells, through its programming interface; no tool's output is read for it. */
export interface WindowsApi {
  /** Every service and driver, running or not. */
  serviceStates(): Listed<ServiceState>;
  processes(): Listed<RunningProcess>;
  access(path: string): Told<Access>;
  ownRights(): Told<OwnRights>;
  systemFacts(): Told<SystemFacts>;
  readonly installer: Installer;
  signature(path: string): Told<FileSignature>;
  /**
   * A name for the time between two starts of Windows, kept in a key that Windows forgets when it stops
   * (`REG_OPTION_VOLATILE`): another name, or none, means that it was started anew. A shut-down with fast start keeps
   * it, as it keeps the drivers. `make` writes one when there is none; that takes an administrator. `missing`: none.
   */
  startMark(make: boolean): Told<string>;
}

/** What a reader looks at. Production knows the running Windows only; tests hand in recorded answers and folders. */
export interface WindowsMachine {
  readonly registry: Registry;
  readonly api: WindowsApi;
  readonly exec: Exec;
  /** Where `C:\` (and every other drive, as a folder `D` beside it) really lies: undefined for the running Windows. */
  readonly root: string | undefined;
}
