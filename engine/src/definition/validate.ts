import type { Node } from '../elements/registry.ts';
import { isWaiting } from '../events/event-definition.ts';
import type { CompileContext } from './compile-context.ts';
import type { ProcessDefinition } from './process-definition.ts';
import { validateFlows } from './validate-flows.ts';

/** Checks what no single element can see of itself. Elements that did not compile were reported already and are passed over. */
export const validate = (definition: ProcessDefinition, context: CompileContext): void => {
  validateStarts(definition, context);
  validateFlows(definition, context);
  for (const node of definition.elements.values()) {
    if (node.type === 'event-based-gateway') validateEventGateway(node, definition, context);
    validateHandlers(node, definition, context);
  }
  validateLinks(definition, context);
};

const title = (node: Node): string =>
  `${node.elementType.toLowerCase().replaceAll('_', ' ')} ${node.name ? `'${node.name}' ` : ''}(${node.id})`;

const validateStarts = (definition: ProcessDefinition, context: CompileContext): void => {
  for (const scope of definition.elements.values()) {
    if (scope.type !== 'process' && scope.type !== 'sub-process') continue;
    const starts = [...definition.elements.values()].filter(
      (node) => node.type === 'start-event' && node.scopeId === scope.id,
    );
    const none = starts.filter((node) => node.type === 'start-event' && node.event.kind === 'none');
    if (starts.length === 0) {
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
        `Expected ${title(node)} to lead to message, timer or signal catch events or receive tasks that nothing else leads to, found ${title(target)}. Put such an event there.`,
      );
    }
  }
};

/** Two handlers on one activity that would catch the same thing: which one fires would be chance. */
const validateHandlers = (host: Node, definition: ProcessDefinition, context: CompileContext): void => {
  const seen = new Map<string, string>();
  for (const id of host.boundaryEvents) {
    const boundary = definition.elements.get(id);
    if (boundary?.type !== 'boundary-event') continue;
    const { event } = boundary;
    let what: string | null = null;
    if (event.kind === 'error') what = event.errorCode ? `error code '${event.errorCode.text}'` : 'every error';
    else if (event.kind === 'message') what = `message '${event.messageName.text}'`;
    else if (event.kind === 'signal') what = `signal '${event.signalName.text}'`;
    if (what === null) continue;
    const other = seen.get(what);
    if (other !== undefined) {
      context.problems.error(
        id,
        'handler-collision',
        `Expected at most one boundary event on ${title(host)} for ${what}, found ${other} and ${id}. Remove one or change what it catches.`,
      );
    }
    seen.set(what, id);
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
