import {
  boundary,
  catching,
  end,
  eventBased,
  javascriptTask,
  model,
  parallel,
  serviceTask,
  start,
  subProcess,
  throwing,
  userTask,
} from '@baton/fixtures/build-model';
import { adHoc, eventSubProcess, handler, multiInstance, triggeredStart } from '@baton/fixtures/build-scopes';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { play, type World } from '../golden/play.ts';
import { scenario } from '../scenario.ts';

/** An order in two versions; the second has other ids, one more scope event and other boundary events. */
const orders = [
  model(
    'one',
    [
      start('s'),
      subProcess('pack', [start('ps'), userTask('wrap'), end('pe')], ['ps > wrap', 'wrap > pe']),
      boundary('late', 'pack', { timer: 'timeDuration', value: 'PT1H' }, false),
      boundary('stop', 'pack', { message: 'stop', key: '=id' }),
      serviceTask('send'),
      end('e'),
      end('e2'),
      end('e3'),
    ],
    ['s > pack', 'pack > send', 'send > e', 'late > e2', 'stop > e3'],
  ),
  model(
    'two',
    [
      start('s'),
      subProcess(
        'parcel',
        [
          start('ps'),
          userTask('fold'),
          eventSubProcess(
            'onAsk',
            [triggeredStart('ask', { message: 'ask', key: '=id' }, false), end('told')],
            ['ask > told'],
          ),
          userTask('check'),
          end('pe'),
        ],
        ['ps > fold', 'fold > check', 'check > pe'],
      ),
      boundary('overdue', 'parcel', { timer: 'timeDuration', value: 'PT9H' }, false),
      boundary('halt', 'parcel', { signal: 'halt' }),
      serviceTask('ship'),
      end('e'),
      userTask('hurry'),
      end('e2'),
      end('e3'),
    ],
    ['s > parcel', 'parcel > ship', 'ship > e', 'overdue > hurry', 'hurry > e2', 'halt > e3'],
  ),
];

const waitsOf = (world: Awaited<ReturnType<typeof scenario>>, elementId: string): string[] =>
  [...(world.find(elementId).instance.waits?.values() ?? [])].map(({ kind, targetId }) => `${kind} ${targetId}`).sort();

