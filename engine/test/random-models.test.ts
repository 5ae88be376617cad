import {
  boundary,
  catching,
  end,
  eventBased,
  exclusive,
  model,
  parallel,
  scriptTask,
  serviceTask,
  start,
  subProcess,
  task,
  userTask,
  type Part,
} from '@baton/fixtures/build-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJournal } from './print-journal.ts';
import { scenario, type Scenario } from './scenario.ts';

/** What a random process is made of: blocks with one way in and one way out, so that every one of them can end. */
type Block =
  | { readonly kind: 'task' | 'user' | 'service' | 'timer' | 'message' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop'; readonly times: number; readonly block: Block }
  | { readonly kind: 'scope'; readonly block: Block; readonly guard: 'none' | 'timer' | 'error' | 'reminder' }
  | { readonly kind: 'event'; readonly blocks: readonly Block[] };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    fc.constantFrom<Block>(
      { kind: 'task' },
      { kind: 'user' },
      { kind: 'service' },
      { kind: 'timer' },
      { kind: 'message' },
    ),
    fc.record({
      kind: fc.constantFrom('sequence', 'exclusive', 'parallel'),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('loop'),
      times: fc.integer({ min: 1, max: 3 }),
      block: tie('block'),
    }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('scope'),
      block: tie('block'),
      guard: fc.constantFrom('none', 'timer', 'error', 'reminder'),
    }) as fc.Arbitrary<Block>,
    fc.record({
      kind: fc.constant('event'),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 2 }),
    }) as fc.Arbitrary<Block>,
  ),
}));

interface Drawn {
  readonly parts: Part[];
  readonly flows: string[];
}

/** Draws blocks; every element gets an id that tells its kind and a number. */
const drawer = () => {
  let last = 0;
  const id = (kind: string): string => `${kind}${(last += 1)}`;

  /** Adds a block between two elements; `label` goes behind the flow into it. */
  const add = (drawn: Drawn, found: Block, from: string, to: string, label = ''): void => {
    const connect = (a: string, b: string, text = ''): void => void drawn.flows.push(`${a} > ${b}${text}`);
    const single = (part: Part): void => {
      drawn.parts.push(part);
      connect(from, part.id, label);
      connect(part.id, to);
    };
    switch (found.kind) {
      case 'task':
        return single(task(id('task')));
      case 'user':
        return single(userTask(id('user')));
      case 'service':
        return single(serviceTask(id('service')));
      case 'timer':
        return single(catching(id('timer'), { timer: 'timeDuration', value: 'PT1M' }));
      case 'message':
        return single(catching(id('message'), { message: 'go', key: '="k"' }));
      case 'sequence': {
        const stops = found.blocks.slice(1).map(() => task(id('between')));
        drawn.parts.push(...stops);
        const ends = [from, ...stops.map((stop) => stop.id), to];
        found.blocks.forEach((each, index) =>
          add(drawn, each, ends[index]!, ends[index + 1]!, index === 0 ? label : ''),
        );
        return;
      }
      case 'exclusive':
      case 'parallel': {
        const make = found.kind === 'exclusive' ? exclusive : parallel;
        const [split, join] = [make(id('split')), make(id('join'))];
        drawn.parts.push(split, join);
        connect(from, split.id, label);
        connect(join.id, to);
        found.blocks.forEach((each, index) => {
          const condition = index === found.blocks.length - 1 ? ' : default' : ` : =choice = ${index}`;
          add(drawn, each, split.id, join.id, found.kind === 'exclusive' ? condition : '');
        });
        return;
      }
      case 'loop': {
        const counter = id('n');
        const [entry, exit] = [exclusive(id('merge')), exclusive(id('again'))];
        const count = scriptTask(id('count'), `=if ${counter} = null then 1 else ${counter} + 1`, counter);
        drawn.parts.push(entry, exit, count);
        connect(from, entry.id, label);
        add(drawn, found.block, entry.id, count.id);
        connect(count.id, exit.id);
        connect(exit.id, entry.id, ` : =${counter} < ${found.times}`);
        connect(exit.id, to, ' : default');
        return;
      }
      case 'scope': {
        const inside: Drawn = { parts: [], flows: [] };
        const [begin, finish] = [start(id('begin')), end(id('finish'))];
        inside.parts.push(begin, finish);
        add(inside, found.block, begin.id, finish.id);
        const scope = subProcess(id('scope'), inside.parts, inside.flows);
        if (found.guard === 'none') return single(scope);
        const event =
          found.guard === 'error' ? ({ error: null } as const) : ({ timer: 'timeDuration', value: 'PT2M' } as const);
        const guard = boundary(id('guard'), scope.id, event, found.guard !== 'reminder');
        // Exactly one token goes on: that of the scope or that of what interrupted it. A reminder's ends by itself.
        const after = found.guard === 'reminder' ? end(id('reminded')) : exclusive(id('met'));
        drawn.parts.push(scope, guard, after);
        connect(from, scope.id, label);
        connect(guard.id, after.id);
        connect(scope.id, found.guard === 'reminder' ? to : after.id);
        if (found.guard !== 'reminder') connect(after.id, to);
        return;
      }
      case 'event': {
        const gateway = eventBased(id('race'));
        const join = exclusive(id('met'));
        const timer = catching(id('timer'), { timer: 'timeDuration', value: 'PT3M' });
        const message = catching(id('message'), { message: 'go', key: '="k"' });
        drawn.parts.push(gateway, join, timer, message);
        connect(from, gateway.id, label);
        connect(gateway.id, timer.id);
        connect(gateway.id, message.id);
        add(drawn, found.blocks[0]!, timer.id, join.id);
        add(drawn, found.blocks[1]!, message.id, join.id);
        connect(join.id, to);
        return;
      }
    }
  };
  return add;
};

