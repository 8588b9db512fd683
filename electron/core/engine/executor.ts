import type { Action, ActionOf } from '../model/plan.ts';
import type { ExecutionResult, Executor } from '../ports.ts';

type Run = Executor['run'];
type Rest = Parameters<Run> extends [Action, ...infer Others] ? Others : never;

/** An executor of one kind of action; being handed another kind is a bug, not something to guess about. */
export const executorFor = <Kind extends Action['kind']>(
  kind: Kind,
  run: (action: ActionOf<Kind>, ...rest: Rest) => Promise<ExecutionResult>,
): Executor => ({
  kind,
  run: (action, ...rest) => {
    if (!isOf(kind, action)) throw new Error(`an executor of ${kind} was given ${action.kind}`);
    return run(action, ...rest);
  },
});

const isOf = <Kind extends Action['kind']>(kind: Kind, action: Action): action is ActionOf<Kind> =>
  action.kind === kind;
