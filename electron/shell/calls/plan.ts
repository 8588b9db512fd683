import { checkChosen, conclude } from '../../core/engine/conclude.ts';
import { ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';
import { chosenFrom } from './choices.ts';

export const plan =
  (services: Services): Handler<'plan'> =>
  async (input) => {
    const { desk, clock, memory } = services;
    const chosen = chosenFrom(services, input);
    if (!chosen.ok) return chosen;
    const { scan, choices } = chosen.value;
    const report = conclude(desk, scan.snapshot, choices, clock.now());
    const known = checkChosen(report, choices.productIds);
    if (!known.ok) return known;
    // What is saved from now on is what the window shows now.
    memory.keepReport(report, input.scanId);
    return ok({ report });
  };
