import type { ElementBehavior } from '../behavior.ts';
import type { NodeBase } from '../definition/node.ts';
import { completeElement } from '../element-lifecycle.ts';
import { throwError } from '../error-throwing.ts';
import { compileEvent } from '../events/compile-event.ts';
import type { ErrorEvent, EventDefinition } from '../events/event-definition.ts';
import { evaluateName } from '../events/message.ts';
import { compileSending, sendMessage, type MessageSending } from '../events/throw-message.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance } from '../state.ts';
import { instanceOf, type Step } from '../step.ts';
import { terminateContents } from '../termination.ts';
import { lookupFrom } from '../variables.ts';

/**
 * Where a token ends. None: just that. Message: sends first. Error: throws outward. Terminate: ends everything else in its scope; the scope
 * then completes as usual (Camunda 8 does the same). BPMN 2.0.2, 10.5.3 and 13.5.6.
 */
export interface EndEventNode extends NodeBase, MessageSending {
  readonly type: 'end-event';
  readonly event: EventDefinition;
}

export const endEvent: ElementBehavior<EndEventNode> = {
  compile(element, base, context) {
    const event = compileEvent(element, 'end', context);
    return event && { ...base, ...compileSending(element, context), type: 'end-event', event };
  },
  enter(step, instance, node) {
    switch (node.event.kind) {
      case 'message':
        return sendMessage(step, instance, node, node.event);
      case 'error':
        return throwFrom(step, instance, node.event);
      case 'terminate':
        return terminateScope(step, instance, node);
      default:
        return completeElement(step, instance, node);
    }
  },
  trigger: (step, instance, node, _targetId, variables) => completeElement(step, instance, node, variables),
};

const throwFrom = (step: Step, instance: ElementInstance, event: ErrorEvent): void => {
  if (!event.errorCode)
    throw new Error(`Expected error end event ${instance.elementId} to have a code; validation let it through.`);
  const code = evaluateName(event.errorCode, 'error code as the', lookupFrom(step, instance.key), step.nowMs);
  if (!code.ok) return raiseIncident(step, instance, code.error);
  throwError(step, instance, {
    code: code.value,
    message: '',
    variables: {},
    origin: { processInstanceKey: step.state.key, elementInstanceKey: instance.key },
  });
};

/** Everything else in the scope is terminated first, so that completing this one completes the scope. */
const terminateScope = (step: Step, instance: ElementInstance, node: EndEventNode): void => {
  const { scopeKey } = instance;
  if (scopeKey === null) return;
  terminateContents(step, instanceOf(step.state, scopeKey), instance.key);
  completeElement(step, instance, node);
};
