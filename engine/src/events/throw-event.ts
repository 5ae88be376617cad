import { cancelTransaction } from '../cancellation.ts';
import { throwCompensation } from '../compensation.ts';
import { completeElement } from '../element-lifecycle.ts';
import type { Node } from '../elements/registry.ts';
import { throwError } from '../error-throwing.ts';
import { throwEscalation } from '../escalation-throwing.ts';
import { ok, type Result } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import type { ElementInstance } from '../state.ts';
import { instanceOf, type Step } from '../step.ts';
import { terminateContents } from '../termination.ts';
import { localVariables, lookupFrom } from '../variables.ts';
import { eventsOf, type EventDefinition } from './event-definition.ts';
import { evaluateName } from './message.ts';
import { prepareMessage, type MessageSending } from './throw-message.ts';

/**
 * What throw and end events cause (BPMN 2.0.2, 10.5.1). Several definitions: all of them, those first after which the token goes on. The
 * variables that are local to the event (its input mappings) go along.
 */
export const throwEvent = (
  step: Step,
  instance: ElementInstance,
  node: Node & MessageSending & { readonly event: EventDefinition },
): void => {
  if (node.event.kind === 'message' && node.job) return createJob(step, instance, node.job);
  const thrown = prepareThrow(step, instance, node.event, node);
  if (!thrown.ok) return raiseIncident(step, instance, thrown.error);
  thrown.value();
  // What was thrown may have been caught by something that ended this event.
  if (step.state.elements.has(instance.key)) conclude(step, instance, node);
};

/** What can only be the last thing that an event does. */
const conclude = (step: Step, instance: ElementInstance, node: Node & { readonly event: EventDefinition }): void => {
  for (const event of eventsOf(node.event)) {
    switch (event.kind) {
      case 'compensation': {
        const isRunning = throwCompensation(step, instance, event);
        if (isRunning && event.waitForCompletion) return;
        break;
      }
      case 'error': {
        const code = evaluateCode(step, instance, event.errorCode, 'error');
        if (!code.ok) return raiseIncident(step, instance, code.error);
        return throwError(step, instance, {
          code: code.value,
          message: '',
          variables: localVariables(step, instance.key),
          origin: { processInstanceKey: step.state.key, elementInstanceKey: instance.key },
        });
      }
      case 'cancel':
        return cancelTransaction(step, instance);
      case 'terminate':
        if (instance.scopeKey !== null)
          terminateContents(step, instanceOf(step.state, instance.scopeKey), instance.key);
        break;
      default:
        break;
    }
  }
  completeElement(step, instance, node);
};

/** Evaluates messages, signals and escalations; the answer sends them. */
export const prepareThrow = (
  step: Step,
  instance: ElementInstance,
  event: EventDefinition,
  sending: MessageSending | null,
): Result<() => void> => {
  const actions: (() => void)[] = [];
  const variables = localVariables(step, instance.key);
  for (const each of eventsOf(event)) {
    switch (each.kind) {
      case 'message': {
        const message = prepareMessage(step, instance, each, sending?.thrown ?? null);
        if (!message.ok) return message;
        actions.push(() => step.effects.push(message.value));
        break;
      }
      case 'signal': {
        const signalName = evaluateName(each.signalName, 'signal', lookupFrom(step, instance.key), step.nowMs);
        if (!signalName.ok) return signalName;
        actions.push(() => step.effects.push({ type: 'broadcast-signal', signalName: signalName.value, variables }));
        break;
      }
      case 'escalation': {
        const code = evaluateCode(step, instance, each.escalationCode, 'escalation');
        if (!code.ok) return code;
        actions.push(() => {
          if (step.state.elements.has(instance.key)) throwEscalation(step, instance, code.value, variables);
        });
        break;
      }
      default:
        break;
    }
  }
  return ok(() => actions.forEach((action) => action()));
};

const evaluateCode = (
  step: Step,
  instance: ElementInstance,
  code: Parameters<typeof evaluateName>[0] | null,
  kind: string,
): Result<string> => {
  if (!code) throw new Error(`Expected ${instance.elementId} to have an ${kind} code; validation let it through.`);
  return evaluateName(code, `${kind} code as the`, lookupFrom(step, instance.key), step.nowMs);
};

/** An event that an activity throws by itself, not by an event of the model; nothing waits for it. */
export const prepareImplicitThrow = (
  step: Step,
  instance: ElementInstance,
  event: EventDefinition,
): Result<() => void> => {
  if (event.kind !== 'error') return prepareThrow(step, instance, event, null);
  const code = evaluateCode(step, instance, event.errorCode, 'error');
  if (!code.ok) return code;
  const origin = { processInstanceKey: step.state.key, elementInstanceKey: instance.key };
  return ok(() => throwError(step, instance, { code: code.value, message: '', variables: {}, origin }));
};
