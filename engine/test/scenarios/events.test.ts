import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const minute = 60_000;

describe('start events', () => {
  it('should start by message and by signal with their variables', async () => {
    const byMessage = await scenario(fixture('start-message'));
    byMessage.publish('begin', '', { a: 1 });
    expect(byMessage.active()).toEqual(['t']);
    expect(byMessage.variables()).toEqual({ a: 1 });
    const bySignal = await scenario(fixture('start-signal'));
    bySignal.broadcast('begin', { b: 2 });
    expect(bySignal.variables()).toEqual({ b: 2 });
  });

  it('should begin at the start event that is asked for', async () => {
    const world = await scenario(fixture('start-several'));
    world.start();
    world.start({}, 'start-several', 'byTimer');
    expect(world.completed()).toEqual(['byHand', 'm', 'byTimer', 'm']);
    expect(() => world.start({}, 'start-several', 't')).toThrow(/to be a start event/);
  });

  it('should refuse to start by hand what only a message starts', async () => {
    const world = await scenario(fixture('start-message'));
    expect(() => world.start()).toThrow(/none start event/);
  });
});

describe('intermediate events', () => {
  it('should wait for a timer whose duration is an expression', async () => {
    const world = await scenario(fixture('catch-timer'));
    world.start({ pause: 'PT2M' });
    expect(world.advance(2 * minute - 1)).toBe(0);
    expect(world.active()).toEqual(['wait']);
    expect(world.advance(1)).toBe(1);
    expect(world.status()).toBe('COMPLETED');
  });

  it('should raise an incident for a timer that is none', async () => {
    const world = await scenario(fixture('catch-timer'));
    world.start({ pause: 'soon' });
    expect(world.find('wait').instance.incident?.message).toContain("found 'soon'");
    world.setVariables({ pause: 'PT1S' });
    world.resolve('wait');
    world.advance(1_000);
    expect(world.status()).toBe('COMPLETED');
  });

  it('should refuse a timer that is not due yet', async () => {
    const world = await scenario(fixture('catch-timer'));
    const key = world.start({ pause: 'PT1H' });
    const { instance } = world.find('wait');
    const [timer] = [...(instance.waits?.values() ?? [])];
    expect(
      world.act(key, { type: 'fire-timer', elementInstanceKey: instance.key, timerKey: timer!.key }),
    ).toMatchObject({ code: 'INVALID_STATE' });
  });

  it('should correlate a message by its key and map what it brings', async () => {
    const world = await scenario(fixture('catch-message'));
    world.start({ orderId: 'A1' });
    world.publish('paid', 'A2', { sum: 1 });
    world.publish('other', 'A1', { sum: 2 });
    expect(world.active()).toEqual(['wait']);
    world.publish('paid', 'A1', { sum: 3 });
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()).toEqual({ orderId: 'A1', amount: 3 });
  });

  it('should give a buffered message to a subscription that opens later', async () => {
    const world = await scenario(fixture('catch-message'));
    world.publish('paid', 'A1', { sum: 5 }, minute);
    world.start({ orderId: 'A1' });
    expect(world.variables()).toMatchObject({ amount: 5 });
  });

  it('should raise an incident for a correlation key that is null', async () => {
    const world = await scenario(fixture('catch-message'));
    world.start({});
    expect(world.find('wait').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
  });

  it('rule 25: should reach every open signal subscription once', async () => {
    const world = await scenario(fixture('catch-signal'));
    world.start();
    world.broadcast('go');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should send messages to other instances, with its inputs as their variables', async () => {
    const world = await scenario(fixture('throw-message'));
    const listener = world.start({ id: 7 }, 'listener');
    world.start({ id: 7, headline: 'hello', other: 1 }, 'thrower');
    expect(world.status(listener)).toBe('COMPLETED');
    expect(world.variables(listener)).toEqual({ id: 7, text: 'hello' });
  });

  it('should send and receive by tasks', async () => {
    const world = await scenario(fixture('send-and-receive'));
    world.start({ id: 1 }, 'sender');
    const receiver = world.start({ id: 1 }, 'receiver');
    expect(world.status(receiver)).toBe('COMPLETED');
  });

  it('should broadcast a signal to waiting instances and start events', async () => {
    const world = await scenario(fixture('throw-signal'));
    const waiter = world.start({}, 'waiter');
    world.start({}, 'thrower');
    expect(world.status(waiter)).toBe('COMPLETED');
    expect(world.active()).toEqual(['leave']);
    expect(world.variables(world.instanceKeys().at(-1))).toEqual({ floor: 3 });
  });

  it('also, link loops without a wait: should jump from a throwing link to its partner', async () => {
    const links = await scenario(fixture('link-events'));
    links.start();
    links.completeTask('a');
    expect(links.active()).toEqual(['b']);
    const loop = await scenario(fixture('link-loop'));
    loop.start({ n: 0 });
    expect(loop.status()).toBe('COMPLETED');
    expect(loop.variables()).toEqual({ n: 5 });
  });

  it('should pass a none throw event', async () => {
    const world = await scenario(fixture('throw-none'));
    world.start();
    expect(world.completed()).toEqual(['s', 'milestone', 'e']);
  });
});

