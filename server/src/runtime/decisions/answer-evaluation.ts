import type { EvaluateDecision } from '@baton/engine';
import type { DecisionVersion } from '../../store/operations/find-decision.ts';
import type { Batch } from '../batch.ts';
import { evaluateDeployed, storeEvaluation } from './evaluate.ts';

/** Evaluates the decision that an element asked for and answers its instance. Nothing is done when nobody waits for it any more. */
export const answerEvaluation = async (batch: Batch, question: EvaluateDecision): Promise<void> => {
  const { elementInstanceKey, evaluationKey, decisionId } = question;
  const instance = await batch.instance(question.processInstanceKey);
  if (instance?.state.elements.get(elementInstanceKey)?.evaluationKey !== evaluationKey) return;
  const to = { elementInstanceKey, evaluationKey };
  const { tenantId } = instance.facts;
  const deployed = await batch.services.decisions.find(tenantId, decisionId, await versionOf(batch, question));
  if (deployed === null) {
    const which = {
      latest: '',
      deployment: ' in the same deployment',
      versionTag: ` with version tag '${question.versionTag ?? ''}'`,
    }[question.binding];
    const message = `Expected decision '${decisionId}' to be deployed${which}, but found none. Deploy it, then resolve the incident.`;
    await batch.apply(instance, { type: 'fail-evaluation', ...to, incidentType: 'CALLED_DECISION_ERROR', message });
    return;
  }
  const outcome = evaluateDeployed(deployed, question.variables, batch.nowMs, await batch.globals(tenantId));
  await batch.apply(
    instance,
    outcome.ok
      ? { type: 'complete-evaluation', ...to, value: outcome.output }
      : {
          type: 'fail-evaluation',
          ...to,
          incidentType: 'DECISION_EVALUATION_ERROR',
          message: outcome.failure.message,
        },
  );
  // After the step: when that throws, the question is asked again, and its key may be stored only once.
  await storeEvaluation(batch, deployed, outcome, evaluationKey, {
    processDefinitionKey: instance.facts.definitionKey,
    processInstanceKey: instance.facts.key,
    rootInstanceKey: instance.facts.rootKey,
    elementInstanceKey,
  });
};

const versionOf = async (batch: Batch, question: EvaluateDecision): Promise<DecisionVersion> => {
  if (question.binding === 'versionTag') return { tag: question.versionTag ?? '' };
  if (question.binding === 'latest') return { latest: true };
  const caller = await batch.services.definitions.byKey(question.callerDefinitionKey);
  return { deploymentKey: caller?.row.deployment_key ?? 0 };
};
