import { end, model, parallel, start, subProcess, userTask } from '@baton/fixtures/build-model';
import { multiInstance } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const minute = 60_000;

describe('multi-instance', () => {
  it('rule 21: should freeze the collection at activation', async () => {
    const world = await scenario(fixture('multi-instance-sequential'));
    world.start({ items: [1, 2] });
    world.setVariables({ items: [1, 2, 3, 4] });
    world.completeJob('work', { result: 'a' });
    world.completeJob('work', { result: 'b' });
    expect(world.active()).toEqual(['after']);
    expect(world.variables()['results']).toEqual(['a', 'b']);
  });

  it.each(['multi-instance-sequential', 'multi-instance-parallel'])(
    'rule 21: should complete at once with an empty collection (%s)',
    async (name) => {
      const world = await scenario(fixture(name));
      world.start({ items: [], stopEarly: false });
      expect(world.active()).toEqual(['after']);
      expect(world.variables()['results']).toEqual([]);
    },
  );

  it('rule 21: should cancel the rest when the completion condition becomes true', async () => {
    const world = await scenario(fixture('multi-instance-parallel'));
    world.start({ items: [1, 2, 3], stopEarly: true });
    world.completeJob('work', { result: 'a' });
    expect(world.jobs()).toHaveLength(2);
    world.completeJob('work', { result: 'b' });
    expect(world.active()).toEqual(['after']);
    expect(world.terminated()).toEqual(['work']);
    expect(world.variables()['results']).toEqual(['a', 'b', null]);
  });

  it('rule 21: should count instances and name the one that has completed in the completion condition', async () => {
    const counted = (condition: string) =>
      model(
        'p',
        [
          start('s'),
          multiInstance(userTask('work'), {
            collection: '=items',
            element: 'item',
            completionCondition: condition,
          }),
          userTask('after'),
          end('e'),
        ],
        ['s > work', 'work > after', 'after > e'],
      );
    const sums =
      '=numberOfInstances = 4 and numberOfActiveInstances + numberOfCompletedInstances = 4 and numberOfTerminatedInstances = 0';
    const byCount = await scenario(counted(`${sums} and numberOfActiveInstances = 1`));
    byCount.start({ items: [1, 2, 3, 4] });
    for (const left of [3, 2]) {
      byCount.completeTask('work');
      expect(byCount.active().filter((id) => id === 'work')).toHaveLength(left + 1);
    }
    byCount.completeTask('work');
    expect(byCount.active()).toEqual(['after']);
    expect(byCount.terminated()).toEqual(['work']);

    const byCounter = await scenario(counted('=loopCounter = 2 and item = "b"'));
    const key = byCounter.start({ items: ['a', 'b', 'c'] });
    byCounter.completeTask('work');
    expect(byCounter.active()).toContain('work');
    const second = [...byCounter.state(key).elements.values()].find(({ loopCounter }) => loopCounter === 2)!;
    const names = ['loopCounter', 'item'] as const;
    expect(names.map((name) => second.variables?.get(name)?.value)).toEqual([2, 'b']);
    byCounter.completeTask('work');
    expect(byCounter.active()).toEqual(['after']);
  });

  it('rule 22: should put each output into the slot of its item and leak nothing', async () => {
    const world = await scenario(fixture('multi-instance-parallel'));
    const key = world.start({ items: ['x', 'y', 'z'], stopEarly: false });
    const inner = [...world.state(key).elements.values()].filter((each) => each.job !== null).reverse();
    for (const [index, each] of inner.entries()) {
      const jobKey = each.job!.key;
      world.act(key, {
        type: 'complete-job',
        elementInstanceKey: each.key,
        jobKey,
        variables: { result: `r${String(index)}` },
      });
    }
    expect(world.variables()).toEqual({ items: ['x', 'y', 'z'], stopEarly: false, results: ['r2', 'r1', 'r0'] });
  });

  it('rule 14: should end only one inner instance with a terminate end event', async () => {
    const inner = subProcess(
      'each',
      [start('is'), parallel('f'), userTask('stop'), userTask('other'), end('t', { terminate: true }), end('ie')],
      ['is > f', 'f > stop', 'f > other', 'stop > t', 'other > ie'],
    );
    const world = await scenario(
      model(
        'p',
        [start('s'), multiInstance(inner, { cardinality: '=2' }), userTask('after'), end('e')],
        ['s > each', 'each > after', 'after > e'],
      ),
    );
    world.start();
    world.completeTask('stop');
    expect(world.terminated()).toEqual(['other']);
    expect(world.active().filter((id) => id === 'stop' || id === 'other')).toHaveLength(2);
    world.completeTask('stop');
    expect(world.active()).toEqual(['after']);
  });

  it('should run as often as the cardinality says, each for itself', async () => {
    const world = await scenario(fixture('multi-instance-cardinality'), { budget: 1 });
    world.start({ count: 3 });
    expect(world.jobs()).toHaveLength(3);
    for (let each = 0; each < 3; each += 1) world.completeJob('work');
    expect(world.active()).toEqual(['after']);
  });

  it('should raise an incident for a collection that is none, and try again when it is resolved', async () => {
    const world = await scenario(fixture('multi-instance-sequential'));
    world.start({ items: 'many' });
    expect(world.find('work').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
    world.setVariables({ items: [1] });
    world.resolve('work');
    world.completeJob('work', { result: 1 });
    expect(world.active()).toEqual(['after']);
  });

  it('rule 7: should interrupt all inner instances by a boundary event of the whole', async () => {
    const world = await scenario(fixture('multi-instance-boundary'));
    world.start({ items: [1, 2], id: 'x' });
    world.advance(10 * minute);
    expect(world.active().filter((id) => id === 'reminded')).toHaveLength(1);
    world.publish('stop', 'x');
    expect([...world.active()].sort()).toEqual(['handle', 'reminded']);
    expect(world.jobs()).toEqual([]);
  });

  it('should throw the event of its behavior when the first inner instance completes', async () => {
    const world = await scenario(fixture('multi-instance-behavior'));
    world.start({ items: [1, 2, 3] });
    world.completeJob('work');
    expect(world.active()).toContain('noticed');
    world.completeJob('work');
    world.completeJob('work');
    expect(world.active()).toEqual(['noticed']);
  });

  it('should leave nothing behind when it is canceled', async () => {
    const world = await scenario(fixture('multi-instance-parallel'), { budget: 1 });
    const key = world.start({ items: [1, 2, 3], stopEarly: false });
    world.completeJob('work');
    world.cancel(key);
    expect(world.status()).toBe('TERMINATED');
  });
});

describe('standard loop', () => {
  it('should run once before it looks at the condition', async () => {
    const world = await scenario(fixture('standard-loop'));
    world.start({ again: true });
    world.completeJob('work');
    expect(world.jobs()).toHaveLength(1);
    world.completeJob('work', { again: false });
    expect(world.status()).toBe('COMPLETED');
  });

  it('should not run at all when it looks before and the condition does not hold', async () => {
    const world = await scenario(fixture('standard-loop-test-before'));
    world.start({ n: 0, wanted: -1 });
    expect(world.active()).toEqual(['after']);
    expect(world.variables()['n']).toBe(0);
  });

  it('should stop at its maximum', async () => {
    const world = await scenario(fixture('standard-loop-test-before'));
    world.start({ n: 0, wanted: 100 });
    expect(world.variables()['n']).toBe(5);
  });
});
