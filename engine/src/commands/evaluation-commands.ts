import type { Command } from '../command.ts';
import type { Rejection } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import { emit, hooksOf, type Step } from '../step.ts';

type EvaluationCommand = Extract<Command, { type: 'complete-evaluation' | 'fail-evaluation' }>;

/** The server's answer to what an element asked it to evaluate. Nobody waits for it any more when the element was interrupted since. */
export const handleEvaluation = (step: Step, command: EvaluationCommand): Rejection | null => {
  const { elementInstanceKey, evaluationKey } = command;
  const instance = step.state.elements.get(elementInstanceKey);
  if (instance?.evaluationKey !== evaluationKey) {
    return {
      code: 'NOT_FOUND',
      detail: `Expected element instance ${elementInstanceKey} to wait for evaluation ${evaluationKey}, but it does not any more.`,
    };
  }
  emit(step, { type: 'evaluation-ended', key: evaluationKey, elementInstanceKey });
  if (command.type === 'fail-evaluation') {
    raiseIncident(step, instance, { type: command.incidentType, message: command.message });
    return null;
  }
  const { node, hooks } = hooksOf(step, instance);
  hooks.evaluated?.(step, instance, node, command.value);
  return null;
};
