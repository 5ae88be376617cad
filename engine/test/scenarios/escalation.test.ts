import { boundary, end, model, serviceTask, start, subProcess, userTask } from '@baton/fixtures/build-model';
import { eventSubProcess, triggeredStart } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('escalation', () => {
  it('rule 12: should let a throw go on beside a non-interrupting catch', async () => {
    const world = await scenario(fixture('boundary-escalation'));
    world.start({ reason: 'slow' });
    expect([...world.active()].sort()).toEqual(['handle', 'scope', 'work']);
    world.completeTask('work');
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });

  it('rule 12: should discard the throwing token by an interrupting catch', async () => {
    const world = await scenario(fixture('boundary-escalation-interrupting'), { budget: 1 });
    world.start({ reason: 'slow' });
    expect(world.active()).toEqual(['handle']);
    expect(world.terminated()).toContain('scope');
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).not.toContain('work');
  });

  it('rule 12: should go on when nobody catches it, and end by an end event', async () => {
    const world = await scenario(fixture('call-activity-escalation'));
    const key = world.start({}, 'callee');
    expect(world.active()).toEqual(['work']);
    world.completeTask('work');
    expect(world.status(key)).toBe('COMPLETED');
    expect(world.completed()).toContain('ce');
  });

  it('rule 12: should cross call activities', async () => {
    const world = await scenario(fixture('call-activity-escalation'));
    const key = world.start({}, 'caller');
    expect([...world.active()].sort()).toEqual(['call', 'handle', 'work']);
    world.completeTask('work');
    expect(world.active()).toEqual(['handle', 'handle']);
    world.completeTask('handle');
    world.completeTask('handle');
    expect(world.status(key)).toBe('COMPLETED');
  });

  it('rule 13: should reach the outer boundary from an error event sub-process', async () => {
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
                [triggeredStart('caught', { error: 'KNOWN' }), end('raise', { escalation: 'LATE' })],
                ['caught > raise'],
              ),
            ],
            ['ss > work', 'work > done'],
          ),
          boundary('outside', 'scope', { escalation: 'LATE' }),
          userTask('told'),
          end('e'),
          end('e2'),
        ],
        ['s > scope', 'scope > e', 'outside > told', 'told > e2'],
      ),
    );
    world.start();
    world.throwError('work', 'KNOWN');
    expect(world.active()).toEqual(['told']);
  });

  it('should be caught by an event sub-process of its scope, which the scope waits for', async () => {
    const world = await scenario(fixture('event-sub-process-escalation'));
    world.start();
    world.completeJob('work');
    expect(world.active()).toEqual(['scope', 'handler', 'handle']);
    world.completeTask('handle');
    expect(world.status()).toBe('COMPLETED');
  });
});
