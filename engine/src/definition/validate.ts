import type { Node } from '../elements/registry.ts';
import { eventsOf, isWaiting, type EventDefinition } from '../events/event-definition.ts';
import type { CompileContext } from './compile-context.ts';
import type { ProcessDefinition } from './process-definition.ts';
import { title } from './title.ts';
import { validateCompensation } from './validate-compensation.ts';
import { validateFlows } from './validate-flows.ts';
import { validateScopes } from './validate-scopes.ts';

/** Checks what no single element can see of itself. Elements that did not compile were reported already and are passed over. */
export const validate = (definition: ProcessDefinition, context: CompileContext): void => {
  validateStarts(definition, context);
  validateFlows(definition, context);
  validateScopes(definition, context);
  validateCompensation(definition, context);
  for (const node of definition.elements.values()) {
    if (node.type === 'event-based-gateway') validateEventGateway(node, definition, context);
    validateHandlers(node, definition, context);
  }
  validateLinks(definition, context);
};

const validateStarts = (definition: ProcessDefinition, context: CompileContext): void => {
  for (const scope of definition.elements.values()) {
    if (scope.type !== 'process' && scope.type !== 'sub-process') continue;
    const starts = [...definition.elements.values()].filter(
      (node) => node.type === 'start-event' && node.scopeId === scope.id,
    );
    const none = starts.filter((node) => node.type === 'start-event' && node.event.kind === 'none');
    const instantiates = scope.type === 'process' && definition.startTriggers.length > 0;
    if (starts.length === 0 && !instantiates) {
      context.problems.error(
        scope.id,
        'no-start-event',
        `Expected ${title(scope)} to have a start event, found none. Add one.`,
      );
    } else if (scope.type === 'sub-process' && (none.length !== 1 || starts.length !== 1)) {
      context.problems.error(
        scope.id,
        none.length > 1 ? 'multiple-none-starts' : 'no-start-event',
        `Expected ${title(scope)} to have exactly one start event, without a trigger; found ${starts.length}. Keep one none start event.`,
      );
    } else if (none.length > 1) {
      context.problems.error(
        scope.id,
        'multiple-none-starts',
        `Expected ${title(scope)} to have at most one start event without a trigger, found ${none.length} (${none.map((node) => node.id).join(', ')}). Remove the others or give them a message, timer or signal.`,
      );
    }
  }
};

/** BPMN 2.0.2, 10.6.6: behind the gateway stand events that wait, each reached from there only. */
const validateEventGateway = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  if (node.outgoing.length < 2) {
    context.problems.error(
      node.id,
      'event-gateway-target',
      `Expected ${title(node)} to lead to at least two events, found ${node.outgoing.length}. Add the events that it waits for.`,
    );
  }
  for (const flowId of node.outgoing) {
    const target = definition.elements.get(definition.flows.get(flowId)?.targetId ?? '');
    if (!target) continue;
    const waits =
      target.type === 'receive-task' || (target.type === 'intermediate-catch-event' && isWaiting(target.event));
    if (!waits || target.incoming.length > 1) {
      context.problems.error(
        node.id,
        'event-gateway-target',
        `Expected ${title(node)} to lead to message, timer, signal or conditional catch events or receive tasks that nothing else leads to, found ${title(target)}. Put such an event there.`,
      );
    }
  }
};

/** Two handlers at one place that would catch the same thing: which one fires would be chance. */
const validateHandlers = (host: Node, definition: ProcessDefinition, context: CompileContext): void => {
  const boundaries = host.boundaryEvents.map((id) => definition.elements.get(id));
  const starts = host.eventSubProcesses.map((id) => {
    const inside = definition.elements.get(id);
    return inside?.type === 'event-sub-process' ? definition.elements.get(inside.startEventId) : undefined;
  });
  reportCollisions(host, 'boundary event on', boundaries, context);
  reportCollisions(host, 'event sub-process in', starts, context);
};

const reportCollisions = (
  host: Node,
  what: string,
  handlers: readonly (Node | undefined)[],
  context: CompileContext,
): void => {
  const seen = new Map<string, string>();
  for (const handler of handlers) {
    if (handler?.type !== 'boundary-event' && handler?.type !== 'start-event') continue;
    for (const caught of eventsOf(handler.event).map(caughtBy)) {
      if (caught === null) continue;
      const other = seen.get(caught);
      if (other !== undefined && other !== handler.id) {
        context.problems.error(
          handler.id,
          'handler-collision',
          `Expected at most one ${what} ${title(host)} for ${caught}, found ${other} and ${handler.id}. Remove one or change what it catches.`,
        );
      }
      seen.set(caught, handler.id);
    }
  }
};

/** What an event catches, where two that catch the same would collide; null where they do not. */
const caughtBy = (event: EventDefinition): string | null => {
  switch (event.kind) {
    case 'error':
      return event.errorCode ? `error code '${event.errorCode.text}'` : 'every error';
    case 'escalation':
      return event.escalationCode ? `escalation code '${event.escalationCode.text}'` : 'every escalation';
    case 'message':
      return `message '${event.messageName.text}'`;
    case 'signal':
      return `signal '${event.signalName.text}'`;
    case 'compensation':
      return 'compensation';
    case 'cancel':
      return 'cancel';
    default:
      return null;
  }
};

/** Every throwing link needs exactly one catching link of its name in the same scope. */
const validateLinks = (definition: ProcessDefinition, context: CompileContext): void => {
  const nodes = [...definition.elements.values()];
  for (const node of nodes) {
    if (
      (node.type !== 'intermediate-throw-event' && node.type !== 'intermediate-catch-event') ||
      node.event.kind !== 'link'
    )
      continue;
    const { linkName } = node.event;
    const catching = nodes.filter(
      (other) =>
        other.type === 'intermediate-catch-event' &&
        other.scopeId === node.scopeId &&
        other.event.kind === 'link' &&
        other.event.linkName === linkName,
    );
    if (catching.length === 1) continue;
    context.problems.error(
      node.id,
      'link-pair',
      `Expected exactly one catching link event '${linkName}' in the scope of ${title(node)}, found ${catching.length}. Name the pair alike and keep one catching event.`,
    );
  }
};
