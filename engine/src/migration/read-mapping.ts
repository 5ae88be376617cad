import type { ProcessDefinition } from '../definition/process-definition.ts';
import type { ElementMapping } from './instructions.ts';

/** Which element stands for which, by the id that it has now. */
export type ElementMap = ReadonlyMap<string, string>;

/**
 * Reads the instructions; what is wrong with them goes to `problems`. The process stands for the process, and the start event of an event
 * sub-process goes with that unless it is mapped itself.
 */
export const readMapping = (
  source: ProcessDefinition,
  target: ProcessDefinition,
  mappings: readonly ElementMapping[],
  problems: string[],
): ElementMap => {
  const map = new Map<string, string>();
  for (const { sourceElementId, targetElementId } of mappings) {
    const known = source.elements.has(sourceElementId);
    if (!known) problems.push(`Process '${source.id}' has no element '${sourceElementId}' to map.`);
    if (!target.elements.has(targetElementId))
      problems.push(
        `The target process '${target.id}' has no element '${targetElementId}', which '${sourceElementId}' is mapped to.`,
      );
    else if (map.has(sourceElementId)) problems.push(`'${sourceElementId}' is mapped more than once.`);
    else if (known) map.set(sourceElementId, targetElementId);
  }
  if ((map.get(source.id) ?? target.id) !== target.id)
    problems.push(
      `The process itself is mapped to '${map.get(source.id) ?? ''}': leave it out, it goes to the process '${target.id}'.`,
    );
  for (const [from, to] of [...map]) {
    const start = startOf(source, from);
    const targetStart = startOf(target, to);
    if (start !== null && targetStart !== null && !map.has(start)) map.set(start, targetStart);
  }
  return map.set(source.id, target.id);
};

const startOf = (definition: ProcessDefinition, id: string): string | null => {
  const node = definition.elements.get(id);
  return node?.type === 'event-sub-process' ? node.startEventId : null;
};
