import type { HazardId } from './hazard.ts';
import type { OperatingSystem } from './host.ts';
import type { PasswordProperty, RemovalPhase } from './plan.ts';
import type { Column, TableName } from './tables.ts';

/** How sure a published fact is: vendor or government text, public logs and scripts, or our own inference. */
export type FactConfidence = 'documented' | 'observed-in-logs' | 'inferred';

export type ProductFamily =
  | 'home'
  | 'endpoint'
  | 'management'
  | 'server'
  | 'mail'
  | 'virtualisation'
  | 'vpn'
  | 'passwords'
  | 'parental'
  | 'tool'
  | 'extension'
  | 'successor'
  | 'oem';

/** What may be done with it: `removable` here, or only reported, or shown apart. */
export type ProductRole = 'removable' | 'report-only' | 'vendor-tool' | 'successor' | 'oem';

/** One test of one column. Every test names things exactly; a bare fragment cannot be written. */
export type ColumnTest =
  /** Equal to one of these, case ignored. */
  | { readonly is: readonly string[] }
  /** This path or anything below it. Written with forward slashes; case is ignored for Windows paths. */
  | { readonly under: readonly string[] }
  /** An anchored pattern (`^…$`) with the flag `i`, for names that carry a version. */
  | { readonly pattern: RegExp }
  /**
   * Below one of the vendor's own folders on any system, and the rest of the path there, in lower case with forward
   * slashes, fits this pattern (anchored at its start). Takes command lines too.
   */
  | { readonly vendorPath: RegExp | 'anywhere' }
  /** A company name that is Kaspersky's in one of its known spellings and scripts. */
  | { readonly vendor: 'kaspersky' }
  /** The column was not filled. */
  | { readonly absent: true };

/**
 * What a matching row says of a product.
 * `proof` settles it alone; `sign` makes it likely, two kinds of sign settle it; `hint` counts only beside another
 * (short and common names); `trace` shows that the product was here, never that it is.
 */
export type SignatureWeight = 'proof' | 'sign' | 'hint' | 'trace';

export type ReasonCode =
  | 'package-name-and-vendor'
  | 'package-name'
  | 'package-vendor'
  | 'unit-name-and-program'
  | 'unit-name'
  | 'unit-program'
  | 'process-path'
  | 'process-name'
  | 'own-folder'
  | 'own-file'
  | 'unit-file'
  | 'vendor-folder'
  | 'kernel-module'
  | 'program-name-and-vendor'
  | 'program-name-and-folder'
  | 'program-name'
  | 'program-vendor'
  | 'program-folder'
  | 'product-code'
  | 'service-name'
  | 'service-path'
  | 'driver-name'
  | 'registry-product-name'
  | 'registry-key'
  | 'security-centre-name'
  | 'security-centre-stale'
  | 'extension-id'
  | 'extension-name'
  | 'certificate-subject'
  | 'store-package'
  | 'class-filter'
  | 'network-filter'
  | 'encrypted-volume'
  | 'task-in-vendor-folder'
  | 'startup-in-vendor-folder'
  | 'bundle-id'
  | 'team-id'
  | 'receipt'
  | 'launch-item'
  | 'profile'
  | 'browser-policy'
  | 'engine-outside-vendor'
  | 'account-name'
  | 'package-source'
  | 'short-name';

export interface Signature<T extends TableName = TableName> {
  readonly table: T;
  readonly weight: SignatureWeight;
  readonly reason: ReasonCode;
  readonly match: { readonly [C in Column<T>]?: ColumnTest };
  /** A part with an entry of its own (a console, a plug-in): its version is not the product’s. */
  readonly component?: boolean;
}

/** A vendor-supported way out of one system, best first. */
export type Route =
  /** Through the machine's own package manager. */
  | {
      readonly system: 'linux';
      readonly kind: 'package';
      readonly names: readonly string[];
      readonly phase: RemovalPhase;
    }
  /** Windows Installer, by the product code that the program entry on the machine gives; never a listed one. */
  | {
      readonly system: 'windows';
      readonly kind: 'msi';
      readonly phase: RemovalPhase;
      /** How its uninstaller takes a password; `none-known`: the person types it in the vendor's window. */
      readonly password?: PasswordProperty | 'none-known';
    }
  /** The program entry's own quiet uninstall command, or its plain one in the vendor's window. */
  | { readonly system: 'windows'; readonly kind: 'vendor-uninstaller'; readonly phase: RemovalPhase }
  /** The script that the vendor installs with the product, run with the administrator's consent. */
  | {
      readonly system: 'macos';
      readonly kind: 'vendor-script';
      readonly path: string;
      readonly phase: RemovalPhase;
    }
  /** Only a person can do it, in the vendor's own window: a parent's account, an app from a store. */
  | { readonly system: OperatingSystem; readonly kind: 'guided'; readonly phase: RemovalPhase };

export interface Product {
  /** The published id that reports, maps and scripts rely on. */
  readonly id: string;
  readonly name: string;
  readonly family: ProductFamily;
  readonly role: ProductRole;
  readonly systems: readonly OperatingSystem[];
  readonly signatures: readonly Signature[];
  readonly routes: readonly Route[];
  /**
   * Exact folders and files that are this product's own, below a Kaspersky root or named exactly; registry keys as
   * `HKLM\\…`. On Windows folders begin with a variable such as `%ProgramData%`.
   */
  readonly residue: readonly string[];
  readonly hazards: readonly HazardId[];
  readonly sources: readonly string[];
  readonly confidence: FactConfidence;
  /** Takes only what no named product claims: the evidence proves the vendor, not the edition. */
  readonly fallback?: true;
}

/**
 * What several products leave in the same way (services and drivers that carry a version and no edition). It joins a
 * product of the family that is here; without one it shows the family alone, under the id `unknown`.
 */
export interface SharedArtefacts {
  readonly id: string;
  readonly systems: readonly OperatingSystem[];
  /** Product ids, the likeliest first. */
  readonly members: readonly string[];
  /** The product that stands for the family when no member is here; undefined: only ever beside a member. */
  readonly unknown?: string;
  readonly signatures: readonly Signature[];
}
