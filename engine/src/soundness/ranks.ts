import type { Outcome, Place } from './scope-net.ts';

/**
 * Ranks the elements so that whoever can reach another one, and is not reached by it, has the lower rank (Tarjan's strongly connected components, in
 * reverse order of their completion; without recursion, models may be long).
 */
export const ranksOf = (
  outcomes: ReadonlyMap<string, readonly Outcome[]>,
  places: readonly Place[],
): ReadonlyMap<string, number> => {
  const next = new Map<string, readonly string[]>();
  for (const [id, ways] of outcomes) {
    const targets = new Set<string>();
    for (const outcome of ways) for (const place of outcome.places) targets.add((places[place] as Place).targetId);
    next.set(id, [...targets]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];
  for (const root of outcomes.keys()) {
    if (index.has(root)) continue;
    const path: { readonly id: string; at: number }[] = [{ id: root, at: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top;
      if (top.at === 0 && !index.has(id)) {
        index.set(id, index.size);
        low.set(id, index.get(id) as number);
        open.push(id);
        isOpen.add(id);
      }
      const target = next.get(id)?.[top.at];
      if (target !== undefined) {
        top.at += 1;
        if (!index.has(target)) path.push({ id: target, at: 0 });
        else if (isOpen.has(target)) low.set(id, Math.min(low.get(id) as number, index.get(target) as number));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.id;
      if (above !== undefined) low.set(above, Math.min(low.get(above) as number, low.get(id) as number));
      if (low.get(id) !== index.get(id)) continue;
      const component: string[] = [];
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        isOpen.delete(member);
        component.push(member);
        if (member === id) break;
      }
      components.push(component);
    }
  }
  const ranks = new Map<string, number>();
  components.reverse().forEach((component, rank) => component.forEach((id) => ranks.set(id, rank)));
  return ranks;
};
