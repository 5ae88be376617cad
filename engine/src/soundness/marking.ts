import type { NetElement, Outcome, Place, ScopeNet } from './scope-net.ts';
import { isStillExpected } from './still-expected.ts';

/** How many tokens each place has, by its index. More than one is where the game stops. */
export type Marking = readonly number[];

/** An element that takes tokens and goes on in one of its ways. */
export interface Firing {
  readonly elementId: string;
  readonly outcome: Outcome;
}

/** A firing, and what is marked after it. Null when the scope has ended by it. */
export interface Move extends Firing {
  readonly to: Marking | null;
}

export const isEmpty = (marking: Marking): boolean => marking.every((tokens) => tokens === 0);

/** Tells markings apart. */
export const markingId = (marking: Marking): string => marking.join('');

/**
 * The moves that have to be looked at from here. Elements compete for no token (each place leads to one of them), so that the order of two moves changes nothing unless one
 * can come to where the other is: only the elements with the lowest rank move, and all orders among those of one rank are played.
 * What ends the whole scope is no such move; it may come at any time.
 */
export const movesFrom = (net: ScopeNet, marking: Marking): readonly Move[] => {
  const ready: { readonly element: NetElement; readonly takes: readonly number[] }[] = [];
  const met = new Set<string>();
  marking.forEach((tokens, at) => tokens > 0 && met.add((net.places[at] as Place).targetId));
  for (const id of met) {
    const element = net.elements.get(id);
    if (element === undefined) continue;
    for (const takes of taken(net, element, marking)) ready.push({ element, takes });
  }
  const isLast = ({ element }: { readonly element: NetElement }): boolean =>
    element.outcomes.length > 0 && element.outcomes.every(({ ends }) => ends !== null);
  const ordinary = ready.filter((each) => !isLast(each));
  const lowest = Math.min(...ordinary.map(({ element }) => element.rank));
  return [...ordinary.filter(({ element }) => element.rank === lowest), ...ready.filter(isLast)].flatMap(
    ({ element, takes }) =>
      element.outcomes.map((outcome) => ({
        elementId: element.id,
        outcome,
        to: outcome.ends === null ? moved(net, marking, takes, outcome.places) : null,
      })),
  );
};

/** The sets of tokens that an element could take now. */
const taken = (net: ScopeNet, element: NetElement, marking: Marking): readonly (readonly number[])[] => {
  const marked = element.inputs.filter((place) => (marking[place] as number) > 0);
  if (marked.length === 0) return [];
  if (element.takes === 'each') return marked.map((place) => [place]);
  if (element.takes === 'all') {
    // The way that is not drawn (an instance that begins here) is none that a join would wait for.
    const drawn = element.inputs.filter((place) => net.places[place]?.flowId !== null);
    return drawn.every((place) => (marking[place] as number) > 0) ? [drawn] : [];
  }
  return isStillExpected(net, element, marking) ? [] : [marked];
};

const moved = (net: ScopeNet, marking: Marking, takes: readonly number[], gives: readonly number[]): Marking => {
  const after = [...marking];
  for (const place of takes) (after[place] as number) -= 1;
  for (const place of gives) after[place] = net.onTheSide.has(place) ? 1 : (after[place] as number) + 1;
  return after;
};
