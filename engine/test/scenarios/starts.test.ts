import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('starts by events', () => {
  it('should start by any event of a multiple start event, an instance for each', async () => {
    const world = await scenario(fixture('start-multiple'));
    world.broadcast('alarm', { a: 1 });
    world.publish('begin', '');
    expect(world.active()).toEqual(['t', 't']);
    expect(world.variables()).toEqual({ a: 1 });
  });

  it('should start one instance when all events of a parallel multiple start event have happened', async () => {
    const world = await scenario(fixture('start-parallel-multiple'));
    world.broadcast('alarm');
    world.broadcast('alarm');
    expect(world.instanceKeys()).toEqual([]);
    world.publish('begin', '');
    expect(world.active()).toEqual(['t']);
  });

  it('should start by the message of an instantiating receive task', async () => {
    const world = await scenario(fixture('start-receive-task'));
    world.publish('order', 'x', { id: 'x' });
    expect(world.completed()).toContain('begin');
    expect(world.active()).toEqual(['t']);
  });

  it('should start by the first event behind an instantiating gateway', async () => {
    const world = await scenario(fixture('start-event-gateway'));
    world.publish('payment', 'x', { id: 'x' });
    expect(world.instanceKeys()).toHaveLength(1);
    expect(world.active()).toEqual(['t']);
  });

  it('should wait for the other events behind a parallel instantiating gateway', async () => {
    const world = await scenario(fixture('start-event-gateway-parallel'));
    world.publish('order', 'x', { id: 'x' });
    expect(world.instanceKeys()).toHaveLength(1);
    expect(world.active()).toEqual(['byTask']);
    world.publish('payment', 'x', { id: 'x' });
    expect(world.active()).toEqual(['t']);
  });

  it('rule 25: should reach every open subscription and every start event by a signal, each once', async () => {
    const world = await scenario([fixture('end-signal'), fixture('catch-signal').replaceAll('"go"', '"done"')]);
    const waiting = [world.start({}, 'catch-signal'), world.start({}, 'catch-signal')];
    world.start({ result: 5 }, 'teller');
    expect(waiting.map((key) => world.status(key))).toEqual(['COMPLETED', 'COMPLETED']);
    expect(world.active()).toEqual(['t']);
    expect(world.instanceKeys()).toHaveLength(4);
  });
});
