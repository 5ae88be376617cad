import { end, exclusive, model, start } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('exclusive gateway', () => {
  it.each([
    [500, 'big'],
    [50, 'medium'],
    [5, 'small'],
  ])('should take the first flow whose condition holds, else the default: %i → %s', async (amount, elementId) => {
    const world = await scenario(fixture('exclusive-gateway'));
    world.start({ amount });
    expect(world.active()).toEqual([elementId]);
    world.completeTask(elementId);
    expect(world.status()).toBe('COMPLETED');
  });

  it('also, an incident on a gateway and its resolution: should raise one when no flow matches and evaluate again with the variables of the resolution', async () => {
    const world = await scenario(fixture('exclusive-gateway-without-default'));
    world.start({ way: 'c' });
    expect(world.find('x').instance.incident?.type).toBe('CONDITION_ERROR');
    world.resolve('x');
    expect(world.find('x').instance.incident?.type).toBe('CONDITION_ERROR');
    world.setVariables({ way: 'b' });
    world.resolve('x');
    expect(world.completed()).toEqual(['s', 'x', 'b']);
    expect(world.status()).toBe('COMPLETED');
  });

  it('should raise an incident for a condition that is neither true nor false', async () => {
    const world = await scenario(
      model('p', [start('s'), exclusive('x'), end('a'), end('b')], ['s > x', 'x > a : =flag', 'x > b : default']),
    );
    world.start({ flag: 'much' });
    expect(world.find('x').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
  });
});

describe('parallel gateway', () => {
  it('should activate all branches in model order and wait for all of them', async () => {
    const world = await scenario(fixture('parallel-gateway'));
    world.start();
    expect(world.active()).toEqual(['a', 'b', 'c']);
    world.completeJob('c');
    world.completeJob('a');
    expect(world.active()).toEqual(['b']);
    world.completeJob('b');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed().filter((id) => id === 'j')).toHaveLength(1);
  });

  it('rule 1: should take exactly one token of each flow and keep the surplus for the next round', async () => {
    const world = await scenario(fixture('parallel-join-with-surplus'));
    world.start();
    world.completeTask('a1');
    world.completeTask('a2');
    expect(world.active()).toEqual(['b1', 'b2']);
    expect(world.state().elements.get(world.state().key)?.parked?.get('j')).toEqual(new Map([['ma-j', 2]]));
    world.completeTask('b1');
    expect(world.active()).toEqual(['b2', 'after']);
    world.completeTask('b2');
    expect(world.active()).toEqual(['after', 'after']);
    world.completeTask('after');
    world.completeTask('after');
    expect(world.status()).toBe('COMPLETED');
  });

  it('also, two flows between the same two elements: should join them', async () => {
    const world = await scenario(fixture('two-flows-between-the-same-elements'));
    world.start();
    expect(world.completed()).toEqual(['s', 'f', 'j', 'e']);
  });

  it('also, two tokens inside the same activity: should work on each of them', async () => {
    const world = await scenario(fixture('two-tokens-in-one-activity'));
    world.start();
    expect(world.active()).toEqual(['t', 't']);
    world.completeTask('t');
    expect(world.status()).toBe('ACTIVE');
    world.completeTask('t');
    expect(world.status()).toBe('COMPLETED');
  });
});

describe('event-based gateway', () => {
  it('should go on at the message and close the other waits', async () => {
    const world = await scenario(fixture('event-based-gateway'));
    world.start({ id: 1 });
    expect(world.find('g').instance.waits?.size).toBe(4);
    world.publish('answer', '1', { got: true });
    expect(world.active()).toEqual(['afterMsg']);
    expect(world.variables()).toEqual({ id: 1, got: true });
    world.broadcast('stop');
    expect(world.active()).toEqual(['afterMsg']);
    world.completeTask('afterMsg');
    expect(world.completed()).toEqual(['s', 'g', 'msg', 'afterMsg', 'e']);
  });

  it.each([
    ['time', 'eTime'],
    ['sig', 'eSig'],
    ['recv', 'eRecv'],
  ])('should go on at %s', async (elementId, endId) => {
    const world = await scenario(fixture('event-based-gateway'));
    world.start({ id: 1 });
    if (elementId === 'time') world.advance(3_600_000);
    if (elementId === 'sig') world.broadcast('stop');
    if (elementId === 'recv') world.publish('letter', '1');
    expect(world.completed()).toEqual(['s', 'g', elementId, endId]);
    expect(world.status()).toBe('COMPLETED');
  });
});

describe('flows out of activities', () => {
  it('should take all flows of an implicit split and pass every token of an implicit merge', async () => {
    const world = await scenario(fixture('implicit-split-and-merge'));
    world.start();
    world.completeTask('a');
    world.completeTask('b');
    expect(world.active()).toEqual(['m', 'm']);
  });

  it.each([
    [{ wantA: true, wantB: true }, ['a', 'b']],
    [{ wantA: false, wantB: true }, ['b']],
    [{ wantA: false, wantB: false }, ['other']],
  ])('should take every flow whose condition holds, else the default: %j', async (variables, expected) => {
    const world = await scenario(fixture('conditional-flows-of-a-task'));
    world.start(variables);
    world.completeTask('t');
    expect(world.active()).toEqual(expected);
  });
});
