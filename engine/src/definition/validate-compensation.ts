import type { Node } from '../elements/registry.ts';
import { eventsOf } from '../events/event-definition.ts';
import type { CompileContext } from './compile-context.ts';
import type { ProcessDefinition } from './process-definition.ts';
import { title } from './title.ts';

/** Compensation: boundary events have a handler, handlers have no flows, throw events name activities that they can reach. */
export const validateCompensation = (definition: ProcessDefinition, context: CompileContext): void => {
  const handlers = new Set<string>();
  for (const node of definition.elements.values())
    if (node.compensationHandler !== null) handlers.add(node.compensationHandler);
  for (const node of definition.elements.values()) {
    if (node.isForCompensation) validateHandler(node, handlers, context);
    if (node.type === 'boundary-event' && node.event.kind === 'compensation')
      validateBoundary(node, definition, context);
    if (node.type === 'end-event' || node.type === 'intermediate-throw-event') validateThrow(node, definition, context);
  }
};

const validateHandler = (node: Node, handlers: ReadonlySet<string>, context: CompileContext): void => {
  if (node.incoming.length + node.outgoing.length > 0) {
    context.problems.error(
      node.id,
      'invalid-flow',
      `Expected no flow to or from the compensation handler ${title(node)}, found some. Remove them, or make it an ordinary activity.`,
    );
  }
  if (!handlers.has(node.id)) {
    context.problems.error(
      node.id,
      'missing-reference',
      `Expected the compensation handler ${title(node)} to be associated with a compensation boundary event, found none. Connect them.`,
    );
  }
};

const validateBoundary = (
  node: Extract<Node, { type: 'boundary-event' }>,
  definition: ProcessDefinition,
  context: CompileContext,
): void => {
  const host = definition.elements.get(node.attachedTo);
  if (host && host.compensationHandler === null) {
    context.problems.error(
      node.id,
      'missing-reference',
      `Expected ${title(node)} to be associated with a compensation handler, found none. Connect it with an activity that is marked for compensation.`,
    );
  }
  if (node.outgoing.length > 0) {
    context.problems.error(
      node.id,
      'invalid-flow',
      `Expected no flow out of ${title(node)}: its handler is associated with it. Remove the flow.`,
    );
  }
};

/** An activity of the same scope; inside an event sub-process also one of the scope around it. */
const validateThrow = (
  node: Extract<Node, { type: 'end-event' | 'intermediate-throw-event' }>,
  definition: ProcessDefinition,
  context: CompileContext,
): void => {
  for (const event of eventsOf(node.event)) {
    if (event.kind !== 'compensation' || event.activityRef === null) continue;
    const activity = definition.elements.get(event.activityRef);
    const scope = definition.elements.get(node.scopeId ?? '');
    const reachable = [node.scopeId, ...(scope?.type === 'event-sub-process' ? [scope.scopeId] : [])];
    if (activity && reachable.includes(activity.scopeId)) continue;
    context.problems.error(
      node.id,
      'missing-reference',
      `Expected ${title(node)} to compensate an activity of its own scope, found '${event.activityRef}'. Choose one that can be compensated from here, or none to compensate all.`,
    );
  }
};
