import { callActivity, catching, end, model, serviceTask, start, task, userTask } from '@baton/fixtures/build-model';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, Rejection } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { play, type World } from '../golden/play.ts';
import { scenario, type Scenario } from '../scenario.ts';

const command = (world: Scenario, of: Command): Rejection | null => world.act(world.instanceKeys()[0]!, of);
const suspend = (world: Scenario): Rejection | null => command(world, { type: 'suspend-instance' });
const resume = (world: Scenario): Rejection | null => command(world, { type: 'resume-instance' });

const waiting = model(
  'waiting',
  [
    start('s'),
    serviceTask('work'),
    catching('paid', { message: 'paid', key: '=id' }),
    catching('rung', { signal: 'bell' }),
    catching('rest', { timer: 'timeDuration', value: 'PT1H' }),
    catching('warm', { condition: '=warm' }),
    end('e'),
  ],
  ['s > work', 'work > paid', 'paid > rung', 'rung > rest', 'rest > warm', 'warm > e'],
);

describe('suspension', () => {
  it('should refuse what asks the instance to go on, and let it be ended', async () => {
    const world = await scenario(waiting);
    const key = world.start({ id: 'x' });
    expect(resume(world)?.code).toBe('INVALID_STATE');
    expect(suspend(world)).toBeNull();
    expect(suspend(world)?.code).toBe('INVALID_STATE');
    expect(world.completeJob('work')?.detail).toContain('it is suspended');
    expect(world.failJob('work', 1)?.code).toBe('INVALID_STATE');
    expect(world.modify({ terminate: [{ elementId: 'work' }] })?.code).toBe('INVALID_STATE');
    expect(world.setVariables({ a: 1 })).toBeNull();
    expect(world.variables()).toEqual({ id: 'x', a: 1 });
    expect(world.state().suspendedMs).toBe(world.now());
    expect(world.cancel(key)).toBeNull();
    expect(world.status()).toBe('TERMINATED');
  });

  it('should go on where it was, with what came meanwhile', async () => {
    const world = await scenario(waiting);
    world.start({ id: 'x' });
    world.completeJob('work');
    suspend(world);
    world.publish('paid', 'x', {}, 60_000);
    expect(world.active()).toEqual(['paid']);
    resume(world);
    expect(world.active()).toEqual(['rung']);
    suspend(world);
    world.broadcast('bell', { by: 'bell' });
    world.broadcast('bell', { by: 'second bell' });
    expect(world.active()).toEqual(['rung']);
    resume(world);
    expect(world.active()).toEqual(['rest']);
    expect(world.variables()).toMatchObject({ by: 'bell' });
    suspend(world);
    expect(world.advance(7_200_000)).toBe(0);
    expect(resume(world)).toBeNull();
    expect(world.advance(0)).toBe(1);
    suspend(world);
    world.setVariables({ warm: true });
    expect(world.active()).toEqual(['warm']);
    resume(world);
    expect(world.status()).toBe('COMPLETED');
  });

  it('should get the answer of a called process when it is resumed', async () => {
    const world = await scenario([
      model(
        'caller',
        [start('s'), callActivity('call', 'called'), userTask('after'), end('e')],
        ['s > call', 'call > after', 'after > e'],
      ),
      model('called', [start('cs'), userTask('inside'), end('ce')], ['cs > inside', 'inside > ce']),
    ]);
    world.start({}, 'caller');
    suspend(world);
    world.completeTask('inside', { result: 7 });
    expect(world.active()).toEqual(['call']);
    resume(world);
    expect(world.active()).toEqual(['after']);
    expect(world.variables()).toEqual({ result: 7 });
  });

  it('should stop a long step in the middle and finish it later', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `t${index}`);
    const world = await scenario(
      model(
        'long',
        [start('s'), ...names.map((name) => task(name)), end('e')],
        ['s > t0', ...names.slice(1).map((name, index) => `t${index} > ${name}`), 't29 > e'],
      ),
      { budget: 5 },
    );
    const key = world.startWithoutSettling();
    expect(world.status(key)).toBe('ACTIVE');
    expect(world.actWithoutSettling(key, { type: 'suspend-instance' })).toBeNull();
    const before = world.completed().length;
    world.settle();
    expect(world.completed()).toHaveLength(before);
    world.act(key, { type: 'resume-instance' });
    expect(world.status(key)).toBe('COMPLETED');
  });

  it('should leave any model as it is when it is suspended and resumed at every step', async () => {
    const rest = (world: World): void => {
      for (const [key, { state }] of world.instances) {
        if (state.status !== 'ACTIVE' || state.continuation.length > 0) continue;
        expect(world.run(key, { type: 'suspend-instance' })).toBeNull();
        expect(world.run(key, { type: 'resume-instance' })).toBeNull();
      }
    };
    for (const file of readdirSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'bpmn'))) {
      const xml = fixture(file.slice(0, -5));
      const rested = await play(xml, [], rest);
      const others = rested.filter((entry) => !/^(suspend|resume)-instance$/.test(entry.command.type));
      expect(others, file).toEqual(await play(xml, []));
    }
  });
});

describe('business id', () => {
  it('should be given once', async () => {
    const world = await scenario(waiting);
    world.start({ id: 'x' });
    expect(command(world, { type: 'assign-business-id', businessId: 'b-1' })).toBeNull();
    expect(command(world, { type: 'assign-business-id', businessId: 'b-1' })).toBeNull();
    expect(world.state().businessId).toBe('b-1');
    expect(command(world, { type: 'assign-business-id', businessId: 'b-2' })?.detail).toContain(`it has 'b-1'`);
  });
});
