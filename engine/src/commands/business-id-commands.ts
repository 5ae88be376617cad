import type { Rejection } from '../failure.ts';
import { emit, type Step } from '../step.ts';

/** Gives the instance its business id. It has one for good: whoever knows the instance by it must go on finding it. */
export const assignBusinessId = (step: Step, businessId: string): Rejection | null => {
  const { key, businessId: present } = step.state;
  if (present !== null && present !== businessId)
    return {
      code: 'INVALID_STATE',
      detail: `Expected process instance ${key} to have no business id yet, but it has '${present}'.`,
    };
  if (present === null) emit(step, { type: 'business-id-assigned', businessId });
  return null;
};
