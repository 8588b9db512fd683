import type { Answer, CallInput, CallName } from '../core/contract/contract.ts';
import { calls } from '../core/contract/contract.ts';
import { fail } from '../core/model/result.ts';
import type { Result } from '../core/model/result.ts';
import { faultOf } from '../core/model/schema-name.ts';
import type { Handlers } from './services.ts';

export interface DoorOptions {
  /** In development an answer that breaks the contract is an error; at work it is better than none. */
  readonly checkOutput: boolean;
}

export type Door = (name: unknown, input: unknown) => Promise<Answer<CallName>>;

/**
 * The one way in. Only declared calls with exactly the declared input reach a handler, and whatever happens the page
 * gets an answer: a refusal and a bug are Problems too.
 */
export const createDoor =
  (handlers: Handlers, options: DoorOptions): Door =>
  async (name, input) => {
    if (!isCallName(name)) return refused(`no call is named ${JSON.stringify(name) ?? 'undefined'}`);
    try {
      return await answer(handlers, name, input, options);
    } catch (error) {
      console.error(error);
      return fail('bug', { message: error instanceof Error ? error.message : String(error) });
    }
  };

/** A well-made window never causes one, so it counts as a bug. */
export const refused = (why: string): Result<never> => fail('bug', { message: `refused, ${why}` });

const answer = async <C extends CallName>(
  handlers: Handlers,
  name: C,
  input: unknown,
  options: DoorOptions,
): Promise<Answer<C>> => {
  const { input: inputSchema, output: outputSchema } = calls[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    const { path, fault } = faultOf(parsed.error);
    return refused(`the input of ${name} is not right at ${path}: ${fault}`);
  }
  const result = await handlers[name](parsed.data as CallInput<C>);
  if (!result.ok || !options.checkOutput) return result;
  const checked = outputSchema.safeParse(result.value);
  if (checked.success) return result;
  const { path, fault } = faultOf(checked.error);
  return fail('bug', { message: `the answer to ${name} is not right at ${path}: ${fault}` });
};

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);
