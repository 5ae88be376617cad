import { handleCaught } from './error-throwing.ts';
import type { Variables } from './json.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';
import { findCatcher } from './throwing-outward.ts';

/**
 * Sends an escalation outward to the nearest scope that catches it, over the border of a called process too. It is not fatal: whoever threw
 * it goes on when nobody catches it, or when the catch does not interrupt. BPMN 2.0.2, 10.5.1 and 13.5.
 */
export const throwEscalation = (step: Step, from: ElementInstance, code: string, variables: Variables): void => {
  const caught = findCatcher(step, from, 'escalation', code);
  if (caught) return handleCaught(step, caught, variables);
  const { parent, key } = step.state;
  if (parent) step.effects.push({ type: 'escalate-to-caller', parent, calledInstanceKey: key, code, variables });
};
