import { boundary, end, model, serviceTask, start, subProcess, userTask } from '@baton/fixtures/build-model';
import { eventSubProcess, multiInstance, triggeredStart } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const minute = 60_000;

describe('event sub-process', () => {
  it('rule 7: should interrupt its scope exactly once and close the subscriptions beside it', async () => {
    const world = await scenario(fixture('event-sub-process-multiple'));
    world.start({ id: 'x' });
    world.broadcast('alarm');
    expect(world.terminated()).toEqual(['work']);
    world.broadcast('alarm');
    world.publish('stop', 'x');
    expect(world.active().filter((id) => id === 'handle')).toHaveLength(1);
    world.completeTask('handle');
    expect(world.active()).toEqual(['after']);
  });

  it('rule 8: should complete its scope when it ends, with the variables of the scope', async () => {
    const world = await scenario(fixture('event-sub-process-message'));
    world.start({ id: 'x' });
    world.setVariables({ local: 1 }, 'scope', true);
    world.publish('stop', 'x');
    expect(world.active()).toEqual(['scope', 'handler', 'handle']);
    world.setVariables({ local: 2 }, 'handle');
    expect(world.variables()).toEqual({ id: 'x' });
    world.completeTask('handle');
    expect(world.active()).toEqual(['after']);
    expect(world.completed()).toContain('scope');
  });

  it('rule 8: should belong to one inner instance of a multi-instance sub-process', async () => {
    const inner = subProcess(
      'scope',
      [
        start('ss'),
        userTask('work'),
        end('done'),
        eventSubProcess(
          'handler',
          [triggeredStart('caught', { message: 'stop', key: '=item' }), userTask('handle'), end('handled')],
          ['caught > handle', 'handle > handled'],
        ),
      ],
      ['ss > work', 'work > done'],
    );
    const world = await scenario(
      model(
        'p',
        [start('s'), multiInstance(inner, { collection: '=items', element: 'item' }), end('e')],
        ['s > scope', 'scope > e'],
      ),
    );
    world.start({ items: ['a', 'b'] });
    world.publish('stop', 'b');
    expect([...world.active()].filter((id) => id === 'work' || id === 'handle').sort()).toEqual(['handle', 'work']);
    world.completeTask('handle');
    world.completeTask('work');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 9: should not catch an error that its own handler throws', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          subProcess(
            'scope',
            [
              start('ss'),
              serviceTask('work'),
              end('done'),
              eventSubProcess(
                'handler',
                [triggeredStart('caught', { error: 'KNOWN' }), end('again', { error: 'KNOWN' })],
                ['caught > again'],
              ),
            ],
            ['ss > work', 'work > done'],
          ),
          boundary('outside', 'scope', { error: 'KNOWN' }),
          userTask('repair'),
          end('e'),
          end('e2'),
        ],
        ['s > scope', 'scope > e', 'outside > repair', 'repair > e2'],
      ),
    );
    world.start();
    world.throwError('work', 'KNOWN');
    expect(world.active()).toEqual(['repair']);
    world.completeTask('repair');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 10: should catch before a boundary event of the same scope', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          subProcess(
            'scope',
            [
              start('ss'),
              serviceTask('work'),
              end('done'),
              eventSubProcess(
                'handler',
                [triggeredStart('caught', { error: 'KNOWN' }), userTask('handle'), end('handled')],
                ['caught > handle', 'handle > handled'],
              ),
            ],
            ['ss > work', 'work > done'],
          ),
          boundary('outside', 'scope', { error: 'KNOWN' }),
          userTask('repair'),
          end('e'),
          end('e2'),
        ],
        ['s > scope', 'scope > e', 'outside > repair', 'repair > e2'],
      ),
    );
    world.start();
    world.throwError('work', 'KNOWN');
    expect(world.active()).toEqual(['scope', 'handler', 'handle']);
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 11: should raise an incident for another code than the one it catches', async () => {
    const world = await scenario(fixture('event-sub-process-error'));
    world.start();
    world.throwError('work', 'OTHER');
    expect(world.find('work').instance.incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    world.resolve('work');
    world.throwError('work', 'KNOWN');
    world.completeTask('handle');
    expect(world.active()).toEqual(['after']);
  });

  it('should run beside its scope without interrupting it, as often as it is triggered', async () => {
    const world = await scenario(fixture('event-sub-process-message-non-interrupting'));
    world.start({ id: 'x' });
    world.publish('note', 'x');
    world.publish('note', 'x');
    expect(world.active().filter((id) => id === 'handle')).toHaveLength(2);
    world.completeJob('work');
    expect(world.active()).not.toContain('after');
    world.completeTask('handle');
    world.completeTask('handle');
    expect(world.active()).toEqual(['after']);
  });

  it('should interrupt when its timer is due, and not when the scope ended before', async () => {
    const world = await scenario(fixture('event-sub-process-timer'));
    world.start();
    expect(world.advance(60 * minute)).toBe(1);
    expect(world.active()).toEqual(['scope', 'handler', 'handle']);
    const other = await scenario(fixture('event-sub-process-timer'));
    other.start();
    other.completeJob('work');
    expect(other.advance(60 * minute)).toBe(0);
    expect(other.active()).toEqual(['after']);
  });

  it('rule 23: should repeat a non-interrupting cycle as often as it says', async () => {
    const world = await scenario(fixture('event-sub-process-timer-cycle'));
    world.start();
    for (let round = 0; round < 5; round += 1) world.advance(10 * minute);
    expect(world.active().filter((id) => id === 'handle')).toHaveLength(3);
    expect(world.active()).toContain('work');
  });

  it('should interrupt the process itself and complete it', async () => {
    const world = await scenario(fixture('event-sub-process-of-the-process'), { budget: 1 });
    world.start();
    world.broadcast('alarm');
    expect(world.terminated()).toEqual(['work']);
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should end with its scope when the instance is canceled', async () => {
    const world = await scenario(fixture('event-sub-process-signal'));
    const key = world.start();
    world.broadcast('alarm');
    world.cancel(key);
    expect(world.status()).toBe('TERMINATED');
    expect(world.active()).toEqual([]);
  });
});
