import type { UnsealedReport } from './report.ts';

/** Products of the plan that take a password from Windows Installer, and may be protected by one. */
export const productsAskingPassword = ({
  plan,
  hazards,
}: Pick<UnsealedReport, 'plan' | 'hazards'>): readonly string[] => {
  const guarded = hazards.find(({ id }) => id === 'password-protection')?.productIds ?? [];
  const ids = plan.actions.flatMap((action) =>
    action.kind === 'run-msi' && action.password !== undefined && action.refusal === undefined
      ? [action.productId]
      : [],
  );
  return [...new Set(ids)].filter((id) => guarded.includes(id));
};
