import type { Action } from '../core/model/plan.ts';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { productsAskingPassword } from '../core/model/asking-password.ts';
import type { Secret } from '../core/model/secret.ts';
import { secretOf } from '../core/model/secret.ts';
import type { Bench } from './bench.ts';

/** Passwords of products, for the time of one command. */
export interface Passwords {
  readonly for: (action: Action) => Secret | undefined;
  readonly wipe: () => void;
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Standard input in UTF-8: one line is the password of every product; `PRODUCT-ID`, a tab and a password, one a line,
 * tells them apart. Never turned into text, and the input is wiped. Problem: `no-password`.
 */
export const passwordsIn = (input: Uint8Array): Result<Passwords> => {
  const secrets = new Map<string, Secret>();
  const lines = linesOf(withoutMark(input));
  for (const line of lines) {
    const at = line.indexOf(tab);
    const id = at > 0 ? String.fromCharCode(...line.subarray(0, at)) : '';
    const named = /^[a-z0-9-]+$/.test(id);
    if (!named && lines.length > 1) return fail('bad-passwords');
    // A copy: `slice` of a Buffer is none, and the input is wiped below.
    secrets.set(named ? id : '', secretOf(Uint8Array.from(line.subarray(named ? at + 1 : 0))));
  }
  input.fill(0);
  return secrets.size === 0 ? fail('no-password') : ok(heldIn(secrets));
};

const withoutMark = (input: Uint8Array): Uint8Array =>
  byteOrderMark.every((byte, at) => input[at] === byte) ? input.subarray(byteOrderMark.length) : input;

const linesOf = (input: Uint8Array): Uint8Array[] => {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < input.length;) {
    const end = input.indexOf(lineFeed, from);
    const to = end === -1 ? input.length : end;
    const line = input.subarray(from, input[to - 1] === carriageReturn ? to - 1 : to);
    if (line.length > 0) lines.push(line);
    from = to + 1;
  }
  return lines;
};

const heldIn = (secrets: ReadonlyMap<string, Secret>): Passwords => ({
  for: ({ productId }) => secrets.get(productId) ?? secrets.get(''),
  wipe: () => {
    for (const secret of secrets.values()) secret.wipe();
  },
});

const none: Passwords = { for: () => undefined, wipe: () => undefined };

/** From standard input when that was asked for, else from the person at the terminal, product by product. */
export const gatherPasswords = async (
  { context, texts }: Bench,
  fromInput: boolean,
  report: Pick<Report, 'plan' | 'hazards' | 'detections'>,
  mayAsk: boolean,
): Promise<Result<Passwords>> => {
  if (fromInput) return passwordsIn(await context.readInput());
  if (!mayAsk || context.askSecret === undefined) return ok(none);
  const secrets = new Map<string, Secret>();
  for (const id of productsAskingPassword(report)) {
    const name = report.detections.find(({ productId }) => productId === id)?.name ?? id;
    const secret = await context.askSecret(texts.cli.askPassword(name));
    if (context.stop.aborted) return fail('cancelled');
    if (secret !== undefined) secrets.set(id, secret);
  }
  return ok(heldIn(secrets));
};
