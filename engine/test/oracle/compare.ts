import {
  actOnEngine,
  cancelEngine,
  startEngine,
  viewEngine,
  type Engine,
  type EngineRun,
  type EngineState,
} from './engine-side.ts';
import type { Marking } from './marking.ts';
import type { Case } from './models.ts';
import { firstMarking } from './moves.ts';
import { indexNet, printNet, type Indexed, type Net } from './net.ts';
import { actOnMarking, viewMarking } from './oracle-side.ts';
import { settleInAllOrders, settleInOrder } from './quiescence.ts';
import { choicesOf, nodesOf, type Choice, type View } from './view.ts';
import { writeBpmn } from './write-bpmn.ts';

/** Plays one model on the engine and on the oracle with the same choices, and compares what can be seen after each. */

/** The two differ. What a person needs to see, and the model as XML. */
export class Disagreement extends Error {
  readonly xml: string;
  constructor(message: string, xml: string) {
    super(message);
    this.xml = xml;
  }
}

/** The engine refuses the model. Edits may make such models; they are counted. */
export class Refused extends Error {}

export interface Played {
  readonly steps: number;
  /** Some scope ended with tokens that wait at joins for ever. */
  readonly isStuck: boolean;
  /** More than one order of firing had to be looked at. */
  readonly isRacing: boolean;
  readonly outcome: View['outcome'];
}

export interface Pair {
  readonly net: Indexed;
  readonly run: EngineRun;
  readonly xml: string;
  readonly variables: Readonly<Record<string, number>>;
}

/** Every variable of a model exists from the beginning, so that no condition reads nothing. */
export const variablesOf = (net: Net): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(net.nodes.flatMap((node) => (node.script ? [[node.script.variable, 0] as const] : []))),
  v: 0,
  n: 0,
});

