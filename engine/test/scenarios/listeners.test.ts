import { describe, expect, it } from 'vitest';
import type { JobResult } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const said = (more: Partial<Extract<JobResult, { type: 'userTask' }>> = {}): JobResult => ({
  type: 'userTask',
  denied: false,
  deniedReason: '',
  corrections: {},
  ...more,
});

const created = async (budget?: number) => {
  const world = await scenario(fixture('task-listeners'), { budget });
  const key = world.start({ id: 'x', owner: 'eva' });
  world.answerJob('decide', said());
  world.answerJob('decide', said());
  return { world, key };
};

describe('execution listeners', () => {
  it('should run one after the other before and behind the work', async () => {
    const world = await scenario(fixture('execution-listeners'), { budget: 1 });
    world.start();
    for (const type of ['before', 'before2', 'work', 'behind']) {
      expect(world.jobs()).toEqual([`work:${type}`]);
      world.completeJob('work');
    }
    expect(world.status()).toBe('COMPLETED');
  });

  it('should hold the element at the incident of a listener until it is resolved', async () => {
    const world = await scenario(fixture('execution-listeners'));
    world.start();
    world.failJob('work', 0);
    expect(world.find('work').instance.incident?.type).toBe('EXECUTION_LISTENER_NO_RETRIES');
    world.updateRetries('work', 1);
    world.resolve('work');
    world.completeJob('work');
    expect(world.jobs()).toEqual(['work:before2']);
  });

  it('should leave nothing behind when it is canceled at a listener', async () => {
    const world = await scenario(fixture('execution-listeners'));
    const key = world.start();
    world.cancel(key);
    expect(world.status()).toBe('TERMINATED');
    expect(world.jobs()).toEqual([]);
  });
});

describe('task listeners', () => {
  it('should listen to creation, then to the assignment of the model', async () => {
    const world = await scenario(fixture('task-listeners'), { budget: 1 });
    world.start({ id: 'x', owner: 'eva' });
    expect(world.jobs()).toEqual(['decide:create']);
    world.answerJob('decide', said());
    expect(world.jobs()).toEqual(['decide:assign']);
    world.answerJob('decide', said());
    expect(world.jobs()).toEqual([]);
    expect(world.find('decide').instance.userTask?.assignee).toBe('eva');
  });

  it('should leave the task open when a completion is denied', async () => {
    const { world } = await created();
    world.completeTask('decide', { answer: 1 });
    expect(world.jobs()).toEqual(['decide:complete']);
    world.answerJob('decide', said({ denied: true, deniedReason: 'not yet' }));
    expect(world.active()).toEqual(['decide']);
    expect(world.jobs()).toEqual([]);
    world.completeTask('decide', { answer: 2 });
    world.answerJob('decide', said());
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()['answer']).toBe(2);
  });

  it('should keep the assignee of before when an assignment is denied', async () => {
    const { world } = await created();
    world.assign('decide', 'bob');
    world.answerJob('decide', said({ denied: true }));
    expect(world.find('decide').instance.userTask?.assignee).toBe('eva');
  });

  it('should take the corrections of a listener', async () => {
    const { world } = await created();
    world.assign('decide', 'bob');
    world.answerJob('decide', said({ corrections: { assignee: 'ann', priority: 80 } }));
    expect(world.find('decide').instance.userTask).toMatchObject({ assignee: 'ann', priority: 80 });
  });

  it('should listen to the cancelation before the boundary event goes on', async () => {
    const { world } = await created(1);
    world.publish('stop', 'x');
    expect(world.jobs()).toEqual(['decide:cancel']);
    world.answerJob('decide', said());
    expect(world.active()).toEqual(['stopped']);
  });
});
