import type { Action, ActionOf } from '../model/plan.ts';
import type { ExecutionContext, ExecutionResult, Executor } from '../ports.ts';

/** An executor of one kind of action; being handed another kind is a bug, not something to guess about. */
export const executorFor = <Kind extends Action['kind']>(
  kind: Kind,
  run: (action: ActionOf<Kind>, context: ExecutionContext) => Promise<ExecutionResult>,
): Executor => ({
  kind,
  run: (action, context) => {
    if (!isOf(kind, action)) throw new Error(`an executor of ${kind} was given ${action.kind}`);
    return run(action, context);
  },
});

const isOf = <Kind extends Action['kind']>(kind: Kind, action: Action): action is ActionOf<Kind> =>
  action.kind === kind;
