import type { ComparedElement, ComparedModel } from '../../shared/model/compared-element';
import { besidesTheFlow } from '../../shared/model/element-kinds';

/** Where instances that are at one element go on. */
export interface SuggestedMapping {
  readonly source: ComparedElement;
  /** null: nothing of the new model fits by itself. */
  readonly targetId: string | null;
  /** What could stand for it: elements of the same kind. */
  readonly candidates: readonly ComparedElement[];
}

/** Kinds of elements at which no instance stays, and data. */
const passed: ReadonlySet<string> = new Set([
  'Process',
  'Start event',
  'End event',
  'Data object reference',
  'Data store reference',
]);

/**
 * For every element at which an instance can be, the one that stands for it in the new model: the one with its id, else the only one of its kind with
 * its name. What the engine demands of the two (docs/changing-instances.md) it checks itself.
 */
export function suggestMapping(before: ComparedModel, after: ComparedModel): readonly SuggestedMapping[] {
  const byId = new Map(after.map((element) => [element.id, element]));
  const taken = new Set(before.flatMap(({ id }) => (byId.has(id) ? [id] : [])));
  return before
    .filter(({ type }) => !passed.has(type) && !besidesTheFlow.has(type))
    .map((source) => {
      const candidates = after.filter(({ type }) => type === source.type);
      const same = byId.get(source.id);
      if (same !== undefined) return { source, targetId: same.type === source.type ? same.id : null, candidates };
      const namesakes = candidates.filter(({ id, name }) => name === source.name && !taken.has(id));
      const [only] = namesakes.length === 1 ? namesakes : [];
      return { source, targetId: only?.id ?? null, candidates };
    });
}
