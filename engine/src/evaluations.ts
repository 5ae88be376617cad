import type { EvaluateDecision, RunScript } from './effect.ts';
import type { ElementInstance } from './state.ts';
import { emit, type Step } from './step.ts';

/** What an element asks the server to evaluate, without what says who asks. */
type Question = Without<EvaluateDecision> | Without<RunScript>;
type Without<Q> = Omit<Q, 'processInstanceKey' | 'elementInstanceKey' | 'evaluationKey'>;

/**
 * Asks the server for something that the engine cannot do by itself, and waits for `complete-evaluation` or `fail-evaluation`. The key tells
 * the answer to this question from one to an earlier question of the same element instance.
 */
export const requestEvaluation = (step: Step, instance: ElementInstance, question: Question): void => {
  const evaluationKey = step.nextKey();
  emit(step, { type: 'evaluation-requested', key: evaluationKey, elementInstanceKey: instance.key });
  step.effects.push({
    ...question,
    processInstanceKey: step.state.key,
    elementInstanceKey: instance.key,
    evaluationKey,
  });
};
