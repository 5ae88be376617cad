import type { NetElement, Outcome, Place, ScopeNet } from './scope-net.ts';
import { isStillExpected } from './still-expected.ts';

/** The places that have tokens, by their index and in that order; one with two tokens is there twice. Two at one place are where the game stops. */
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

/** Whether two tokens are at one place. */
export const isDoubled = (marking: Marking): boolean => marking.some((place, at) => place === marking[at + 1]);

/** Tells markings apart. */
export const markingId = (marking: Marking): string => marking.join(' ');

/**
 * The moves that have to be looked at from here. Elements compete for no token (each place leads to one of them), so that the order of two moves changes nothing unless one
 * can come to where the other is: only the elements with the lowest rank move, and all orders among those of one rank are played.
 * What ends the whole scope is no such move; it may come at any time.
 */
export const movesFrom = (net: ScopeNet, marking: Marking): readonly Move[] => {
  const ready: { readonly element: NetElement; readonly takes: readonly number[] }[] = [];
  for (const id of new Set(marking.map((place) => (net.places[place] as Place).targetId))) {
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
  const marked = element.inputs.filter((place) => marking.includes(place));
  if (marked.length === 0) return [];
  if (element.takes === 'each') return marked.map((place) => [place]);
  if (element.takes === 'all') {
    // The way that is not drawn (an instance that begins here) is none that a join would wait for.
    const drawn = element.inputs.filter((place) => net.places[place]?.flowId !== null);
    return drawn.every((place) => marking.includes(place)) ? [drawn] : [];
  }
  return isStillExpected(net, element, marking) ? [] : [marked];
};

const moved = (net: ScopeNet, marking: Marking, takes: readonly number[], gives: readonly number[]): Marking => {
  const after = [...marking];
  for (const place of takes) after.splice(after.indexOf(place), 1);
  for (const place of gives) if (!net.onTheSide.has(place) || !after.includes(place)) after.push(place);
  return after.sort((a, b) => a - b);
};