export const prepare = async (
  engine: Engine,
  { net, budget, n }: Pick<Case, 'net' | 'budget' | 'n'>,
): Promise<Pair> => {
  const xml = writeBpmn(net);
  const compiled = await engine.compileBpmn(xml);
  const definition = compiled.ok ? compiled.processes[0] : undefined;
  if (!compiled.ok || !definition) {
    const problems = compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code}: ${message}`);
    throw new Refused(`${problems.join('\n')}\n${printNet(net)}`);
  }
  const variables = { ...variablesOf(net), n };
  return {
    net: indexNet(net),
    run: { engine, definition, budget, names: new Set(Object.keys(variables)) },
    xml,
    variables,
  };
};

/** The oracle beside the engine: the markings that the engine may be in, by all that was seen of it so far. */
interface Follower {
  /** Throws `TooLarge` when what follows does not come to rest: the engine need not try then. */
  rehearse(choice: Choice): void;
  begin(view: View): void;
  act(choice: Choice, view: View): void;
  readonly view: View;
}

class Lost extends Error {
  readonly candidates: readonly string[];
  constructor(candidates: readonly string[]) {
    super('No marking looks like the engine.');
    this.candidates = candidates;
  }
}

/** Follows one order of firing. Cheap, and right for models in which orders do not matter. */
const followInOrder = (pair: Pair): Follower => {
  let marking: Marking;
  const meet = (next: Marking, view: View): void => {
    marking = settleInOrder(pair.net, next);
    const mine = viewMarking(pair.net, marking);
    if (mine.text !== view.text) throw new Lost([mine.text]);
  };
  const acted = (choice: Choice): Marking => {
    const node = nodesOf(viewMarking(pair.net, marking))[choice.at];
    return actOnMarking(pair.net, marking, node?.handle ?? 0, choice.act);
  };
  return {
    rehearse: (choice) => void settleInOrder(pair.net, acted(choice)),
    begin: (view) => meet(firstMarking(pair.net, pair.variables), view),
    act: (choice, view) => meet(acted(choice), view),
    get view() {
      return viewMarking(pair.net, marking);
    },
  };
};

/** Follows all orders of firing, and keeps those that look like the engine. */
const followAllOrders = (pair: Pair): Follower => {
  let markings: readonly Marking[] = [];
  const meet = (next: readonly Marking[], view: View): void => {
    const resting = settleInAllOrders(pair.net, next);
    markings = resting.filter((marking) => viewMarking(pair.net, marking).text === view.text);
    if (markings.length === 0)
      throw new Lost([...new Set(resting.map((marking) => viewMarking(pair.net, marking).text))]);
  };
  // Equal nodes of a view may hide what was completed before in another order: each of them is tried.
  const acted = (choice: Choice): readonly Marking[] =>
    markings.flatMap((marking) => {
      const nodes = nodesOf(viewMarking(pair.net, marking));
      const wanted = nodes[choice.at];
      return nodes
        .filter((node) => node === wanted || node.text === wanted?.text)
        .map((node) => actOnMarking(pair.net, marking, node.handle, choice.act));
    });
  return {
    rehearse: (choice) =>
      acted(choice)
        .slice(0, 1)
        .forEach((marking) => settleInOrder(pair.net, marking)),
    begin: (view) => meet([firstMarking(pair.net, pair.variables)], view),
    act: (choice, view) => meet(acted(choice), view),
    get view() {
      const first = markings[0];
      if (!first) throw new Error('Nothing was begun.');
      return viewMarking(pair.net, first);
    },
  };
};

interface Step {
  readonly choice: Choice | null;
  readonly view: View;
}

/** Plays the choices; each number picks one of what is possible then. Throws `Disagreement`, `Refused` or `TooLarge`. */
export const play = async (engine: Engine, found: Omit<Case, 'isStructured'>): Promise<Played> => {
  const pair = await prepare(engine, found);
  const follower = followInOrder(pair);
  // The oracle goes first: a model that never rests is left out before the engine tries.
  settleInOrder(pair.net, firstMarking(pair.net, pair.variables));
  const attempt = (command: () => EngineState, choice: Choice | null): EngineState => {
    try {
      return command();
    } catch (error) {
      throw disagreement(pair, steps, choice, [error instanceof Error ? String(error.stack) : String(error)]);
    }
  };
  const steps: Step[] = [];
  let state = attempt(() => startEngine(pair.run, pair.variables), null);
  steps.push({ choice: null, view: viewEngine(pair.run, state) });
  let isRacing = false;
  let follow: Follower = follower;
  const meet = (step: Step): void => {
    try {
      if (step.choice) follow.act(step.choice, step.view);
      else follow.begin(step.view);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      // Another order of firing may be the engine's: once more, from the beginning, with all of them.
      if (isRacing) throw disagreement(pair, steps, null, expected(error));
      isRacing = true;
      follow = followAllOrders(pair);
      try {
        for (const { choice, view } of steps) {
          if (choice) follow.act(choice, view);
          else follow.begin(view);
        }
      } catch (again) {
        throw again instanceof Lost ? disagreement(pair, steps, null, expected(again)) : again;
      }
    }
  };
  meet(steps[0] ?? { choice: null, view: viewEngine(pair.run, state) });
  let isStuck = false;
  for (const number of found.numbers) {
    const view = steps[steps.length - 1]?.view;
    if (!view) break;
    isStuck ||= nodesOf(view).some((node) => node.incident === 'UNKNOWN');
    const choices = choicesOf(view);
    const choice = choices[number % Math.max(choices.length, 1)];
    if (!choice) break;
    follow.rehearse(choice);
    const before = state;
    state = attempt(() => actOn(pair, before, view, choice), choice);
    const step = { choice, view: viewEngine(pair.run, state) };
    steps.push(step);
    meet(step);
  }
  const last = steps[steps.length - 1]?.view;
  if (last?.outcome === 'active') {
    const before = state;
    const left = viewEngine(
      pair.run,
      attempt(() => cancelEngine(pair.run, before), null),
    ).text;
    if (left !== 'terminated')
      throw disagreement(pair, steps, null, [`After it was canceled, the engine has ${left}.`]);
  }
  return { steps: steps.length, isStuck, isRacing, outcome: last?.outcome ?? 'active' };
};

export const actOn = (pair: Pair, state: EngineState, view: View, choice: Choice): EngineState => {
  const handle = nodesOf(view)[choice.at]?.handle ?? 0;
  return actOnEngine(pair.run, state, handle, choice.act);
};

const expected = ({ candidates }: Lost): readonly string[] => [
  `The oracle expected instead of the last line${candidates.length > 1 ? ' one of' : ''}:`,
  ...candidates.slice(0, 8).map((candidate) => `  → ${candidate}`),
];

const disagreement = (
  pair: Pair,
  steps: readonly Step[],
  failing: Choice | null,
  why: readonly string[],
): Disagreement => {
  const told = steps.map(({ choice, view }) => `${choice ? `  ${choice.text}\n` : ''}  → ${view.text}`);
  return new Disagreement(
    [
      'The engine and the oracle differ. The model:',
      printNet(pair.net.net),
      `Budget ${pair.run.budget}, n = ${pair.variables.n}. What happened in the engine:`,
      ...told,
      ...(failing ? [`  ${failing.text}`] : []),
      ...why,
    ].join('\n'),
    pair.xml,
  );
};
