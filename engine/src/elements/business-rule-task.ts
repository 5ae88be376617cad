import type { ElementBehavior } from '../behavior.ts';
import { readBinding } from '../definition/binding.ts';
import { capital, missing, valueOf, type CompileContext } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { requestEvaluation } from '../evaluations.ts';
import { evaluateName } from '../events/message.ts';
import type { Expression } from '../feel/expression.ts';
import { setOwn } from '../feel/to-json.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import type { Json } from '../json.ts';
import { describe, extension, text, type ModdleElement } from '../model/moddle.ts';
import { lookupFrom, visibleVariables } from '../variables.ts';

/**
 * Evaluates a DMN decision (`zeebe:calledDecision`) into a variable, or leaves the work to a worker. The decision belongs to the server, which
 * answers with `complete-evaluation` or `fail-evaluation`. BPMN 2.0.2, 10.3.3 and 13.3.3.
 */
export interface BusinessRuleTaskNode extends NodeBase {
  readonly type: 'business-rule-task';
  readonly decision: CalledDecision | null;
  readonly job: JobDefinition | null;
}

export interface CalledDecision {
  readonly decisionId: Expression;
  readonly binding: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
  readonly resultVariable: string;
}

export const businessRuleTask: ElementBehavior<BusinessRuleTaskNode> = {
  compile(element, base, context) {
    const called = extension(element, 'zeebe:calledDecision');
    const job = compileJob(element, context);
    if (called && job) {
      context.problems.error(
        element.id ?? null,
        'invalid-property',
        `${capital(describe(element))}: expected a called decision or a task definition, found both. Remove one of them.`,
      );
    }
    if (called) {
      const decision = compileCalledDecision(element, called, context);
      return decision && { ...base, type: 'business-rule-task', decision, job: null };
    }
    if (!job) missing(context, element, 'a called decision or a task definition', 'Choose the decision to evaluate.');
    return job && { ...base, type: 'business-rule-task', decision: null, job };
  },
  enter(step, instance, node) {
    if (node.job) return createJob(step, instance, node.job);
    if (!node.decision) return completeElement(step, instance, node);
    const { decision } = node;
    const id = evaluateName(decision.decisionId, 'called decision as the', lookupFrom(step, instance.key), step.nowMs);
    if (!id.ok) return raiseIncident(step, instance, id.error);
    requestEvaluation(step, instance, {
      type: 'evaluate-decision',
      decisionId: id.value,
      binding: decision.binding,
      versionTag: decision.versionTag,
      callerDefinitionKey: step.state.definitionKey,
      variables: visibleVariables(step, instance.key),
    });
  },
  evaluated(step, instance, node, value) {
    const variables: Record<string, Json> = {};
    if (node.decision) setOwn(variables, node.decision.resultVariable, value);
    completeElement(step, instance, node, variables);
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};

const compileCalledDecision = (
  element: ModdleElement,
  called: ModdleElement,
  context: CompileContext,
): CalledDecision | null => {
  const decisionId = text(called, 'decisionId');
  const resultVariable = text(called, 'resultVariable');
  const binding = readBinding(called);
  const versionTag = text(called, 'versionTag') ?? null;
  if (decisionId === undefined)
    missing(context, element, 'the id of the called decision', 'Choose the decision to evaluate.');
  if (resultVariable === undefined)
    missing(context, element, 'a result variable', 'Name the variable that gets the result.');
  if (binding === 'versionTag' && versionTag === null)
    missing(context, element, 'a version tag', 'Set the version tag of the decision to evaluate.');
  if (decisionId === undefined || resultVariable === undefined) return null;
  return {
    decisionId: valueOf(context, element, 'called decision id', decisionId),
    binding,
    versionTag,
    resultVariable,
  };
};