describe('migration', () => {
  it('should keep what is active, and go on by the new definition', async () => {
    const world = await scenario(orders);
    const key = world.start({ id: 'x' }, 'one');
    world.setVariables({ box: 'red' }, 'wrap', true);
    world.assign('wrap', 'eva');
    const before = world.find('wrap').instance;
    const due = world.now() + 3_600_000;
    expect(world.migrate('two', 'pack > parcel', 'wrap > fold', 'late > overdue')).toBeNull();
    const after = world.find('fold').instance;
    expect([after.key, after.userTask?.key, after.userTask?.assignee]).toEqual([
      before.key,
      before.userTask?.key,
      'eva',
    ]);
    expect(after.variables?.get('box')?.value).toBe('red');
    expect(world.state(key)).toMatchObject({ processId: 'two', version: 2 });
    // The mapped timer is kept as it was, the unmapped message is closed, what is new is opened.
    expect(waitsOf(world, 'parcel')).toEqual(['message ask', 'signal halt', 'timer overdue']);
    expect([...world.find('parcel').instance.waits!.values()].find(({ kind }) => kind === 'timer')).toMatchObject({
      dueMs: due,
    });
    world.publish('stop', 'x');
    world.publish('ask', 'x');
    world.completeTask('fold');
    expect(world.active()).toEqual(['parcel', 'check']);
    world.advance(3_600_000);
    expect(world.active()).toEqual(['parcel', 'check', 'hurry']);
    world.completeTask('check');
    world.completeTask('hurry');
    world.completeJob('ship');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should keep a job with its type, retries and incident', async () => {
    const world = await scenario(orders);
    world.start({ id: 'x' }, 'one');
    world.completeTask('wrap');
    world.failJob('send', 0, 'no van');
    const { job, incident } = world.find('send').instance;
    expect(world.migrate('two', 'send > ship')).toBeNull();
    expect(world.find('ship').instance).toMatchObject({ job, incident });
    world.updateRetries('ship', 1);
    world.resolve('ship');
    world.completeJob('ship');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should tell every conflict at once, and change nothing', async () => {
    const world = await scenario([
      ...orders,
      model(
        'flat',
        [start('s'), userTask('fold'), serviceTask('wait'), end('e')],
        ['s > fold', 'fold > wait', 'wait > e'],
      ),
    ]);
    world.start({ id: 'x' }, 'one');
    const refused = world.migrate(
      'flat',
      'nothing > fold',
      'wrap > fold',
      'pack > wait',
      'late > nowhere',
      'wrap > wait',
    );
    expect(refused?.code).toBe('INVALID_STATE');
    for (const conflict of [
      `Process 'one' has no element 'nothing' to map.`,
      `The target process 'flat' has no element 'nowhere', which 'late' is mapped to.`,
      `'wrap' is mapped more than once.`,
      `'pack' is a SUB_PROCESS, but 'wait' is a SERVICE_TASK with a job.`,
      `'wrap' is active inside 'pack', but 'fold' is inside 'flat' and not inside 'wait'.`,
    ])
      expect(refused?.detail).toContain(conflict);
    expect(world.migrate('two')?.detail).toMatch(
      /'pack' is active \(\d+\) and not mapped. 'wrap' is active \(\d+\) and not mapped./,
    );
    expect(world.migrate('two', 'pack > parcel', 'wrap > check', 'stop > halt')?.detail).toContain(
      `'stop' is a BOUNDARY_EVENT of message, but 'halt' is a BOUNDARY_EVENT of signal.`,
    );
    expect(world.state().processId).toBe('one');
    expect(world.active()).toEqual(['pack', 'wrap']);
  });

  it('should refuse events that belong to something else, and two for one', async () => {
    const timer = { timer: 'timeDuration', value: 'PT1H' } as const;
    const version = (id: string, ...attached: readonly [string, string][]) =>
      model(
        id,
        [
          start('s'),
          userTask('a'),
          userTask('b'),
          ...attached.map(([event, host]) => boundary(event, host, timer, false)),
          end('e'),
          ...attached.map(([event]) => end(`${event}End`)),
        ],
        ['s > a', 'a > b', 'b > e', ...attached.map(([event]) => `${event} > ${event}End`)],
      );
    const world = await scenario([version('one', ['t1', 'a'], ['t2', 'a']), version('two', ['u1', 'a'], ['u2', 'b'])]);
    world.start({}, 'one');
    const refused = world.migrate('two', 'a > a', 't1 > u1', 't2 > u1');
    expect(refused?.detail).toContain(`'t1' and 't2' are both mapped to 'u1'.`);
    expect(world.migrate('two', 'a > a', 't1 > u2')?.detail).toContain(`'t1' belongs to 'a', but 'u2' does not`);
    expect(world.migrate('two', 'a > a', 't2 > u1')).toBeNull();
    expect(waitsOf(world, 'a')).toEqual(['timer u1']);
  });

  it('should open what the new definition waits for only where it can', async () => {
    const world = await scenario(orders);
    world.start({}, 'two');
    expect(world.find('parcel').instance.incident).not.toBeNull();
    const other = await scenario(orders);
    other.start({ id: null, n: 1 }, 'one');
    expect(other.active()).toEqual(['pack']);
    expect(other.migrate('two', 'pack > parcel')).toBeNull();
    other.setVariables({ id: 'x' });
    other.resolve('parcel');
    expect(waitsOf(other, 'parcel')).toEqual(['message ask', 'signal halt', 'timer overdue']);
    expect(other.active()).toEqual(['parcel', 'fold']);
  });

  it('should keep tokens that wait at a join, and refuse one that would not fire', async () => {
    const join = (id: string, j: string, ...branches: readonly string[]) =>
      model(
        id,
        [start('s'), parallel('f'), ...branches.map((each) => userTask(each)), parallel(j), end('e')],
        ['s > f', ...branches.flatMap((each) => [`f > ${each}`, `${each} > ${j}`]), `${j} > e`],
      );
    const world = await scenario([join('one', 'j', 'a', 'b'), join('two', 'j', 'a', 'c'), join('three', 'k', 'b')]);
    world.start({}, 'one');
    world.completeTask('a');
    expect(world.migrate('two', 'b > c')?.detail).toContain(`Tokens wait at 'j', which is not mapped.`);
    expect(world.migrate('three', 'b > b', 'j > k')?.detail).toContain(`on flow 'a-j', which does not lead to 'k'`);
    expect(world.migrate('two', 'b > c', 'j > j')).toBeNull();
    world.completeTask('c');
    expect(world.status()).toBe('COMPLETED');
    const twice = await scenario([join('one', 'j', 'a', 'b'), join('four', 'j', 'a')]);
    twice.start({}, 'one');
    twice.completeTask('a');
    expect(twice.migrate('four', 'b > a', 'j > j')?.detail).toContain('it would never fire');
  });

  it('should refuse another kind of loop, of work and of event', async () => {
    const version = (id: string, isSequential: boolean, isScript: boolean) =>
      model(
        id,
        [
          start('s'),
          multiInstance(userTask('each'), { cardinality: '=2', isSequential }),
          isScript ? javascriptTask('work', 'fail()') : serviceTask('work'),
          end('e'),
        ],
        ['s > each', 'each > work', 'work > e'],
      );
    const world = await scenario([version('one', false, true), version('two', true, false)]);
    world.start({}, 'one');
    expect(world.migrate('two', 'each > each')?.detail).toContain(
      `'each' is a USER_TASK with parallel instances, but 'each' is a USER_TASK with sequential instances.`,
    );
    expect(world.migrate('one', 'each > each')).toBeNull();
    world.completeTask('each');
    world.completeTask('each');
    // The script failed: it is an incident, and stays one.
    expect(world.migrate('two', 'work > work')?.detail).toContain('in JavaScript');
  });

  it('should move an event-based gateway, its events and an ad-hoc sub-process', async () => {
    const gateway = (id: string, ...events: readonly string[]) =>
      model(
        id,
        [
          start('s'),
          eventBased('which'),
          ...events.map((name) => catching(name, { message: name, key: '=id' })),
          adHoc('any', [userTask(`${id}A`), userTask(`${id}B`)], [], {
            isSequential: true,
            activeElements: `=["${id}A", "${id}B"]`,
          }),
          end('e'),
        ],
        ['s > which', ...events.flatMap((name) => [`which > ${name}`, `${name} > any`]), 'any > e'],
      );
    const world = await scenario([gateway('one', 'm1', 'm2'), gateway('two', 'm1', 'm3')]);
    world.start({ id: 'x' }, 'one');
    expect(world.migrate('two', 'which > which', 'm1 > m1')).toBeNull();
    expect(waitsOf(world, 'which')).toEqual(['message m1', 'message m3']);
    world.publish('m3', 'x');
    expect(world.active()).toEqual(['any', 'any', 'twoA']);
    expect(world.migrate('one', 'any > any', 'twoA > oneA')?.detail).toContain(`'twoB' waits for its turn in 'any'`);
    expect(world.migrate('one', 'any > any', 'twoA > oneA', 'twoB > oneB')).toBeNull();
    world.completeTask('oneA');
    world.completeTask('oneB');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should compensate what completed before, with the handlers of the new definition', async () => {
    const trip = (id: string, hotel: string) =>
      model(
        id,
        [
          start('s'),
          serviceTask(hotel),
          boundary(`${hotel}Undone`, hotel, { compensation: null }),
          handler(serviceTask(`undo${hotel}`)),
          userTask('ask'),
          throwing('undo', { compensation: null }),
          end('e'),
        ],
        [`s > ${hotel}`, `${hotel} > ask`, 'ask > undo', 'undo > e', `${hotel}Undone ~ undo${hotel}`],
      );
    const world = await scenario([trip('one', 'Hotel'), trip('two', 'Inn')]);
    world.start({}, 'one');
    world.setVariables({ room: 12 }, 'Hotel', true);
    world.completeJob('Hotel');
    expect(world.migrate('two', 'ask > ask')?.detail).toContain(
      `'Hotel' has completed, can be compensated and is not mapped.`,
    );
    expect(world.migrate('two', 'ask > ask', 'Hotel > Inn')).toBeNull();
    world.completeTask('ask');
    expect(world.active()).toEqual(['undo', 'undoInn']);
    expect(world.find('undoInn').instance.variables?.get('room')?.value).toBe(12);
    // While the handler runs, too.
    expect(world.migrate('one', 'undo > undo', 'undoInn > undoHotel', 'Inn > Hotel')).toBeNull();
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should leave any model as it is when it goes to an identical definition, at every step', async () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures');
    let migrations = 0;
    const migrateAll = (world: World): void => {
      for (const [key, { definition, state }] of world.instances) {
        if (state.status !== 'ACTIVE' || state.continuation.length > 0) continue;
        const ids = [...definition.elements.keys()].filter((id) => id !== definition.id);
        const refused = world.act(key, {
          type: 'migrate-instance',
          targetDefinitionKey: state.definitionKey,
          targetVersion: state.version,
          mappings: ids.map((id) => ({ sourceElementId: id, targetElementId: id })),
        });
        expect(refused, definition.id).toBeNull();
        migrations += 1;
      }
    };
    for (const file of readdirSync(join(folder, 'bpmn'))) {
      const name = file.slice(0, -5);
      const decision = join(folder, 'dmn', `${name}.dmn`);
      const decisions = existsSync(decision) ? [readFileSync(decision, 'utf8')] : [];
      const plain = await play(fixture(name), decisions);
      const migrated = await play(fixture(name), decisions, migrateAll);
      expect(migrated.filter(({ command }) => command.type !== 'migrate-instance')).toEqual(plain);
    }
    expect(migrations).toBeGreaterThan(200);
  });
});
