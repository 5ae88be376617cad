import type { Node } from '../elements/registry.ts';
import { eventsOf } from '../events/event-definition.ts';
import type { CompileContext } from './compile-context.ts';
import type { ProcessDefinition } from './process-definition.ts';
import { title } from './title.ts';

/** Event sub-processes, transactions and ad-hoc sub-processes: what must and what must not be in and on them. */
export const validateScopes = (definition: ProcessDefinition, context: CompileContext): void => {
  for (const node of definition.elements.values()) {
    if (node.type === 'event-sub-process') validateEventSubProcess(node, definition, context);
    if (node.type === 'ad-hoc-sub-process') validateAdHoc(node, definition, context);
    if (node.type === 'end-event' && hasKind(node, 'cancel')) validateCancelEnd(node, definition, context);
    if (node.type === 'boundary-event' && hasKind(node, 'cancel')) validateCancelBoundary(node, definition, context);
    if (node.type === 'end-event' || node.type === 'intermediate-throw-event') validateThrown(node, context);
  }
};

const hasKind = (node: Node, kind: string): boolean =>
  'event' in node && eventsOf(node.event).some((event) => event.kind === kind);

const validateEventSubProcess = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  const starts = [...definition.elements.values()].filter(
    (each) => each.type === 'start-event' && each.scopeId === node.id,
  );
  if (starts.length !== 1) {
    context.problems.error(
      node.id,
      'no-start-event',
      `Expected ${title(node)} to have exactly one start event, with a trigger; found ${starts.length}. Keep one.`,
    );
  }
  if (node.incoming.length + node.outgoing.length + node.boundaryEvents.length > 0) {
    context.problems.error(
      node.id,
      'invalid-flow',
      `Expected no flow to or from ${title(node)} and no boundary event on it: its start event triggers it. Remove them.`,
    );
  }
};

const validateAdHoc = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  const inside = [...definition.elements.values()].filter((each) => each.scopeId === node.id);
  const wrong = inside.find((each) => each.type === 'start-event' || each.type === 'end-event');
  if (wrong) {
    context.problems.error(
      wrong.id,
      'invalid-flow',
      `Expected no start or end event directly in ${title(node)}, found ${title(wrong)}. Its activities are begun one by one; remove the event.`,
    );
  }
  if (inside.length === 0) {
    context.problems.error(
      node.id,
      'missing-property',
      `Expected ${title(node)} to hold at least one activity, found none. Add one.`,
    );
  }
};

/** A cancel end event leaves its transaction by the cancel boundary event, so there has to be one (SEMANTICS rule 15). */
const validateCancelEnd = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  const scope = definition.elements.get(node.scopeId ?? '');
  if (scope?.type !== 'sub-process' || !scope.isTransaction) {
    context.problems.error(
      node.id,
      'event-definition',
      `Expected ${title(node)} to be directly inside a transaction, found it in ${scope ? title(scope) : 'the process'}. Draw a transaction around it, or use another end event.`,
    );
    return;
  }
  const hasBoundary = scope.boundaryEvents.some((id) => {
    const boundary = definition.elements.get(id);
    return boundary !== undefined && hasKind(boundary, 'cancel');
  });
  if (!hasBoundary) {
    context.problems.error(
      scope.id,
      'missing-property',
      `Expected ${title(scope)} to have a cancel boundary event, because ${title(node)} cancels it; found none. Attach one.`,
    );
  }
};

const validateCancelBoundary = (node: Node, definition: ProcessDefinition, context: CompileContext): void => {
  if (node.type !== 'boundary-event') return;
  const host = definition.elements.get(node.attachedTo);
  if (!host || (host.type === 'sub-process' && host.isTransaction)) return;
  context.problems.error(
    node.id,
    'event-definition',
    `Expected ${title(node)} on a transaction, found it on ${title(host)}. Only transactions are canceled; use another event.`,
  );
};

/** An event that throws several things publishes its message itself, and can end its scope in one way only. */
const validateThrown = (
  node: Extract<Node, { type: 'end-event' | 'intermediate-throw-event' }>,
  context: CompileContext,
): void => {
  if (node.event.kind !== 'multiple') return;
  if (node.job) {
    context.problems.error(
      node.id,
      'event-definition',
      `Expected ${title(node)} to have one event definition, because a worker sends its message; found several. Remove the task definition, or give the message an event of its own.`,
    );
  }
  const last = node.event.events.filter((event) => ['error', 'cancel', 'terminate'].includes(event.kind));
  if (last.length > 1) {
    context.problems.error(
      node.id,
      'event-definition',
      `Expected ${title(node)} to end its scope in one way, found ${last.map((event) => event.kind).join(' and ')}. Keep one of them.`,
    );
  }
};
