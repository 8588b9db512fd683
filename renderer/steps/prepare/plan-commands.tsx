import type { ReactElement } from 'react';
import type { Report } from '../../../electron/core/model/report.ts';
import { removableProducts } from '../../store/plan.ts';
import { useApp, useTexts } from '../../store/react.tsx';
import type { NamedStep } from '../../ui/command-lines.tsx';
import { CommandLines } from '../../ui/command-lines.tsx';
import { removalStep } from './removal-step.ts';

/** The plan, the whole removal, and the removal of each product by itself. */
export const PlanCommands = ({ report }: { readonly report: Report }): ReactElement => {
  const words = useTexts().window.prepare;
  const leftovers = useApp((state) => state.withLeftovers);
  const products = removableProducts(report);
  const removal = (name: string, productIds: readonly string[]): NamedStep => ({
    name,
    step: removalStep(report, productIds, leftovers),
  });
  const nameOf = (id: string): string =>
    report.detections.find(({ productId }) => productId === id)?.name ?? id;
  return (
    <CommandLines
      steps={
        products.length === 0
          ? []
          : [
              { name: words.order, step: { kind: 'plan', productIds: products, leftovers } },
              removal(words.remove(products.length), products),
              ...(products.length === 1 ? [] : products.map((id) => removal(nameOf(id), [id]))),
            ]
      }
    />
  );
};
