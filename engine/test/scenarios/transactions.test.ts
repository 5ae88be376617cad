import { boundary, end, exclusive, model, serviceTask, start, userTask } from '@baton/fixtures/build-model';
import { handler, multiInstance, transaction } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const begun = async (refused: boolean, budget?: number) => {
  const world = await scenario(fixture('transaction-cancel'), { budget });
  const key = world.start({ n: 1, refused });
  world.completeJob('Hotel');
  return { world, key };
};

describe('transaction', () => {
  it.each([undefined, 1])(
    'rule 15: should stop what runs, compensate, wait, and leave by the cancel boundary (budget %s)',
    async (budget) => {
      const { world } = await begun(true, budget);
      world.completeJob('pay');
      expect(world.terminated()).toContain('beside');
      expect(world.jobs()).toEqual(['undoHotel:undoHotel']);
      expect(world.active()).not.toContain('tell');
      world.completeJob('undoHotel');
      expect(world.active()).toEqual(['tell']);
      world.completeTask('tell');
      expect(world.status()).toBe('COMPLETED');
      expect(world.completed()).not.toContain('order');
    },
  );

  it('rule 15: should refuse a cancel end event whose transaction has no cancel boundary', async () => {
    const compiled = await compileBpmn(
      model(
        'p',
        [
          start('s'),
          transaction(
            'order',
            [start('is'), serviceTask('pay'), end('refused', { cancel: true })],
            ['is > pay', 'pay > refused'],
          ),
          end('e'),
        ],
        ['s > order', 'order > e'],
      ),
    );
    expect(compiled.ok).toBe(false);
    expect(compiled.ok ? [] : compiled.problems.map((each) => each.elementId)).toEqual(['order']);
  });

  it('rule 16: should leave at once by the error boundary, without compensation', async () => {
    const { world } = await begun(false);
    world.throwError('pay', 'DECLINED');
    expect(world.active()).toEqual(['repair']);
    expect(world.jobs()).toEqual([]);
    expect(world.completed()).not.toContain('undoHotel');
  });

  it('rule 15: should cancel one inner instance of a multi-instance transaction and undo only what that one did', async () => {
    const each = transaction(
      'order',
      [
        start('is'),
        serviceTask('Hotel'),
        boundary('HotelDone', 'Hotel', { compensation: null }),
        handler(serviceTask('undoHotel', { inputs: { room: '=item' } })),
        userTask('decide'),
        exclusive('x'),
        end('paid'),
        end('refused', { cancel: true }),
      ],
      [
        'is > Hotel',
        'Hotel > decide',
        'decide > x',
        'x > refused : =refused',
        'x > paid : default',
        'HotelDone ~ undoHotel',
      ],
    );
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          multiInstance(each, { collection: '=items', element: 'item' }),
          boundary('canceled', 'order', { cancel: true }),
          userTask('tell'),
          end('e'),
          end('e2'),
        ],
        ['s > order', 'order > e', 'canceled > tell', 'tell > e2'],
      ),
    );
    world.start({ items: ['a', 'b'], refused: false });
    world.completeJob('Hotel');
    world.completeJob('Hotel');
    world.completeTask('decide', { refused: true });
    expect(world.jobs()).toEqual(['undoHotel:undoHotel']);
    expect(world.find('undoHotel').instance.variables?.get('room')?.value).toBe('a');
    world.completeJob('undoHotel');
    expect(world.active()).toEqual(['tell']);
    expect(world.completed()).not.toContain('order');
    world.completeTask('tell');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should complete as a sub-process does when nothing is canceled', async () => {
    const { world } = await begun(false);
    world.completeJob('pay');
    expect(world.status()).toBe('ACTIVE');
    world.completeTask('beside');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).toContain('order');
  });

  it('should wait at the incident of a handler before it leaves', async () => {
    const { world } = await begun(true);
    world.completeJob('pay');
    world.failJob('undoHotel', 0);
    expect(world.active()).not.toContain('tell');
    world.updateRetries('undoHotel', 1);
    world.resolve('undoHotel');
    world.completeJob('undoHotel');
    expect(world.active()).toEqual(['tell']);
  });

  it('should end when the instance is canceled while its handlers run', async () => {
    const { world, key } = await begun(true);
    world.completeJob('pay');
    world.cancel(key);
    expect(world.status()).toBe('TERMINATED');
    expect(world.active()).toEqual([]);
  });
});
