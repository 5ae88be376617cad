import {
  boundary,
  catching,
  end,
  eventBased,
  model,
  receiveTask,
  start,
  subProcess,
  userTask,
} from '@baton/fixtures/build-model';
import { adHoc, eventSubProcess, multiInstance, triggeredStart } from '@baton/fixtures/build-scopes';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActivateInstruction, ElementInstance, MoveAncestor, MoveInstruction } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const begin = (elementId: string, more: Partial<ActivateInstruction> = {}): ActivateInstruction => ({
  elementId,
  ancestorKey: null,
  variables: [],
  ...more,
});
const move = (
  elementId: string,
  targetElementId: string,
  ancestor: MoveAncestor = { type: 'any' },
): MoveInstruction => ({
  source: { elementId },
  targetElementId,
  ancestor,
  variables: [],
});

const nested = model(
  'nested',
  [
    start('s'),
    userTask('first'),
    subProcess(
      'outer',
      [
        start('os'),
        userTask('before'),
        subProcess('inner', [start('is'), userTask('deep'), end('ie')], ['is > deep', 'deep > ie'], {
          inputs: { given: '=seed + 1' },
        }),
        eventSubProcess(
          'onStop',
          [triggeredStart('stop', { message: 'stop', key: '=id' }), end('stopped')],
          ['stop > stopped'],
        ),
        end('oe'),
      ],
      ['os > before', 'before > inner', 'inner > oe'],
    ),
    boundary('late', 'outer', { timer: 'timeDuration', value: 'PT1H' }),
    userTask('last'),
    end('e'),
    end('e2'),
  ],
  ['s > first', 'first > outer', 'outer > last', 'last > e', 'late > e2'],
);

