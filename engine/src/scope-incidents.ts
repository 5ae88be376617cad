import { checkScope } from './element-lifecycle.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';

/** An incident of a scope itself was resolved (it was stuck, or a gateway could not be reset): joins look around again. */
export const resumeScope = (step: Step, instance: ElementInstance): void => {
  step.touched.add(instance.key);
  checkScope(step, instance.key);
};
