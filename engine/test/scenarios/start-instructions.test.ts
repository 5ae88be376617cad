import { boundary, end, model, serviceTask, start, subProcess, userTask } from '@baton/fixtures/build-model';
import { eventSubProcess, multiInstance, triggeredStart } from '@baton/fixtures/build-scopes';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const review = (processListener = '') =>
  model(
    'review',
    [
      start('s', { message: 'begin' }),
      serviceTask('first'),
      subProcess(
        'inside',
        [
          start('is'),
          userTask('deep'),
          eventSubProcess('onStop', [triggeredStart('stop', { message: 'stop', key: '=id' }), end('x')], ['stop > x']),
          end('ie'),
        ],
        ['is > deep', 'deep > ie'],
      ),
      multiInstance(subProcess('each', [start('es'), userTask('one'), end('ee')], ['es > one', 'one > ee']), {
        cardinality: '=2',
      }),
      boundary('late', 'each', { timer: 'timeDuration', value: 'PT1H' }),
      userTask('last'),
      end('e'),
    ],
    ['s > first', 'first > inside', 'inside > each', 'each > last', 'late > last', 'last > e'],
    processListener,
  );

describe('start instructions', () => {
  it('should begin at the elements that they name, and nowhere else', async () => {
    const world = await scenario(review());
    world.startAt({ startInstructions: ['deep', 'last'], variables: { id: 'x' } });
    expect(world.active()).toEqual(['inside', 'deep', 'last']);
    expect(world.completed()).toEqual([]);
    world.publish('stop', 'x');
    world.completeTask('last');
    expect(world.terminated()).toEqual(['deep']);
  });

  it('should wait for the start listeners of the process', async () => {
    const listener =
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="look" /></zeebe:executionListeners>';
    const world = await scenario(review(listener));
    world.startAt({ startInstructions: ['deep'], variables: { id: 'x' } });
    expect(world.active()).toEqual([]);
    world.completeJob('review');
    expect(world.active()).toEqual(['inside', 'deep']);
  });

  it('should try again where a scope could not be made', async () => {
    const world = await scenario(review());
    world.startAt({ startInstructions: ['deep'] });
    expect(world.find('review').instance.incident?.message).toContain(`its scope 'inside' cannot be made`);
    world.setVariables({ id: 'x' });
    world.resolve('review');
    expect(world.active()).toEqual(['inside', 'deep']);
  });

  it('should refuse elements that cannot begin, and name all of them', async () => {
    const world = await scenario(review());
    const refused = world.tryStartAt({ startInstructions: ['nowhere', 's', 'one', 'late'] });
    expect(refused).toMatchObject({ code: 'INVALID_ARGUMENT' });
    for (const id of ['nowhere', 's', 'one', 'late']) expect(refused?.detail).toContain(`'${id}': `);
  });
});

describe('runtime instructions', () => {
  it('should terminate the instance after an element has completed, before anything follows', async () => {
    const world = await scenario(review());
    world.startAt({ startInstructions: ['first', 'last'], terminateAfter: ['first'] });
    world.completeJob('first');
    expect(world.status()).toBe('TERMINATED');
    expect(world.completed()).toEqual(['first']);
    expect(world.terminated()).toEqual(['last']);
  });

  it('should wait for all of a loop, and count an element that was terminated', async () => {
    const world = await scenario(review());
    world.startAt({ startInstructions: ['each', 'last'], terminateAfter: ['each'] });
    world.completeTask('one');
    expect(world.status()).toBe('ACTIVE');
    world.advance(3_600_000);
    expect(world.status()).toBe('TERMINATED');
    expect(world.terminated()).not.toContain('first');
  });

  it('should end in pieces as any other termination', async () => {
    const world = await scenario(fixture('multi-instance-parallel'), { budget: 5, checkEveryStep: false });
    world.startAt({ terminateAfter: ['s'], variables: { items: [1, 2, 3] } });
    expect(world.status()).toBe('TERMINATED');
  });

  it('should refuse an element that the process does not have', async () => {
    const world = await scenario(review());
    const refused = world.tryStartAt({ startInstructions: ['last'], terminateAfter: ['nowhere', 'review'] });
    expect(refused?.detail).toContain(`found 'nowhere', 'review'`);
  });
});
