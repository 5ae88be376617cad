import { nodeOf } from './definition/process-definition.ts';
import type { Node } from './elements/registry.ts';
import { canHandleInside } from './event-catching.ts';
import { eventsOf, type EventDefinition } from './events/event-definition.ts';
import { roleOf, scopeOf } from './roles.ts';
import type { ElementInstance } from './state.ts';
import type { Step } from './step.ts';

/** Who catches an error or escalation, and for which element instance. */
export type Caught =
  | {
      readonly by: 'boundary';
      readonly instance: ElementInstance;
      readonly node: Extract<Node, { type: 'boundary-event' }>;
    }
  | { readonly by: 'start'; readonly instance: ElementInstance; readonly node: Extract<Node, { type: 'start-event' }> };

/**
 * Goes outward from an element instance to the nearest scope that catches: on one scope an event sub-process before a boundary event, and an
 * exact code before catch-all (BPMN 2.0.2, 10.5.1 and 13.5). A handler never catches what is thrown inside itself. Null: nobody.
 */
export const findCatcher = (
  step: Step,
  from: ElementInstance,
  kind: 'error' | 'escalation',
  code: string,
): Caught | null => {
  let inside: ElementInstance | null = null;
  for (let instance: ElementInstance | undefined = from; instance; instance = scopeOf(step.state, instance)) {
    const node = nodeOf(step.definition, instance.elementId);
    if (instance !== from && canHandleInside(step, instance)) {
      const starts = node.eventSubProcesses.filter((id) => id !== inside?.elementId).flatMap((id) => startOf(step, id));
      const start = best(starts, kind, code);
      if (start) return { by: 'start', instance, node: start };
    }
    // A scope that came back to be compensated has left its boundary events behind; a loop has them on its body.
    const hasBoundaries = node.loop === null || roleOf(step.state, instance, node) === 'body';
    if (hasBoundaries && instance.compensates === null) {
      const boundary = best(boundariesOf(step, node), kind, code);
      if (boundary) return { by: 'boundary', instance, node: boundary };
    }
    inside = instance;
  }
  return null;
};

const startOf = (step: Step, eventSubProcessId: string): Extract<Node, { type: 'start-event' }>[] => {
  const node = nodeOf(step.definition, eventSubProcessId);
  const start = node.type === 'event-sub-process' ? nodeOf(step.definition, node.startEventId) : undefined;
  return start?.type === 'start-event' ? [start] : [];
};

const boundariesOf = (step: Step, node: Node): Extract<Node, { type: 'boundary-event' }>[] =>
  node.boundaryEvents.flatMap((id) => {
    const boundary = nodeOf(step.definition, id);
    return boundary.type === 'boundary-event' ? [boundary] : [];
  });

/** The first that names the code, else the first that catches everything of the kind. */
const best = <N extends { readonly event: EventDefinition }>(
  handlers: readonly N[],
  kind: 'error' | 'escalation',
  code: string,
): N | null => {
  let catchAll: N | null = null;
  for (const handler of handlers) {
    for (const event of eventsOf(handler.event)) {
      if (event.kind !== kind) continue;
      const wanted = event.kind === 'error' ? event.errorCode : event.escalationCode;
      if (wanted === null) catchAll ??= handler;
      else if (wanted.text === code) return handler;
    }
  }
  return catchAll;
};
