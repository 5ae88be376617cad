import type { ElementBehavior, ElementHooks } from '../behavior.ts';
import { evaluateBoolean } from '../boolean-condition.ts';
import { feelOf, missing } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import type { NodeBase } from '../definition/node.ts';
import { nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import { activateElement, completeElement } from '../element-lifecycle.ts';
import { fail, ok, type Result } from '../failure.ts';
import { evaluateJson, shorten, type Expression } from '../feel/expression.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import type { Json, Variables } from '../json.ts';
import { child, extension, flag, text } from '../model/moddle.ts';
import type { ElementInstance } from '../state.ts';
import { emit, enqueue, type Step } from '../step.ts';
import { terminateContents } from '../termination.ts';
import { lookupFrom } from '../variables.ts';
import type { Node } from './registry.ts';

/**
 * A set of activities without a fixed order (BPMN 2.0.2, 10.3.5 and 13.3.5): which of them begin is said by a collection, by a worker, or by
 * somebody through the API. Around each stands an inner instance with variables of its own, which ends when its last token is gone.
 */
export interface AdHocSubProcessNode extends NodeBase {
  readonly type: 'ad-hoc-sub-process';
  readonly isSequential: boolean;
  /** Asked after each inner instance that ends. Null: it ends when nothing is active any more. */
  readonly completionCondition: Expression | null;
  /** Whether what is still active ends when the condition holds. (Default: true.) */
  readonly cancelsRemaining: boolean;
  /** A list of element ids that begin at once. */
  readonly activeElements: Expression | null;
  readonly output: { readonly collection: string; readonly element: Expression } | null;
  /** A worker says what begins, after each inner instance anew. */
  readonly job: JobDefinition | null;
}

type Activation = { readonly elementId: string; readonly variables: Variables };

export const adHocSubProcess: ElementBehavior<AdHocSubProcessNode> = {
  compile(element, base, context) {
    const adHoc = extension(element, 'zeebe:adHoc');
    const condition = text(child(element, 'completionCondition'), 'body');
    const active = text(adHoc, 'activeElementsCollection');
    const collection = text(adHoc, 'outputCollection');
    const item = text(adHoc, 'outputElement');
    if ((collection === undefined) !== (item === undefined))
      missing(context, element, 'both an output collection and an output element', 'Set the other one too.');
    return {
      ...base,
      type: 'ad-hoc-sub-process',
      isSequential: text(element, 'ordering') === 'Sequential',
      completionCondition: condition === undefined ? null : feelOf(context, element, 'completion condition', condition),
      cancelsRemaining: flag(element, 'cancelRemainingInstances', true),
      activeElements: active === undefined ? null : feelOf(context, element, 'active elements collection', active),
      output:
        collection === undefined || item === undefined
          ? null
          : { collection, element: feelOf(context, element, 'output element', item) },
      job: compileJob(element, context),
    };
  },

  enter(step, instance, node) {
    if (node.job) return createJob(step, instance, node.job, { kind: 'AD_HOC_SUB_PROCESS' });
    const activations = evaluateActive(step, instance, node);
    if (!activations.ok) return raiseIncident(step, instance, activations.error);
    queueActivities(step, instance, activations.value);
  },

  resume(step, instance, node) {
    if (instance.children === 0) adHocSubProcess.enter(step, instance, node);
  },

  beginNext(step, instance, node) {
    const [next] = instance.adHoc?.pending ?? [];
    if (!next || (node.isSequential && instance.children > 0)) return;
    emit(step, { type: 'ad-hoc-activity-begun', scopeKey: instance.key });
    activateElement(step, node, instance.key, {
      trigger: { targetId: next.elementId, variables: {} },
      variables: next.variables,
    });
    if (!node.isSequential) enqueue(step, { do: 'begin-next', scopeKey: instance.key });
  },

  completeInner(step, instance, node, _inner, lookup) {
    const output = node.output ? evaluateJson(node.output.element, lookup, step.nowMs) : null;
    if (output && !output.ok) return output;
    const isFulfilled = node.completionCondition
      ? evaluateBoolean(node.completionCondition, 'completion condition', lookup, step.nowMs)
      : ok(false);
    if (!isFulfilled.ok) return isFulfilled;
    return ok(() => {
      if (output?.ok)
        emit(step, {
          type: 'loop-output-set',
          bodyKey: instance.key,
          index: instance.outputs?.size ?? 0,
          value: output.value,
        });
      if (isFulfilled.value) return fulfill(step, instance, node, node.cancelsRemaining);
      if (node.job && instance.adHoc?.isFulfilled !== true) return askWorkerAgain(step, instance, node.job);
      goOn(step, instance, node);
    });
  },

  /** An event sub-process inside it has ended. */
  completeScope(step, instance, node) {
    if (instance.interruptedBy !== null) complete(step, instance, node);
    else if (instance.adHoc !== null) goOn(step, instance, node);
  },
};

/** The hooks of the instance around one activity. */
export const adHocInner: ElementHooks<Node> = {
  entersTriggered: true,
  enter(step, instance) {
    const { trigger } = instance;
    if (trigger) activateElement(step, nodeOf(step.definition, trigger.targetId), instance.key);
  },
  resume: () => undefined,
  completeScope: (step, instance, node) => completeElement(step, instance, node),
};

/** Ids of the activities that can be begun: those that no flow leads to. */
export const activatableIn = (definition: ProcessDefinition, adHocId: string): readonly string[] =>
  [...definition.elements.values()]
    .filter(
      (node) =>
        node.scopeId === adHocId &&
        node.incoming.length === 0 &&
        !node.isForCompensation &&
        node.type !== 'boundary-event' &&
        node.type !== 'event-sub-process' &&
        node.type !== 'start-event',
    )
    .map((node) => node.id);

/** A sentence when one of the activities cannot be begun; null when all of them can. */
export const whyNotActivatable = (
  definition: ProcessDefinition,
  adHocId: string,
  elementIds: readonly string[],
): string | null => {
  const known = activatableIn(definition, adHocId);
  const unknown = elementIds.find((id) => !known.includes(id));
  return unknown === undefined
    ? null
    : `Expected activities of ad-hoc sub-process '${adHocId}' that no flow leads to (${known.join(', ')}), found '${unknown}'.`;
};

/** Lets activities begin: at once, or one after another. */
export const queueActivities = (step: Step, instance: ElementInstance, pending: readonly Activation[]): void => {
  if (pending.length === 0) return;
  emit(step, { type: 'ad-hoc-activities-queued', scopeKey: instance.key, pending });
  enqueue(step, { do: 'begin-next', scopeKey: instance.key });
};

/** What a worker says when it completes the job of the ad-hoc sub-process. */
export interface AdHocResult {
  readonly activateElements: readonly Activation[];
  readonly isCompletionConditionFulfilled: boolean;
  readonly isCancelRemainingInstances: boolean;
}

export const applyAdHocResult = (
  step: Step,
  instance: ElementInstance,
  node: AdHocSubProcessNode,
  result: AdHocResult,
): void => {
  if (result.isCompletionConditionFulfilled) return fulfill(step, instance, node, result.isCancelRemainingInstances);
  queueActivities(step, instance, result.activateElements);
};

/** Nothing new begins. What is active ends now, or is waited for. */
const fulfill = (step: Step, instance: ElementInstance, node: AdHocSubProcessNode, cancels: boolean): void => {
  emit(step, { type: 'ad-hoc-condition-fulfilled', scopeKey: instance.key });
  if (cancels) terminateContents(step, instance, null);
  goOn(step, instance, node);
};

const goOn = (step: Step, instance: ElementInstance, node: AdHocSubProcessNode): void => {
  const { pending = [], isFulfilled = false } = instance.adHoc ?? {};
  if (pending.length > 0) return enqueue(step, { do: 'begin-next', scopeKey: instance.key });
  if (instance.children > 0) return;
  // With a condition it goes on until that holds: somebody may begin further activities.
  if (isFulfilled || (!node.completionCondition && !node.job)) complete(step, instance, node);
};

const complete = (step: Step, instance: ElementInstance, node: AdHocSubProcessNode): void => {
  cancelJob(step, instance);
  const variables: Record<string, Json> = {};
  if (node.output) variables[node.output.collection] = [...(instance.outputs?.values() ?? [])];
  completeElement(step, instance, node, variables);
};

const askWorkerAgain = (step: Step, instance: ElementInstance, job: JobDefinition): void => {
  cancelJob(step, instance);
  createJob(step, instance, job, { kind: 'AD_HOC_SUB_PROCESS' });
};

const cancelJob = (step: Step, instance: ElementInstance): void => {
  if (instance.job) emit(step, { type: 'job-canceled', key: instance.job.key, elementInstanceKey: instance.key });
};

const evaluateActive = (
  step: Step,
  instance: ElementInstance,
  node: AdHocSubProcessNode,
): Result<readonly Activation[]> => {
  if (!node.activeElements) return ok([]);
  const result = evaluateJson(node.activeElements, lookupFrom(step, instance.key), step.nowMs);
  if (!result.ok) return result;
  const ids = result.value;
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
    return fail({
      type: 'EXTRACT_VALUE_ERROR',
      message: `Expected the active elements '${shorten(node.activeElements.text)}' to be a list of element ids, found ${shorten(JSON.stringify(ids))}. Set the variables that it reads, then resolve the incident.`,
    });
  }
  const wrong = whyNotActivatable(step.definition, node.id, ids);
  return wrong === null
    ? ok(ids.map((elementId) => ({ elementId, variables: {} })))
    : fail({ type: 'EXTRACT_VALUE_ERROR', message: `${wrong} Correct the list, then resolve the incident.` });
};