describe('modification', () => {
  it('should move a token on, and set variables before', async () => {
    const world = await scenario(nested);
    world.start();
    expect(
      world.modify({
        move: [
          {
            ...move('first', 'last'),
            variables: [
              { scopeId: null, variables: { by: 'hand' } },
              { scopeId: 'last', variables: { only: 'here' } },
            ],
          },
        ],
      }),
    ).toBeNull();
    expect(world.active()).toEqual(['last']);
    expect(world.terminated()).toEqual(['first']);
    expect(world.find('last').instance.variables?.get('only')?.value).toBe('here');
    expect(world.variables()).toEqual({ by: 'hand' });
    world.completeTask('last');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should make scopes that are missing, with what they wait for and their input mappings, and run no start event', async () => {
    const world = await scenario(nested);
    world.start({ id: 'x', seed: 1 });
    world.modify({ activate: [begin('deep'), begin('before')] });
    expect(world.active()).toEqual(['first', 'outer', 'inner', 'deep', 'before']);
    expect(world.completed()).toEqual(['s']);
    expect(world.find('inner').instance.variables?.get('given')?.value).toBe(2);
    expect([...(world.find('outer').instance.waits?.values() ?? [])].map(({ kind }) => kind)).toEqual([
      'timer',
      'message',
    ]);
    world.completeTask('deep');
    world.publish('stop', 'x');
    expect(world.terminated()).toEqual(['before']);
    expect(world.active()).toEqual(['first', 'last']);
  });

  it('should see variables of an instruction in the mappings of the scopes that it makes', async () => {
    const world = await scenario(nested);
    world.start({ id: 'x' });
    world.modify({
      activate: [begin('deep', { variables: [{ scopeId: 'outer', variables: { seed: 41 } }] })],
      terminate: [{ elementId: 'first' }],
    });
    expect(world.find('inner').instance.variables?.get('given')?.value).toBe(42);
    expect(world.find('outer').instance.variables?.get('seed')?.value).toBe(41);
    expect(world.variables()).toEqual({ id: 'x' });
  });

  it('should refuse as a whole, and name every reason', async () => {
    const world = await scenario(nested);
    world.start({ seed: 1 });
    const refused = world.modify({
      activate: [begin('nowhere'), begin('s'), begin('late'), begin('last'), begin('deep')],
      move: [move('before', 'last')],
      terminate: [{ elementId: 'nothing' }, { elementId: 'outer' }],
    });
    expect(refused?.code).toBe('INVALID_ARGUMENT');
    for (const reason of [
      `Activate 'nowhere': process 'nested' has no such element`,
      `Activate 's': it is a start event`,
      `Activate 'late': it is a boundary event`,
      `Activate 'deep': its scope 'outer' cannot be made. Event stop: Expected the correlation key`,
      `Move to 'last': no instance of 'before' is active`,
      `Terminate: process 'nested' has no element 'nothing'`,
      `Terminate: no instance of 'outer' is active`,
    ])
      expect(refused?.detail).toContain(reason);
    expect(world.active()).toEqual(['first']);
    expect(world.variables()).toEqual({ seed: 1 });
  });

  it('should ask for the ancestor where a scope is active more than once', async () => {
    const world = await scenario(nested);
    const root = world.start({ id: 'x', seed: 1 });
    world.modify({ activate: [begin('before'), begin('deep', { ancestorKey: root })] });
    expect(world.active().filter((id) => id === 'outer')).toHaveLength(2);
    const [one, other] = [...world.state().elements.values()].filter(({ elementId }) => elementId === 'outer');
    expect(world.modify({ activate: [begin('before')] })?.detail).toContain(
      `its scope 'outer' is active more than once (${one?.key}, ${other?.key})`,
    );
    expect(world.modify({ activate: [begin('before', { ancestorKey: other!.key })] })).toBeNull();
    expect(world.state().elements.get(other!.key)?.childrenAt).toEqual(
      new Map([
        ['inner', 1],
        ['before', 1],
      ]),
    );
    const first = world.find('first').instance.key;
    expect(world.modify({ activate: [begin('deep', { ancestorKey: first })] })?.detail).toContain('no scope around');
  });

  it('should end what it leaves empty, and the instance with its last element', async () => {
    const world = await scenario(nested);
    world.start({ id: 'x', seed: 1 });
    world.modify({ move: [move('first', 'deep')] });
    world.modify({ activate: [begin('last')], terminate: [{ elementId: 'deep' }] });
    expect(world.terminated()).toEqual(['first', 'deep', 'inner', 'outer']);
    expect(world.active()).toEqual(['last']);
    world.modify({ terminate: [{ elementInstanceKey: world.find('last').instance.key }] });
    expect(world.status()).toBe('TERMINATED');
  });

  it('should go on in a scope that loses its last element while another begins in it', async () => {
    const world = await scenario(nested);
    world.start({ id: 'x', seed: 1 });
    world.completeTask('first');
    const { key } = world.find('outer').instance;
    world.modify({ move: [move('before', 'oe')] });
    expect(world.completed()).toContain('outer');
    expect(world.active()).toEqual(['last']);
    expect(world.state().elements.has(key)).toBe(false);
  });

  it('should refuse what is not reached by a token, or not any more', async () => {
    const world = await scenario(
      model(
        'events',
        [
          start('s'),
          userTask('waiting'),
          eventBased('which'),
          catching('paid', { message: 'paid', key: '=id' }),
          receiveTask('asked', 'asked', '=id'),
          multiInstance(subProcess('each', [start('es'), userTask('one'), end('ee')], ['es > one', 'one > ee']), {
            cardinality: '=2',
          }),
          eventSubProcess(
            'onStop',
            [triggeredStart('stop', { message: 'stop', key: '=id' }), userTask('cleaning'), end('stopped')],
            ['stop > cleaning', 'cleaning > stopped'],
          ),
          end('e'),
        ],
        ['s > waiting', 'waiting > which', 'which > paid', 'which > asked', 'paid > each', 'asked > each', 'each > e'],
      ),
    );
    world.start({ id: 'x' });
    expect(world.modify({ activate: [begin('paid')] })?.detail).toContain(`the event-based gateway 'which'`);
    expect(world.modify({ activate: [begin('asked')] })?.detail).toContain(`the event-based gateway 'which'`);
    expect(world.modify({ activate: [begin('one')] })?.detail).toContain(`it is inside 'each', which is repeated`);
    expect(world.modify({ move: [move('waiting', 'each')] })).toBeNull();
    expect(world.active()).toEqual(['each', 'each', 'one', 'each', 'one']);
    const [body, first] = [...world.state().elements.values()].filter(({ elementId }) => elementId === 'each');
    expect(world.modify({ activate: [begin('one', { ancestorKey: body!.key })] })?.detail).toContain('body of a loop');
    expect(world.modify({ activate: [begin('one', { ancestorKey: first!.key })] })).toBeNull();
    world.publish('stop', 'x');
    expect(world.active()).toEqual(['onStop', 'cleaning']);
    expect(world.modify({ activate: [begin('which')] })?.detail).toContain(`was interrupted by 'onStop'`);
    world.completeTask('cleaning');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should complete a loop of which one instance was ended by hand', async () => {
    const world = await scenario(
      model(
        'looped',
        [start('s'), multiInstance(userTask('one'), { cardinality: '=3' }), end('e')],
        ['s > one', 'one > e'],
      ),
    );
    world.start();
    const isInner = ({ loopCounter }: ElementInstance): boolean => loopCounter === 2;
    world.modify({ terminate: [{ elementInstanceKey: world.find('one', isInner).instance.key }] });
    world.completeTask('one');
    world.completeTask('one');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should begin each element where the moved one was', async () => {
    const world = await scenario(
      model(
        'many',
        [
          start('s'),
          multiInstance(
            subProcess(
              'each',
              [start('es'), userTask('one'), userTask('two'), end('ee')],
              ['es > one', 'one > two', 'two > ee'],
            ),
            { cardinality: '=3' },
          ),
          end('e'),
        ],
        ['s > each', 'each > e'],
      ),
    );
    world.start();
    expect(world.modify({ move: [move('one', 'two')] })?.detail).toContain('active more than once');
    expect(world.modify({ move: [move('one', 'two', { type: 'source-parent' })] })).toBeNull();
    expect(world.active().filter((id) => id === 'two')).toHaveLength(3);
    expect(world.modify({ move: [move('two', 'one', { type: 'inferred' })] })).toBeNull();
    for (let times = 0; times < 3; times += 1) {
      world.completeTask('one');
      world.completeTask('two');
    }
    expect(world.status()).toBe('COMPLETED');
  });

  it('should pass a join at once, and tell when what waits there is left behind', async () => {
    const world = await scenario(fixture('parallel-gateway'));
    world.start();
    world.completeJob('c');
    expect(world.modify({ move: [move('b', 'j')] })).toBeNull();
    expect(world.completed()).toContain('j');
    // Told in one order, whichever token came first.
    world.completeJob('a');
    expect(world.find('parallel-gateway').instance.incident?.message).toContain('a-j, c-j');
    // They are taken away by the id of the join, and nothing is left then.
    expect(world.modify({ terminate: [{ elementId: 'j' }] })).toBeNull();
    expect(world.status()).toBe('TERMINATED');
  });

  it('should take tokens away that wait at a join, and go on elsewhere', async () => {
    const world = await scenario(fixture('parallel-gateway'));
    world.start();
    world.completeJob('a');
    world.modify({ terminate: [{ elementId: 'j' }, { elementId: 'b' }] });
    expect(world.state().elements.get(world.instanceKeys()[0]!)?.parked).toBeNull();
    expect(world.active()).toEqual(['c']);
    expect(world.modify({ terminate: [{ elementId: 'j' }] })?.detail).toContain(`no instance of 'j' is active`);
    expect(world.modify({ move: [move('c', 'j')] })).toBeNull();
    expect(world.status()).toBe('COMPLETED');
  });

  it('should begin elements of an ad-hoc sub-process, active or not', async () => {
    const xml = model(
      'loose',
      [start('s'), userTask('before'), adHoc('any', [userTask('a'), userTask('b')], []), userTask('after'), end('e')],
      ['s > before', 'before > any', 'any > after', 'after > e'],
    );
    const world = await scenario(xml);
    world.start();
    world.modify({ activate: [begin('a'), begin('b')], terminate: [{ elementId: 'before' }] });
    expect(world.active()).toEqual(['any', 'any', 'any', 'a', 'b']);
    world.modify({ activate: [begin('a')], terminate: [{ elementId: 'b' }] });
    world.completeTask('a');
    world.completeTask('a');
    expect(world.active()).toEqual(['after']);
  });

  it('should end the called instance with its call, and refuse to empty a called one', async () => {
    const world = await scenario(fixture('call-activity'));
    world.start({ n: 4 }, 'caller');
    const { key: called, instance } = world.find('inside');
    const emptied = world.act(called, {
      type: 'modify-instance',
      activate: [],
      move: [],
      terminate: [{ elementInstanceKey: instance.key }],
    });
    expect(emptied?.detail).toContain('it was called by instance');
    const call = [...world.state().elements.values()].find(({ calledInstanceKey }) => calledInstanceKey === called);
    world.modify({ terminate: [{ elementInstanceKey: call!.key }] });
    expect(world.status(called)).toBe('TERMINATED');
    expect(world.status()).toBe('TERMINATED');
  });

  it('should take as many steps as a long list needs', async () => {
    const world = await scenario(nested, { budget: 10 });
    world.start();
    world.modify({ activate: Array.from({ length: 50 }, () => begin('last')), terminate: [{ elementId: 'first' }] });
    expect(world.active()).toHaveLength(50);
    expect(world.journal.length).toBeGreaterThan(5);
    expect(Math.max(...world.journal.map(({ records }) => records.length))).toBeLessThan(80);
  });

  it('should end and begin anew whatever any model waits at', async () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'bpmn');
    let tried = 0;
    for (const file of readdirSync(folder)) {
      const world = await scenario(fixture(file.slice(0, -5)), { printOnFailure: false });
      const startable = world.processesWithNoneStart().at(-1);
      if (startable === undefined) continue;
      world.start({ items: [1, 2], id: 'x', count: 2, n: 1, orderId: 'x' }, startable);
      const waiting = [...world.state().elements.values()].filter(
        ({ children, state, scopeKey, compensates }) =>
          children === 0 && state === 'ACTIVE' && scopeKey !== null && compensates === null,
      );
      for (const { key, elementId } of waiting) {
        if (!world.state().elements.has(key)) continue;
        const before = world.active();
        const refused = world.modify({
          move: [{ ...move(elementId, elementId, { type: 'source-parent' }), source: { elementInstanceKey: key } }],
        });
        // Of a loop only the whole can begin anew; what an event began stays what it is.
        if (refused) continue;
        tried += 1;
        // A task whose listeners hear of its end lingers.
        expect(world.state().elements.get(key)?.state ?? 'TERMINATING', file).toBe('TERMINATING');
        expect(world.active().filter((id) => id === elementId).length, file).toBeGreaterThanOrEqual(
          before.filter((id) => id === elementId).length,
        );
        world.check();
      }
      if (world.status() === 'ACTIVE') world.cancel(world.instanceKeys()[0]!);
    }
    expect(tried).toBeGreaterThan(50);
  });
});
