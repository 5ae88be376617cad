import type { Marking } from './marking.ts';
import type { NetElement, Place, ScopeNet } from './scope-net.ts';

/**
 * The upstream-token rule of inclusive joins (BPMN 2.0.2, 13.4.3), as the engine itself has it: a token elsewhere in the scope is waited for when it can come to an empty input of
 * the join without passing it, unless it can also come to one that has a token already.
 */
export const isStillExpected = (net: ScopeNet, join: NetElement, marking: Marking): boolean => {
  const reaching = reachedInputs(net, join);
  return marking.some((place) => {
    const { targetId } = net.places[place] as Place;
    if (targetId === join.id) return false;
    const reached = reaching.get(targetId) ?? [];
    return reached.length > 0 && !reached.some((input) => marking.includes(input));
  });
};

const cache = new WeakMap<ScopeNet, Map<string, ReadonlyMap<string, readonly number[]>>>();

/** For each element the inputs of the join that a token in it can come by. Kept: it depends on the model only. */
const reachedInputs = (net: ScopeNet, join: NetElement): ReadonlyMap<string, readonly number[]> => {
  const known = cache.get(net) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
  cache.set(net, known);
  let found = known.get(join.id);
  if (found === undefined) known.set(join.id, (found = search(net, join)));
  return found;
};

const search = (net: ScopeNet, join: NetElement): ReadonlyMap<string, readonly number[]> => {
  const sources = new Map<number, Set<string>>();
  for (const element of net.elements.values())
    for (const { places } of element.outcomes)
      for (const place of places) {
        const known = sources.get(place);
        if (known === undefined) sources.set(place, new Set([element.id]));
        else known.add(element.id);
      }
  const reached = new Map<string, number[]>();
  for (const input of join.inputs) {
    // Backwards from the input to every element that a token can come from.
    const seen = new Set<string>([join.id]);
    const pending = [...(sources.get(input) ?? [])];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const known = reached.get(id);
      if (known === undefined) reached.set(id, [input]);
      else known.push(input);
      for (const place of net.elements.get(id)?.inputs ?? []) pending.push(...(sources.get(place) ?? []));
    }
  }
  return reached;
};
