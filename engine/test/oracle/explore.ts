import fc from 'fast-check';
import { block, subs } from './blocks.ts';
import { actOn, prepare, Refused, type Pair } from './compare.ts';
import { startEngine, viewEngine, type Engine, type EngineState } from './engine-side.ts';
import { layOut } from './lay-out.ts';
import { keyOf, type Marking } from './marking.ts';
import { firstMarking } from './moves.ts';
import { printNet, type Net } from './net.ts';
import type { Figures } from './figures.ts';
import { actOnMarking, viewMarking } from './oracle-side.ts';
import { settleInAllOrders, TooLarge } from './quiescence.ts';
import { choicesOf, nodesOf, type Choice, type View } from './view.ts';

/**
 * Small models, completely: everything that the environment may do in every order, on the engine and on the oracle each by itself. What can
 * be reached is compared, outcomes and all that lies between.
 */

/** Small enough to be looked at completely. */
export const smallNet: fc.Arbitrary<Net> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 2 }), subs)
  .map(([blocks, handlers]) => layOut({ kind: 'sequence', blocks }, handlers.slice(0, 1), 8));

/** One value of each kind: more would only make the space larger. */
const isExplored = ({ act }: Choice): boolean => {
  if (act.do === 'complete-user' || act.do === 'complete-job') return act.n < 2;
  return act.do === 'throw' ? act.code === 'E1' : act.do === 'fire';
};

const ordered = (view: View): readonly Choice[] => choicesOf(view).filter(isExplored);

/** All that the engine can be seen as, by the order of internal work that is its own. */
const exploreEngine = (pair: Pair, limit: number): ReadonlySet<string> => {
  const views = new Set<string>();
  const seen = new Set<string>();
  const open: EngineState[] = [startEngine(pair.run, pair.variables)];
  for (let state = open.pop(); state; state = open.pop()) {
    const identity = withoutNumbers(state.json);
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (seen.size > limit) throw new TooLarge('states');
    const view = viewEngine(pair.run, state);
    views.add(view.text);
    for (const choice of ordered(view)) open.push(actOn(pair, state, view, choice));
  }
  return views;
};

/** Two states that only differ in their keys and times are one. Keys are numbered by their first place in the text. */
const withoutNumbers = (json: string): string => {
  const numbers = new Map<string, number>();
  return json
    .replace(/"(startMs|endMs|dueMs)":\d+/g, '"$1":0')
    .replace(/("(?:\w*[kK]ey|keys|order)":)(\d+)/g, (_, name: string, key: string) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return `${name}${number}`;
    });
};

/** All that the oracle can be seen as, in any order of firing. */
const exploreOracle = (
  pair: Pair,
  limit: number,
): { readonly views: ReadonlySet<string>; readonly isRacing: boolean } => {
  const views = new Set<string>();
  const seen = new Set<string>();
  let isRacing = false;
  const settle = (marking: Marking): readonly Marking[] => {
    const resting = settleInAllOrders(pair.net, [marking], 500);
    isRacing ||= new Set(resting.map(keyOf)).size > 1;
    return resting;
  };
  const open = [...settle(firstMarking(pair.net, pair.variables))];
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const identity = keyOf(marking);
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (seen.size > limit) throw new TooLarge('states');
    const view = viewMarking(pair.net, marking);
    views.add(view.text);
    const nodes = nodesOf(view);
    for (const choice of ordered(view))
      open.push(...settle(actOnMarking(pair.net, marking, nodes[choice.at]?.handle ?? 0, choice.act)));
  }
  return { views, isRacing };
};

export interface Explored {
  /** Distinct views that the engine reached. */
  readonly views: number;
  /** What the engine reached and the oracle did not, and the other way round where only one order of firing is possible. */
  readonly onlyEngine: readonly string[];
  readonly onlyOracle: readonly string[];
}

/** Null when the model is too large, or refused. */
export const explore = async (engine: Engine, net: Net, budget: number, limit = 120): Promise<Explored | null> => {
  try {
    const pair = await prepare(engine, { net, budget, n: 0 });
    const oracle = exploreOracle(pair, limit);
    const views = exploreEngine(pair, limit * 2);
    return {
      views: views.size,
      onlyEngine: [...views].filter((view) => !oracle.views.has(view)),
      onlyOracle: oracle.isRacing ? [] : [...oracle.views].filter((view) => !views.has(view)),
    };
  } catch (error) {
    if (error instanceof TooLarge || error instanceof Refused) return null;
    throw error;
  }
};

/** Explores random small models; the text of what differs, or null. */
export const exploreModels = async (
  engine: Engine,
  batch: { readonly models: number; readonly seed: number },
  figures: Figures,
): Promise<string | null> => {
  const property = fc.asyncProperty(smallNet, fc.constantFrom(1, 3, 1_000), async (net, budget) => {
    const explored = await explore(engine, net, budget);
    if (!explored) return;
    figures.explored += 1;
    figures.views += explored.views;
    const lines = [
      ...explored.onlyEngine.map((view) => `only the engine reaches ${view}`),
      ...explored.onlyOracle.map((view) => `only the oracle reaches ${view}`),
    ];
    if (lines.length > 0)
      throw new Error(
        ['The engine and the oracle differ. The model:', printNet(net), `Budget ${budget}.`, ...lines].join('\n'),
      );
  });
  const result = await fc.check(property, { numRuns: batch.models, seed: batch.seed });
  if (!result.failed) return null;
  const error = result.errorInstance;
  return `${error instanceof Error ? error.message : String(error)}\nRepeat: BATON_ORACLE_SEED=${result.seed} (small models)`;
};
