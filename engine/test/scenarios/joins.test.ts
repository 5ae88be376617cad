import {
  boundary,
  catching,
  end,
  exclusive,
  inclusive,
  model,
  parallel,
  start,
  subProcess,
  task,
  userTask,
} from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('parallel join', () => {
  it('rule 1: should not fire by two tokens on one flow', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          userTask('a'),
          userTask('b'),
          userTask('c'),
          exclusive('m'),
          parallel('j'),
          end('e'),
        ],
        ['s > f', 'f > a', 'f > b', 'f > c', 'a > m', 'b > m', 'm > j', 'c > j', 'j > e'],
      ),
    );
    world.start();
    world.completeTask('a');
    world.completeTask('b');
    expect(world.active()).toEqual(['c']);
    expect(world.completed()).not.toContain('j');
  });

  it('rule 2: should be stuck visibly when a flow never gets its token, and end by cancel', async () => {
    const world = await scenario(fixture('stuck-join'));
    const key = world.start({ wantA: true });
    world.completeTask('a');
    expect(world.status()).toBe('ACTIVE');
    const withIncident = [...world.state(key).elements.values()].filter((each) => each.incident !== null);
    expect(withIncident.map((each) => each.elementId)).toEqual(['stuck-join']);
    world.cancel(key);
    expect(world.status()).toBe('TERMINATED');
  });

  it('rule 2: should let the instance end after every round of a join in a loop', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          exclusive('m'),
          parallel('f'),
          task('a'),
          task('b'),
          parallel('j'),
          userTask('more'),
          exclusive('x'),
          end('e'),
        ],
        [
          's > m',
          'm > f',
          'f > a',
          'f > b',
          'a > j',
          'b > j',
          'j > more',
          'more > x',
          'x > m : =again',
          'x > e : default',
        ],
      ),
    );
    world.start({ again: true });
    world.completeTask('more');
    world.completeTask('more', { again: false });
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed().filter((id) => id === 'j')).toHaveLength(2);
  });

  it('also, two flows between the same two elements: should count each of them', async () => {
    const world = await scenario(fixture('two-flows-between-the-same-elements'));
    world.start();
    for (const id of world.active()) world.completeTask(id);
    expect(world.status()).toBe('COMPLETED');
  });
});

describe('inclusive join', () => {
  it('rule 3: should wait for exactly the branches that were taken', async () => {
    const world = await scenario(fixture('inclusive-gateway'));
    world.start({ wantA: true, wantB: true });
    expect(world.active()).toEqual(['a', 'b']);
    world.completeTask('a');
    expect(world.active()).toEqual(['b']);
    world.completeTask('b');
    expect(world.active()).toEqual(['after']);
    world.completeTask('after');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 3: should fire by the one branch that was taken', async () => {
    const world = await scenario(fixture('inclusive-gateway'), { budget: 1 });
    world.start({ wantA: false, wantB: false });
    expect(world.active()).toEqual(['c']);
    world.completeTask('c');
    expect(world.active()).toEqual(['after']);
  });

  it('rule 3: should not wait for a token that can also reach a flow which holds one', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          userTask('a'),
          userTask('b'),
          exclusive('x'),
          exclusive('m'),
          inclusive('j'),
          userTask('after'),
          end('e'),
        ],
        [
          's > f',
          'f > a',
          'f > b',
          'a > m',
          'm > j',
          'b > x',
          'x > m : =toFirst',
          'x > j : default',
          'j > after',
          'after > e',
        ],
      ),
    );
    world.start({ toFirst: false });
    world.completeTask('a');
    expect([...world.active()].sort()).toEqual(['after', 'b']);
  });

  it.each([undefined, 1])('rule 3: should fire beside a loop that never ends (budget %s)', async (budget) => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          subProcess(
            'sub',
            [start('is'), exclusive('m'), parallel('f'), exclusive('x'), inclusive('j'), end('t', { terminate: true })],
            ['is > m', 'm > f', 'f > x', 'f > j', 'x > j : =never', 'x > m : default', 'j > t'],
          ),
          userTask('after'),
          end('e'),
        ],
        ['s > sub', 'sub > after', 'after > e'],
      ),
      { budget, checkEveryStep: false },
    );
    world.start({ never: false });
    expect(world.active()).toEqual(['after']);
  });

  it('rule 4: should be looked at again when a boundary event takes the awaited token away', async () => {
    const world = await scenario(fixture('inclusive-join-and-boundary'));
    world.start({ id: 'x' });
    world.completeTask('a');
    expect(world.active()).toEqual(['b', 'inside']);
    world.publish('stop', 'x');
    expect([...world.active()].sort()).toEqual(['after', 'aside']);
  });

  it('rule 5: should wait for a token that reaches it only through a boundary event', async () => {
    const xml = model(
      'p',
      [
        start('s'),
        parallel('f'),
        userTask('a'),
        userTask('b'),
        boundary('stop', 'b', { message: 'stop', key: '=id' }),
        inclusive('j'),
        userTask('after'),
        end('e'),
        end('e2'),
      ],
      ['s > f', 'f > a', 'f > b', 'a > j', 'b > e2', 'stop > j', 'j > after', 'after > e'],
    );
    const world = await scenario(xml);
    world.start({ id: 'x' });
    world.completeTask('a');
    expect(world.active()).toEqual(['b']);
    world.publish('stop', 'x');
    expect(world.active()).toEqual(['after']);
    const other = await scenario(xml);
    other.start({ id: 'x' });
    other.completeTask('a');
    other.completeTask('b');
    expect(other.active()).toEqual(['after']);
  });

  it('should wait for a token at an event on the way', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          userTask('a'),
          catching('c', { signal: 'go' }),
          inclusive('j'),
          userTask('after'),
          end('e'),
        ],
        ['s > f', 'f > a', 'f > c', 'a > j', 'c > j', 'j > after', 'after > e'],
      ),
    );
    world.start();
    world.completeTask('a');
    expect(world.active()).toEqual(['c']);
    world.broadcast('go');
    expect(world.active()).toEqual(['after']);
  });
});

describe('complex gateway', () => {
  it('should fire when its condition holds and reset when the rest has come', async () => {
    const world = await scenario(fixture('complex-gateway'));
    world.start();
    world.completeTask('a');
    expect([...world.active()].sort()).toEqual(['b', 'c']);
    world.completeTask('b');
    expect([...world.active()].sort()).toEqual(['c', 'first']);
    world.completeTask('c');
    expect([...world.active()].sort()).toEqual(['first', 'rest']);
    world.completeTask('first');
    world.completeTask('rest');
    expect(world.status()).toBe('COMPLETED');
  });
});