describe('boundary events', () => {
  it('rule 7: should end the host when an interrupting timer fires, exactly once', async () => {
    const world = await scenario(fixture('boundary-timer'));
    const key = world.start();
    const { instance } = world.find('work');
    const jobKey = instance.job!.key;
    world.advance(60 * minute);
    expect(world.terminated()).toEqual(['work']);
    expect(world.active()).toEqual(['handle']);
    expect(
      world.act(key, { type: 'complete-job', elementInstanceKey: instance.key, jobKey, variables: {} }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(world.advance(600 * minute)).toBe(0);
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should close the boundary timer when the host completes first', async () => {
    const world = await scenario(fixture('boundary-timer'));
    world.start();
    world.completeJob('work');
    expect(world.status()).toBe('COMPLETED');
    expect(world.advance(600 * minute)).toBe(0);
  });

  it('rule 23: should fire a non-interrupting duration once and let the host live', async () => {
    const world = await scenario(fixture('boundary-timer-non-interrupting'));
    world.start();
    expect(world.advance(600 * minute)).toBe(1);
    expect(world.active()).toEqual(['work', 'handle']);
    world.completeJob('work');
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 23: should repeat a cycle as often as it says', async () => {
    const world = await scenario(fixture('boundary-timer-cycle'));
    world.start();
    expect(world.advance(10 * minute)).toBe(1);
    expect(world.advance(600 * minute)).toBe(2);
    expect(world.active()).toEqual(['work', 'handle', 'handle', 'handle']);
  });

  it('should interrupt by message and by signal, with what they bring', async () => {
    const byMessage = await scenario(fixture('boundary-message'));
    byMessage.start({ id: 'x' });
    byMessage.publish('stop', 'x', { why: 'enough' });
    expect(byMessage.active()).toEqual(['handle']);
    expect(byMessage.variables()).toEqual({ id: 'x', why: 'enough' });
    const bySignal = await scenario(fixture('boundary-signal'));
    bySignal.start();
    bySignal.broadcast('alarm');
    expect(bySignal.active()).toEqual(['handle']);
  });

  it('should catch several messages when it does not interrupt', async () => {
    const world = await scenario(fixture('boundary-message-non-interrupting'));
    world.start({ id: 'x' });
    world.publish('note', 'x');
    world.publish('note', 'x');
    expect(world.active()).toEqual(['work', 'handle', 'handle']);
  });

  it('rule 10: should prefer the exact error code to catch-all', async () => {
    const known = await scenario(fixture('boundary-error'));
    known.start();
    known.throwError('work', 'KNOWN', { detail: 1 });
    expect(known.active()).toEqual(['handleKnown']);
    expect(known.variables()).toEqual({ detail: 1 });
    const any = await scenario(fixture('boundary-error'));
    any.start();
    any.throwError('work', 'OTHER');
    expect(any.active()).toEqual(['handleAny']);
  });

  it('should leave a sub-process by its error boundary and end what ran inside', async () => {
    const world = await scenario(fixture('error-from-sub-process'));
    world.start();
    world.completeJob('risky');
    expect(world.active()).toEqual(['repair']);
    expect(world.terminated().sort()).toEqual(['beside', 'sub', 'thrown']);
  });

  it('rule 11: should raise an incident for an error that nobody catches, which can be resolved', async () => {
    const world = await scenario(fixture('error-uncaught'));
    const key = world.start();
    world.throwError('work', 'LOST');
    expect(world.find('work').instance.incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    expect(world.completeJob('work')).toMatchObject({ code: 'INVALID_STATE' });
    world.resolve('work');
    expect(world.completeJob('work')).toBeNull();
    expect(world.find('thrown').instance.incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    world.resolve('thrown');
    expect(world.find('thrown').instance.incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    expect(world.cancel(key)).toBeNull();
    expect(world.status()).toBe('TERMINATED');
  });
});

describe('races', () => {
  it('rule 24: should refuse the loser of two events that race for one scope', async () => {
    const world = await scenario(fixture('boundary-message'));
    const key = world.start({ id: 'x' });
    const { instance } = world.find('work');
    const [wait] = [...(instance.waits?.values() ?? [])];
    world.completeJob('work');
    const late = { elementInstanceKey: instance.key, subscriptionKey: wait!.key, messageKey: wait!.key, variables: {} };
    expect(world.act(key, { type: 'correlate-message', ...late })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
