import type { Rejection } from '../failure.ts';
import { carryOut } from '../modification/carry-out.ts';
import type { Modification } from '../modification/instructions.ts';
import { planModification } from '../modification/plan.ts';
import type { Step } from '../step.ts';

/** Somebody changes by hand where an instance is. All of it happens, or nothing; every reason against it is told at once. */
export const modifyInstance = (step: Step, modification: Modification): Rejection | null => {
  const plan = planModification(step, modification);
  if (!plan.ok) {
    return {
      code: 'INVALID_ARGUMENT',
      detail: `Expected instructions that process instance ${step.state.key} can follow, but: ${plan.error.join(' ')}`,
    };
  }
  carryOut(step, plan.value);
  return null;
};
