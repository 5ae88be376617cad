import type { CompileContext } from './compile-context.ts';
import type { ProcessDefinition } from './process-definition.ts';

/** Reports elements that no token can ever reach: walks from the start events over flows, boundary events, links and into sub-processes. */
export const reportUnreachable = (definition: ProcessDefinition, context: CompileContext): void => {
  const reached = new Set<string>();
  const pending: string[] = [definition.id];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    pending.push(...next(definition, id));
  }
  for (const node of definition.elements.values()) {
    if (reached.has(node.id)) continue;
    context.problems.error(
      node.id,
      'unreachable-element',
      `Expected a path from a start event to ${node.name ? `'${node.name}' ` : ''}(${node.id}), found none. Connect it or remove it.`,
    );
  }
};

const next = (definition: ProcessDefinition, id: string): string[] => {
  const node = definition.elements.get(id);
  if (!node) return [];
  const found = node.outgoing.flatMap((flowId) => definition.flows.get(flowId)?.targetId ?? []);
  found.push(...node.boundaryEvents);
  if (node.type === 'process' || node.type === 'sub-process') {
    for (const inner of definition.elements.values())
      if (inner.type === 'start-event' && inner.scopeId === id) found.push(inner.id);
  }
  if (node.type === 'intermediate-throw-event' && node.event.kind === 'link') {
    const { linkName } = node.event;
    for (const other of definition.elements.values()) {
      if (other.type === 'intermediate-catch-event' && other.event.kind === 'link' && other.event.linkName === linkName)
        found.push(other.id);
    }
  }
  return found;
};
