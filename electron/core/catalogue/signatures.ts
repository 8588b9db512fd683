import type { Signature } from '../model/product.ts';

/** Writing aids for product files: the same few kinds of evidence, spelt once. */

interface Names {
  readonly names: readonly string[];
  /** A name that other vendors use too: it counts only beside another sign. */
  readonly common?: boolean;
}

/** A package by its exact name. With the vendor's name it is proof; without one the name alone is a sign or a hint. */
export const packageSignatures = ({ names, common = false }: Names): readonly Signature<'packages'>[] => [
  {
    table: 'packages',
    weight: 'proof',
    reason: 'package-name-and-vendor',
    match: { name: { is: names }, publisher: { vendor: 'kaspersky' } },
  },
  {
    table: 'packages',
    weight: common ? 'hint' : 'sign',
    reason: common ? 'short-name' : 'package-name',
    match: { name: { is: names }, publisher: { absent: true } },
  },
];

/** A systemd unit or init script, with or without its suffix. Starting a program of the product's own folder is proof. */
export const unitSignatures = (
  { names, common = false }: Names,
  programFolders: readonly string[],
): readonly Signature<'units'>[] => {
  const spellings = names.flatMap((name) => [name, `${name}.service`]);
  return [
    {
      table: 'units',
      weight: 'proof',
      reason: 'unit-name-and-program',
      match: { name: { is: spellings }, program: { under: programFolders } },
    },
    {
      table: 'units',
      weight: 'proof',
      reason: 'unit-program',
      match: { program: { under: programFolders } },
    },
    {
      table: 'units',
      weight: common ? 'hint' : 'sign',
      reason: common ? 'short-name' : 'unit-name',
      match: { name: { is: spellings }, program: { absent: true } },
    },
  ];
};

/** A running program below the product's own folder. */
export const processSignatures = (folders: readonly string[]): readonly Signature<'processes'>[] => [
  { table: 'processes', weight: 'proof', reason: 'process-path', match: { path: { under: folders } } },
];

/** Folders that only this product makes. They show that it was here, never that it is. */
export const folderTraces = (folders: readonly string[]): readonly Signature<'files'>[] => [
  { table: 'files', weight: 'trace', reason: 'own-folder', match: { path: { under: folders } } },
];

/** Single files outside the vendor's folders. Where the name is common, they count only beside another sign. */
export const fileTraces = (
  files: readonly string[],
  { common = false }: { readonly common?: boolean } = {},
): readonly Signature<'files'>[] => [
  {
    table: 'files',
    weight: common ? 'hint' : 'trace',
    reason: common ? 'short-name' : 'own-file',
    match: { path: { under: files } },
  },
];

/** Users or groups that this product makes. They show that it was here; they may have people in them, so they stay. */
export const accountTraces = (
  kind: 'user' | 'group',
  { names, common = false }: Names,
): readonly Signature<'accounts'>[] => [
  {
    table: 'accounts',
    weight: common ? 'hint' : 'trace',
    reason: common ? 'short-name' : 'account-name',
    match: { name: { is: names }, kind: { is: [kind] } },
  },
];

/** A Windows program entry by its display name. With the vendor's name or folder it is proof; the name alone a sign. */
export const programSignatures = (
  names: readonly RegExp[],
  { common = false }: { readonly common?: boolean } = {},
): readonly Signature<'programs'>[] =>
  names.flatMap((pattern): Signature<'programs'>[] => [
    {
      table: 'programs',
      weight: 'proof',
      reason: 'program-name-and-vendor',
      match: { name: { pattern }, publisher: { vendor: 'kaspersky' } },
    },
    {
      table: 'programs',
      weight: 'proof',
      reason: 'program-name-and-folder',
      match: { name: { pattern }, publisher: { absent: true }, installLocation: { vendorPath: 'anywhere' } },
    },
    {
      table: 'programs',
      weight: common ? 'hint' : 'sign',
      reason: common ? 'short-name' : 'program-name',
      match: { name: { pattern }, publisher: { absent: true }, installLocation: { absent: true } },
    },
  ]);