const draw = (found: Block): string => {
  const drawn: Drawn = { parts: [start('start'), end('end')], flows: [] };
  drawer()(drawn, found, 'start', 'end');
  return model('random', drawn.parts, drawn.flows);
};

/** Does one thing that somebody outside could do; false when nobody can do anything. */
const actOnce = (world: Scenario, choose: (count: number) => number): boolean => {
  const active = [...world.state().elements.values()];
  const actions: (() => void)[] = [];
  for (const instance of active) {
    const { elementId } = instance;
    if (instance.userTask) actions.push(() => world.completeTask(elementId, { choice: choose(3) }));
    if (instance.job) actions.push(() => world.completeJob(elementId, { choice: choose(3) }));
    if (instance.job) actions.push(() => world.throwError(elementId, 'OOPS'));
    if (instance.incident) actions.push(() => world.resolve(elementId));
    for (const wait of instance.waits?.values() ?? []) {
      if (wait.kind === 'message') actions.push(() => world.publish('go', 'k'));
      if (wait.kind === 'timer') actions.push(() => world.advance(60_000));
    }
  }
  if (actions.length === 0) return false;
  actions[choose(actions.length)]?.();
  return true;
};

/** Changes the instance by hand in one way or another; what is refused changes nothing. */
const changeOnce = (world: Scenario, choose: (count: number) => number): void => {
  const instances = [...world.state().elements.values()].filter(({ scopeKey }) => scopeKey !== null);
  const ids = [...world.definition().elements.keys()].filter((id) => id !== 'random');
  const instance = instances[choose(instances.length)];
  const elementId = ids[choose(ids.length)];
  if (!instance || elementId === undefined) return;
  const source = { elementInstanceKey: instance.key };
  const ancestor = { type: (['any', 'inferred', 'source-parent'] as const)[choose(3)] ?? 'any' };
  const [key] = world.instanceKeys();
  switch (choose(5)) {
    case 0:
      return void world.modify({ move: [{ source, targetElementId: elementId, ancestor, variables: [] }] });
    case 1:
      return void world.modify({ activate: [{ elementId, ancestorKey: instance.scopeKey, variables: [] }] });
    case 2:
      return void world.modify({ terminate: [source], activate: [{ elementId, ancestorKey: null, variables: [] }] });
    case 3:
      return void world.migrate('random', ...ids.map((id) => `${id} > ${id}`));
    default:
      world.act(key!, { type: 'suspend-instance' });
      actOnce(world, choose);
      expect(world.act(key!, { type: 'resume-instance' })).toBeNull();
  }
};

type Turn = (world: Scenario, choose: (count: number) => number) => void;

const runRandom = async (found: Block, choices: readonly number[], budget: number, before?: Turn): Promise<void> => {
  const world = await scenario(draw(found), { budget, printOnFailure: false });
  try {
    playToTheEnd(world, choices, before);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${printJournal(world.journal)}`, {
      cause: error,
    });
  }
};

const playToTheEnd = (world: Scenario, choices: readonly number[], before: Turn = () => undefined): void => {
  let turn = 0;
  const choose = (count: number): number => (choices[(turn += 1) % choices.length] ?? 0) % count;
  const key = world.start({ choice: choose(3) });
  for (let steps = 0; world.status(key) === 'ACTIVE' && steps < 400; steps += 1) {
    before(world, choose);
    if (world.status(key) !== 'ACTIVE') break;
    if (!actOnce(world, choose)) throw new Error(`stuck at ${JSON.stringify(world.active())}`);
  }
  // Errors that nobody catches come back for ever with some choices; then somebody cancels.
  if (world.status(key) === 'ACTIVE') expect(world.cancel(key)).toBeNull();
  expect(['COMPLETED', 'TERMINATED']).toContain(world.status(key));
  expect(world.state(key).elements.size).toBe(0);
  world.check();
};

/** A failure is told with the smallest model that was found in this time, instead of by a test that took too long. Milliseconds. */
const inTime = { interruptAfterTimeLimit: 45_000 };

describe('random block-structured models', () => {
  it('should end, leave nothing behind, and replay to what was live', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.array(fc.nat(11), { minLength: 5, maxLength: 40 }),
        fc.constantFrom(1, 3, 1_000),
        (found, choices, budget) => runRandom(found, choices, budget),
      ),
      { numRuns: Number(process.env.BATON_RANDOM_MODELS ?? 300), ...inTime },
    );
  });

  it('should do so, too, when somebody changes them by hand all the time', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.array(fc.nat(30), { minLength: 5, maxLength: 40 }),
        fc.constantFrom(1, 3, 1_000),
        (found, choices, budget) =>
          runRandom(found, choices, budget, (world, choose) => {
            if (choose(3) === 0) changeOnce(world, choose);
          }),
      ),
      { numRuns: Number(process.env.BATON_RANDOM_MODELS ?? 30), ...inTime },
    );
  });
});
