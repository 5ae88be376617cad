import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { end, model, serviceTask, start, subProcess } from '@baton/fixtures/build-model';
import {
  asKey,
  compileBpmn,
  decide,
  initialState,
  restoreState,
  snapshotState,
  type Command,
  type JobResult,
  type Key,
  type ProcessDefinition,
  type StateSnapshot,
} from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';
import { createWorld } from '../world.ts';

type Scenario = Awaited<ReturnType<typeof scenario>>;

const agreed: JobResult = { type: 'userTask', denied: false, deniedReason: '', corrections: {} };
const names = readdirSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'bpmn')).map((file) =>
  file.slice(0, -5),
);

/** All that the run wrote but where its steps end and that the process is being canceled, which only a run in pieces says. */
const written = (world: Scenario): readonly string[] =>
  world.journal
    .flatMap(({ instanceKey, records }) => records.map((record) => ({ instanceKey, record })))
    .filter(({ instanceKey, record }) => !('key' in record && record.key === instanceKey))
    .map(({ record }) => JSON.stringify(record))
    .filter((text) => !/^{"type":"(step-|tokens-discarded|compensations-discarded)/.test(text))
    .sort();

/** The budget is small from the cancel on only: keys are given out alike before. */
const canceled = async (name: string, budget: number): Promise<Scenario | null> => {
  const options = { budget: 100_000, printOnFailure: false };
  const world = await scenario(fixture(name), options);
  const startable = world.processesWithNoneStart().at(-1);
  if (startable === undefined) return null;
  const key = world.start({ items: [1, 2, 3], id: 'x', count: 3, again: true, n: 1 }, startable);
  options.budget = budget;
  world.cancel(key);
  return world;
};

describe('canceling an instance with more in it than a step may do', () => {
  it('should end a scope after what is in it, also where that has the smaller key', async () => {
    // Several servers give out keys from blocks of their own.
    let key = 1_000;
    const nextKey = (): Key => asKey((key -= 1));
    const compiled = await compileBpmn(
      model(
        'outside',
        [start('s'), subProcess('inside', [start('is'), serviceTask('work'), end('ie')], ['is > work', 'work > ie'])],
        ['s > inside'],
      ),
    );
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const [definition] = compiled.processes as [ProcessDefinition];
    let state = initialState();
    const run = (command: Command): void => {
      expect(decide(definition, state, command, { nowMs: 0, nextKey, budget: 1 }).ok).toBe(true);
      // As a server that loads it from the database has it.
      state = restoreState(JSON.parse(JSON.stringify(snapshotState(state))) as StateSnapshot);
      if (state.continuation.length > 0) run({ type: 'continue-step' });
    };
    run({
      type: 'create-instance',
      processInstanceKey: asKey(1_000),
      definitionKey: asKey(1),
      version: 1,
      variables: {},
      startElementId: null,
      parent: null,
      rootKey: null,
      businessId: null,
      tags: [],
    });
    expect(state.elements.size).toBe(3);
    run({ type: 'cancel-instance' });
    expect(state).toMatchObject({ status: 'TERMINATED', elements: new Map() });
  });

  it('should end each model as one step would', async () => {
    let inPieces = 0;
    for (const name of names) {
      const [whole, pieces] = [await canceled(name, 100_000), await canceled(name, 1)];
      if (whole === null || pieces === null) continue;
      const end = (world: Scenario) => world.instanceKeys().map((key) => [world.status(key), world.active()]);
      expect(end(pieces), name).toEqual(end(whole));
      expect(written(pieces), name).toEqual(written(whole));
      if (pieces.journal.length > whole.journal.length) inPieces += 1;
    }
    expect(inPieces).toBeGreaterThan(50);
  });

  it('should write steps of a bounded size, the children before the process', async () => {
    const world = await scenario(fixture('multi-instance-parallel'), { budget: 10, checkEveryStep: false });
    const key = world.start({ items: Array.from({ length: 100 }, (_, index) => index), stopEarly: false });
    const before = world.journal.length;
    world.cancel(key);
    const sizes = world.journal.slice(before).map(({ records }) => records.length);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(25);
    const last = world.journal.at(-1)?.records ?? [];
    expect(last.map(({ type }) => type).slice(-3)).toEqual([
      'element-terminated',
      'process-instance-terminated',
      'step-resumed',
    ]);
    expect(world.terminated()).toHaveLength(101);
    expect(world.status(key)).toBe('TERMINATED');
  });

  it('should let nothing go on meanwhile', async () => {
    const world = await scenario(fixture('multi-instance-parallel'), { budget: 2 });
    const key = world.start({ items: [1, 2, 3, 4, 5, 6], stopEarly: false });
    world.actWithoutSettling(key, { type: 'cancel-instance' });
    const living = [...world.state(key).elements.values()].find(({ job }) => job !== null)!;
    const of = { elementInstanceKey: living.key, jobKey: living.job!.key };
    const late = { type: 'complete-job', ...of, variables: {} } as const;
    expect(world.actWithoutSettling(key, late)).toMatchObject({ code: 'NOT_FOUND' });
    expect(world.actWithoutSettling(key, { type: 'cancel-instance' })).toMatchObject({ code: 'INVALID_STATE' });
    world.settle();
    expect(world.status(key)).toBe('TERMINATED');
    expect(world.completed()).not.toContain('work');
  });

  it('should drop what an unfinished step had still to begin', async () => {
    const world = await createWorld(fixture('multi-instance-parallel'), { budget: 5 });
    const items = Array.from({ length: 50 }, (_, index) => index);
    const key = world.create('multi-instance-parallel', { variables: { items, stopEarly: false } }) as Key;
    const state = world.instances.get(key)!.state;
    expect(state.continuation).toContainEqual(expect.objectContaining({ do: 'begin-next' }));
    world.run(key, { type: 'continue-step' });
    const begun = state.elements.size;
    expect(begun).toBeGreaterThan(5);
    world.act(key, { type: 'cancel-instance' });
    expect(state.status).toBe('TERMINATED');
    const ended = world.journal.flatMap(({ records }) => records).filter(({ type }) => type === 'element-terminated');
    expect(ended).toHaveLength(begun);
  });

  it('should wait for the listeners of canceled tasks at the end', async () => {
    const world = await scenario(fixture('task-listeners'), { budget: 1 });
    const key = world.start({ id: 'x', owner: 'eva' });
    world.answerJob('decide', agreed);
    world.answerJob('decide', agreed);
    world.cancel(key);
    expect(world.status(key)).toBe('ACTIVE');
    expect(world.jobs()).toEqual(['decide:cancel']);
    world.answerJob('decide', agreed);
    expect(world.status(key)).toBe('TERMINATED');
  });

  it('should end what is inside before what is around it, whatever their keys', async () => {
    // Each server gives out keys of its own: what began later may have a smaller one, and what is read comes in the order of keys.
    const compiled = await compileBpmn(fixture('sub-process-nested'));
    if (!compiled.ok) throw new Error('expected it to compile');
    const [definition] = compiled.processes;
    let last = 1_000;
    const nextKey = (): Key => asKey((last -= 1));
    const begun = initialState();
    const create = {
      type: 'create-instance',
      processInstanceKey: nextKey(),
      definitionKey: asKey(1),
      version: 1,
      variables: { id: 'x' },
      startElementId: null,
      parent: null,
      rootKey: null,
      businessId: null,
      tags: [],
    } as const;
    decide(definition!, begun, create, { nowMs: 0, nextKey });
    const state = restoreState(snapshotState(begun));
    expect(state.elements.size).toBeGreaterThan(4);
    let command: Command = { type: 'cancel-instance' };
    for (let steps = 0; state.status === 'ACTIVE' && steps < 50; steps += 1) {
      expect(decide(definition!, state, command, { nowMs: 0, nextKey, budget: 1 }).ok).toBe(true);
      command = { type: 'continue-step' };
    }
    expect(state).toMatchObject({ status: 'TERMINATED', continuation: [] });
    expect(state.elements.size).toBe(0);
  });
});
