import {
  boundary,
  callActivity,
  collaboration,
  end,
  model,
  parallel,
  serviceTask,
  start,
  subProcess,
  throwing,
  userTask,
} from '@baton/fixtures/build-model';
import { handler } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const undoable = (id: string) => [
  serviceTask(id),
  boundary(`${id}Done`, id, { compensation: null }),
  handler(serviceTask(`undo${id}`)),
];

describe('compensation', () => {
  it('rule 17: should run handlers in reverse order of completion and wait for each', async () => {
    const world = await scenario(fixture('throw-compensation'));
    world.start({ n: 1 });
    for (const id of ['Hotel', 'Flight', 'Car']) world.completeJob(id);
    expect(world.jobs()).toEqual(['undoCar:undoCar']);
    world.completeJob('undoCar');
    expect(world.jobs()).toEqual(['undoFlight:undoFlight']);
    world.completeJob('undoFlight');
    expect(world.active()).not.toContain('after');
    world.completeJob('undoHotel');
    expect(world.active()).toEqual(['after']);
    world.completeTask('after');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 17: should undo what completed last first, also among parallel activities', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          ...undoable('A'),
          ...undoable('B'),
          parallel('j'),
          throwing('undo', { compensation: null }),
          end('e'),
        ],
        ['s > f', 'f > A', 'f > B', 'A > j', 'B > j', 'j > undo', 'undo > e', 'ADone ~ undoA', 'BDone ~ undoB'],
      ),
    );
    world.start();
    world.completeJob('B');
    world.completeJob('A');
    expect(world.jobs()).toContain('undoA:undoA');
    world.completeJob('undoA');
    world.completeJob('undoB');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 18: should undo only what has completed', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          ...undoable('A'),
          ...undoable('B'),
          userTask('go'),
          end('a'),
          end('b'),
          throwing('undo', { compensation: null }),
          userTask('after'),
          end('e'),
        ],
        [
          's > f',
          'f > A',
          'f > B',
          'f > go',
          'A > a',
          'B > b',
          'go > undo',
          'undo > after',
          'after > e',
          'ADone ~ undoA',
          'BDone ~ undoB',
        ],
      ),
    );
    world.start();
    world.completeJob('A');
    world.completeTask('go');
    expect([...world.jobs()].sort()).toEqual(['B:B', 'undoA:undoA']);
    world.completeJob('undoA');
    expect([...world.active()].sort()).toEqual(['B', 'after']);
    world.completeJob('B');
    world.completeTask('after');
    expect(world.completed()).not.toContain('undoB');
    expect(world.status()).toBe('COMPLETED');
  });

  it.each([undefined, 1])('rule 18: should undo every completion of a loop once (budget %s)', async (budget) => {
    const world = await scenario(fixture('compensation-in-loop'), { budget });
    world.start({ n: 1 });
    for (let round = 0; round < 3; round += 1) world.completeJob('Hotel');
    for (let round = 0; round < 3; round += 1) {
      expect(world.jobs()).toEqual(['undoHotel:undoHotel']);
      world.completeJob('undoHotel');
    }
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed().filter((id) => id === 'undoHotel')).toHaveLength(3);
  });

  it('rule 18: should undo each inner instance of a completed multi-instance activity once', async () => {
    const world = await scenario(fixture('compensation-multi-instance'));
    world.start({ items: ['x', 'y'] });
    world.completeJob('Hotel');
    world.completeJob('Hotel');
    for (let each = 0; each < 2; each += 1) world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed().filter((id) => id === 'undoHotel')).toHaveLength(2);
  });

  it('rule 19: should show a handler the local variables as they were, and the living ones outside', async () => {
    const sub = subProcess(
      'trip',
      [start('is'), userTask('choose'), ...undoable('Hotel'), end('ie')],
      ['is > choose', 'choose > Hotel', 'Hotel > ie', 'HotelDone ~ undoHotel'],
      { inputs: { place: '="Rome"' } },
    );
    const xml = model(
      'p',
      [start('s'), sub, userTask('later'), throwing('undo', { compensation: null }), end('e')],
      ['s > trip', 'trip > later', 'later > undo', 'undo > e'],
    ).replace(/type="undoHotel"/, 'type="=place + &#34; &#34; + outer"');
    const world = await scenario(xml);
    world.start({ outer: 'old' });
    world.setVariables({ place: 'Oslo' }, 'trip', true);
    world.completeTask('choose');
    world.completeJob('Hotel');
    world.setVariables({ outer: 'new' });
    world.completeTask('later');
    expect(world.jobs()).toEqual(['undoHotel:Oslo new']);
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 20: should compensate the whole throwing scope without an activity, nested scopes too', async () => {
    const world = await scenario(fixture('compensation-nested'));
    world.start({ n: 1 });
    for (const id of ['Hotel', 'Flight', 'Car', 'undoCar', 'undoFlight', 'undoHotel']) world.completeJob(id);
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 20: should never reach into called processes', async () => {
    const callee = {
      id: 'callee',
      parts: [start('cs'), ...undoable('Hotel'), end('ce')],
      flows: ['cs > Hotel', 'Hotel > ce', 'HotelDone ~ undoHotel'],
    };
    const caller = {
      id: 'caller',
      parts: [start('s'), callActivity('call', 'callee'), throwing('undo', { compensation: null }), end('e')],
      flows: ['s > call', 'call > undo', 'undo > e'],
    };
    const world = await scenario(collaboration([caller, callee]));
    const key = world.start({}, 'caller');
    world.completeJob('Hotel');
    expect(world.status(key)).toBe('COMPLETED');
    expect(world.completed()).not.toContain('undoHotel');
  });

  it('rule 20: should compensate the parent of the event sub-process that throws', async () => {
    const world = await scenario(fixture('compensation-event-sub-process'));
    world.start({ n: 1 });
    world.completeJob('Hotel');
    expect(world.jobs()).toEqual(['refund:refund']);
    world.completeJob('refund');
    expect(world.jobs()).toEqual(['undoHotel:undoHotel']);
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).toContain('undone');
  });

  it('should compensate one activity and go on at once when the throw does not wait', async () => {
    const world = await scenario(fixture('throw-compensation-activity'));
    world.start({ n: 1 });
    world.completeJob('Hotel');
    world.completeJob('Flight');
    expect([...world.active()].sort()).toEqual(['after', 'undoHotel']);
    world.completeTask('after');
    expect(world.status()).toBe('ACTIVE');
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).not.toContain('undoFlight');
  });

  it('should end only after the handlers of a compensation end event', async () => {
    const world = await scenario(fixture('end-compensation'));
    world.start({ n: 1 });
    world.completeJob('Hotel');
    expect(world.status()).toBe('ACTIVE');
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should hold a compensation at the incident of a handler until it is resolved', async () => {
    const world = await scenario(fixture('end-compensation'));
    world.start({ n: 1 });
    world.completeJob('Hotel');
    world.failJob('undoHotel', 0);
    expect(world.find('undoHotel').instance.incident?.type).toBe('JOB_NO_RETRIES');
    world.updateRetries('undoHotel', 1);
    world.resolve('undoHotel');
    world.completeJob('undoHotel');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should leave nothing behind when an instance is canceled while it compensates', async () => {
    const world = await scenario(fixture('throw-compensation'), { budget: 1 });
    const key = world.start({ n: 1 });
    for (const id of ['Hotel', 'Flight', 'Car']) world.completeJob(id);
    expect(world.cancel(key)).toBeNull();
    expect(world.status()).toBe('TERMINATED');
    expect(world.active()).toEqual([]);
  });
});
