import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('multiple event', () => {
  it.each(['signal', 'message'])('should happen by any of its events (%s)', async (by) => {
    const world = await scenario(fixture('catch-multiple'));
    world.start({ id: 'x' });
    if (by === 'signal') world.broadcast('alarm');
    else world.publish('stop', 'x');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should happen by all of its events when it is parallel, each counted once', async () => {
    const world = await scenario(fixture('catch-parallel-multiple'), { budget: 1 });
    world.start({ id: 'x' });
    world.broadcast('alarm');
    world.broadcast('alarm');
    expect(world.active()).toEqual(['wait']);
    world.publish('stop', 'x');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 7: should interrupt its host once at a boundary', async () => {
    const world = await scenario(fixture('boundary-multiple'));
    world.start({ id: 'x' });
    world.publish('stop', 'x');
    world.broadcast('alarm');
    expect(world.terminated()).toEqual(['work']);
    expect(world.active()).toEqual(['handle']);
  });

  it('should let the host live beside a parallel multiple boundary that does not interrupt', async () => {
    const world = await scenario(fixture('boundary-parallel-multiple'));
    world.start({ id: 'x' });
    world.publish('stop', 'x');
    expect(world.active()).toEqual(['work']);
    world.broadcast('alarm');
    expect(world.active()).toEqual(['work', 'handle']);
  });

  it('should throw all of its events', async () => {
    const world = await scenario(fixture('throw-multiple'));
    world.start({ id: 'x' });
    world.completeTask('wait');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).toEqual(expect.arrayContaining(['hear', 'read', 'tell', 'all']));
  });
});
