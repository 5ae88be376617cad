import { feelOf, valueOf, type CompileContext } from '../definition/compile-context.ts';
import { compileJob, type JobDefinition } from '../definition/job-definition.ts';
import { completeElement } from '../element-lifecycle.ts';
import type { Node } from '../elements/registry.ts';
import type { Effect } from '../effect.ts';
import { fail, ok, type Result } from '../failure.ts';
import { fixed, type Expression } from '../feel/expression.ts';
import { raiseIncident } from '../incidents.ts';
import { createJob } from '../jobs.ts';
import { extension, text, type ModdleElement } from '../model/moddle.ts';
import type { ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import { localVariables, lookupFrom } from '../variables.ts';
import type { MessageEvent } from './event-definition.ts';
import { evaluateCorrelationKey, evaluateName } from './message.ts';
import { scheduleOf } from './timer-schedule.ts';

/** How a message is published, from `zeebe:publishMessage`; each part may be missing. */
export interface ThrownMessage {
  /** Goes before the correlation key of the message itself. */
  readonly correlationKey: Expression | null;
  /** ISO 8601 duration for which the message waits for a receiver. (Default: one hour.) */
  readonly timeToLive: Expression;
  readonly messageId: Expression | null;
}

/** What an element needs to send a message: a job for a worker, or how Baton publishes it itself. */
export interface MessageSending {
  /** Null: published inside Baton. */
  readonly job: JobDefinition | null;
  readonly thrown: ThrownMessage;
}

/** Reads how a throw event, end event or send task sends its message. */
export const compileSending = (element: ModdleElement, context: CompileContext): MessageSending => ({
  job: compileJob(element, context),
  thrown: readThrownMessage(element, context),
});

/** Sends the message: leaves it to a worker and waits for that, or publishes it and goes on at once. */
export const sendMessage = (
  step: Step,
  instance: ElementInstance,
  node: Node & MessageSending,
  message: MessageEvent,
): void => {
  if (node.job) return createJob(step, instance, node.job);
  const prepared = prepareMessage(step, instance, message, node.thrown);
  if (!prepared.ok) return raiseIncident(step, instance, prepared.error);
  step.effects.push(prepared.value);
  completeElement(step, instance, node);
};

/** Long enough that a receiver which is about to wait still gets it. */
const defaultTimeToLive = fixed('PT1H');

const readThrownMessage = (element: ModdleElement, context: CompileContext): ThrownMessage => {
  const publish = extension(element, 'zeebe:publishMessage');
  const key = text(publish, 'correlationKey');
  const timeToLive = text(publish, 'timeToLive');
  const messageId = text(publish, 'messageId');
  return {
    correlationKey: key === undefined ? null : feelOf(context, element, 'correlation key', key),
    timeToLive: timeToLive === undefined ? defaultTimeToLive : valueOf(context, element, 'time to live', timeToLive),
    messageId: messageId === undefined ? null : valueOf(context, element, 'message id', messageId),
  };
};

/** The message as Baton publishes it itself, with the variables that are local to the element (its input mappings). */
export const prepareMessage = (
  step: Step,
  instance: ElementInstance,
  event: MessageEvent,
  thrown: ThrownMessage | null,
): Result<Extract<Effect, { type: 'publish-message' }>> => {
  const lookup = lookupFrom(step, instance.key);
  const name = evaluateName(event.messageName, 'message', lookup, step.nowMs);
  if (!name.ok) return name;
  const key = evaluateCorrelationKey(thrown?.correlationKey ?? event.correlationKey, lookup, step.nowMs);
  if (!key.ok) return key;
  const messageId = thrown?.messageId
    ? evaluateName(thrown.messageId, 'message id as the', lookup, step.nowMs)
    : ok(null);
  if (!messageId.ok) return messageId;
  const duration = thrown?.timeToLive ?? defaultTimeToLive;
  const timeToLive = duration.evaluate(lookup, step.nowMs);
  if (!timeToLive.ok) return timeToLive;
  const schedule = scheduleOf('duration', timeToLive.value, 0);
  if (!schedule.ok) {
    return fail({ type: 'EXTRACT_VALUE_ERROR', message: `Time to live '${duration.text}': ${schedule.error}` });
  }
  return ok({
    type: 'publish-message',
    name: name.value,
    correlationKey: key.value,
    timeToLiveMs: schedule.value.dueMs,
    messageId: messageId.value,
    variables: localVariables(step, instance.key),
  });
};
