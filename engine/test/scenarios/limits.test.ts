import { end, exclusive, model, parallel, start, userTask } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/env.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const limits = { elementInstances: 100, collectionItems: 3, variableLength: 200 };

describe('limits', () => {
  it('should raise an incident for a collection that is too long, and go on when it is shorter', async () => {
    const world = await scenario(fixture('multi-instance-sequential'), { limits });
    world.start({ items: [1, 2, 3, 4] });
    expect(world.find('work').instance.incident?.message).toContain('at most 3');
    world.setVariables({ items: [1] });
    world.resolve('work');
    world.completeJob('work', { result: 1 });
    expect(world.active()).toEqual(['after']);
  });

  it('should have room for every item of the longest collection, and for what is around it', () => {
    expect(defaultLimits.elementInstances).toBeGreaterThanOrEqual(2 * defaultLimits.collectionItems);
  });

  it('should raise an incident for a token too many, and go on when others have completed', async () => {
    const world = await scenario(fixture('multi-instance-cardinality'), {
      limits: { ...limits, elementInstances: 5, collectionItems: 100 },
    });
    const key = world.start({ count: 4 });
    const { instance } = world.find('work', ({ incident }) => incident !== null);
    expect(instance.incident?.message).toContain('at most 5 element instances');
    expect(world.resolve('work')).toBeNull();
    expect(world.find('work', ({ incident }) => incident !== null)).toBeDefined();
    world.completeJob('work');
    expect(world.resolve('work')).toBeNull();
    while (world.jobs().length > 0) world.completeJob('work');
    expect(world.active()).toEqual(['after']);
    expect(world.state(key).elements.size).toBe(2);
  });

  it('should end an instance that a loop fills with tokens when it is canceled', async () => {
    const world = await scenario(
      model(
        'p',
        [start('s'), exclusive('m'), parallel('f'), userTask('t'), end('e')],
        ['s > m', 'm > f', 'f > m', 'f > t', 't > e'],
      ),
      { limits: { ...limits, elementInstances: 20 }, checkEveryStep: false },
    );
    const key = world.start();
    expect([...world.state(key).elements.values()].filter(({ incident }) => incident !== null)).toHaveLength(1);
    expect(world.state(key).elements.size).toBe(21);
    expect(world.cancel(key)).toBeNull();
    expect(world.status(key)).toBe('TERMINATED');
  });

  it('should refuse a variable that is too long and keep the job', async () => {
    const world = await scenario(fixture('standard-loop'), { limits });
    world.start({ again: false });
    expect(world.completeJob('work', { text: 'x'.repeat(300) })).not.toBeNull();
    expect(world.completeJob('work', { text: 'x' })).toBeNull();
    expect(world.status()).toBe('COMPLETED');
  });
});
