import type { JournalRecord, Key } from '@baton/engine';
import { stored } from '../api/answer.ts';
import type { PlayState } from '../api/play-answer.ts';
import type { NumberedEntry } from '../store/searches/read-play.ts';

/** Longer ways are cut. */
const maxPath = 10_000;

interface Counts {
  readonly elements: Map<string, number>;
  readonly flows: Map<string, number>;
}

const add = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([id, count]) => ({ id, count }));

/** Where a play has been: the way of the instance that was started, and what was visited in each process. */
export const visitedIn = (
  steps: readonly (readonly NumberedEntry[])[],
  instances: readonly { readonly key: number; readonly process_id: string }[],
  elementIds: readonly { readonly key: number; readonly element_id: string }[],
  root: Key | null,
): { readonly path: string[]; readonly visited: PlayState['visited'] } => {
  const elementOf = new Map(elementIds.map(({ key, element_id }) => [key, element_id]));
  const processOf = new Map(instances.map(({ key, process_id }) => [key, process_id]));
  const processes = new Map<string, Counts>();
  const path: string[] = [];
  for (const entry of steps.flat()) {
    const processId = processOf.get(entry.process_instance_key) ?? '';
    let counts = processes.get(processId);
    if (counts === undefined) processes.set(processId, (counts = { elements: new Map(), flows: new Map() }));
    for (const record of stored<JournalRecord[]>(entry.records)) {
      if (record.type === 'sequence-flow-taken') add(counts.flows, record.flowId);
      if (!('key' in record) || record.key === entry.process_instance_key) continue;
      const elementId = elementOf.get(record.key);
      if (elementId === undefined) continue;
      // The body around the instances of a loop is the same element once more.
      if (record.type === 'element-activated' && record.role !== 'body') add(counts.elements, elementId);
      if (record.type === 'element-completed' && entry.process_instance_key === root) path.push(elementId);
    }
  }
  return {
    path: path.slice(0, maxPath),
    visited: [...processes].map(([processId, { elements, flows }]) => ({
      processId,
      elements: list(elements),
      flows: list(flows),
    })),
  };
};
