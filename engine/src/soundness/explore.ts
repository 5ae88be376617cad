import { isDoubled, markingId, movesFrom } from './marking.ts';
import type { Firing, Marking, Move } from './marking.ts';
import type { Ending, ScopeNet } from './scope-net.ts';

/** A marking that was reached, and how. */
export interface Reached {
  readonly marking: Marking;
  /** The move that led here first; null for where the game begins. */
  readonly by: (Firing & { readonly from: Reached }) | null;
  /** `open` has moves, `stuck` has tokens but none, `done` has no tokens, `doubled` has two tokens at one place, `unseen` was not looked at any more. */
  kind: 'open' | 'stuck' | 'done' | 'doubled' | 'unseen';
  /** Where its moves lead; empty but for `open`. */
  readonly next: { readonly elementId: string; readonly to: Reached }[];
  /** Whether a move of it ends the scope at once. */
  endsAtOnce: boolean;
}

/** Everything that the game of a scope can come to. */
export interface Exploration {
  /** In the order of their distance from the beginning. */
  readonly reached: readonly Reached[];
  /** Elements that fired somewhere. */
  readonly fired: ReadonlySet<string>;
  /** How the scope came to its end: null stands for "no token was left". */
  readonly endings: ReadonlySet<Ending>;
  /** Whether all of it was looked at. */
  readonly isComplete: boolean;
}

/** Plays every move from every entry of the net, breadth first, so that the ways found are the shortest. Gives up after `limit` markings. */
export const explore = (net: ScopeNet, limit: number): Exploration => {
  const known = new Map<string, Reached>();
  const reached: Reached[] = [];
  const fired = new Set<string>();
  const endings = new Set<Ending>();
  const meet = (marking: Marking, by: Reached['by']): Reached => {
    const id = markingId(marking);
    let found = known.get(id);
    if (found === undefined) {
      found = { marking, by, kind: 'unseen', next: [], endsAtOnce: false };
      known.set(id, found);
      reached.push(found);
    }
    return found;
  };
  for (const entry of net.entries) meet([entry], null);
  let at = 0;
  for (; at < reached.length && reached.length <= limit; at += 1) {
    const here = reached[at] as Reached;
    if (here.marking.length === 0) {
      here.kind = 'done';
      endings.add(null);
      continue;
    }
    if (isDoubled(here.marking)) {
      here.kind = 'doubled';
      continue;
    }
    const moves = movesFrom(net, here.marking);
    here.kind = moves.length === 0 ? 'stuck' : 'open';
    for (const move of moves) follow(here, move);
  }
  function follow(here: Reached, { elementId, outcome, to }: Move): void {
    fired.add(elementId);
    if (to === null) {
      here.endsAtOnce = true;
      endings.add(outcome.ends);
    } else here.next.push({ elementId, to: meet(to, { elementId, outcome, from: here }) });
  }
  return { reached, fired, endings, isComplete: at === reached.length };
};

/** The markings from which no way leads to one that `isGoal`; what was not looked at counts as a goal. */
export const withoutWayTo = ({ reached }: Exploration, isGoal: (reached: Reached) => boolean): ReadonlySet<Reached> => {
  const before = new Map<Reached, Reached[]>();
  for (const each of reached)
    for (const { to } of each.next) {
      const known = before.get(to);
      if (known === undefined) before.set(to, [each]);
      else known.push(each);
    }
  const good = new Set(reached.filter((each) => each.kind === 'unseen' || isGoal(each)));
  const pending = [...good];
  for (let each = pending.pop(); each !== undefined; each = pending.pop())
    for (const earlier of before.get(each) ?? [])
      if (!good.has(earlier)) {
        good.add(earlier);
        pending.push(earlier);
      }
  return new Set(reached.filter((each) => !good.has(each)));
};
