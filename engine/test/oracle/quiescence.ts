import type { Indexed } from './net.ts';
import { keyOf, type Marking } from './marking.ts';
import { enabledMoves } from './moves.ts';

/** The model does not come to rest, or has too many tokens or orders to look at: it is left out, and counted. */
export class TooLarge extends Error {}

const maxTokens = 60;
const maxMoves = 600;

const guard = (marking: Marking): Marking => {
  if (marking.flows.length + marking.frames.length > maxTokens) throw new TooLarge('tokens');
  return marking;
};

/** Fires the transition of the oldest token until nothing moves: one of the orders in which things may happen. */
export const settleInOrder = (net: Indexed, marking: Marking): Marking => {
  let current = marking;
  for (let count = 0; count < maxMoves; count += 1) {
    const move = enabledMoves(net, current)[0];
    if (!move) return current;
    current = guard(move());
  }
  throw new TooLarge('moves');
};

/** Every marking at rest that some order of firing leads to. */
export const settleInAllOrders = (net: Indexed, markings: readonly Marking[], limit = 2_000): readonly Marking[] => {
  const seen = new Set<string>();
  const resting = new Map<string, Marking>();
  const open = [...markings];
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = keyOf(marking);
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > limit) throw new TooLarge('orders');
    const moves = enabledMoves(net, marking);
    if (moves.length === 0) resting.set(key, marking);
    for (const move of moves) open.push(guard(move()));
  }
  return [...resting.values()];
};
