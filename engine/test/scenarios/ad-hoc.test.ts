import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('ad-hoc sub-process', () => {
  it('should begin the wanted activities, follow flows inside, and complete when all have ended', async () => {
    const world = await scenario(fixture('ad-hoc-parallel'), { budget: 1 });
    world.start({ wanted: ['a', 'b'] });
    expect([...world.active()].filter((id) => id === 'a' || id === 'b').sort()).toEqual(['a', 'b']);
    world.completeTask('a', { result: 1 });
    world.completeTask('b', { result: 2 });
    expect(world.active()).toContain('b2');
    world.completeTask('b2');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should begin further activities that somebody activates, and refuse unknown ones', async () => {
    const world = await scenario(fixture('ad-hoc-parallel'));
    world.start({ wanted: ['a'] });
    expect(world.activate('tasks', 'nothing')).not.toBeNull();
    expect(world.activate('tasks', 'b2'), 'b2 has an incoming flow').not.toBeNull();
    expect(world.activate('tasks', 'b')).toBeNull();
    expect(world.active()).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('should run one activity after the other when it is sequential', async () => {
    const world = await scenario(fixture('ad-hoc-sequential'));
    world.start();
    expect(world.active()).toContain('b');
    expect(world.active()).not.toContain('a');
    world.completeTask('b');
    expect(world.active()).toContain('a');
    world.completeTask('a');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should cancel the rest when its completion condition holds', async () => {
    const world = await scenario(fixture('ad-hoc-condition'));
    world.start({ enough: false });
    world.activate('tasks', 'a', 'b');
    world.completeTask('a', { enough: true });
    expect(world.terminated()).toContain('b');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should raise an incident for a collection that names no activity of it', async () => {
    const world = await scenario(fixture('ad-hoc-parallel'));
    world.start({ wanted: ['nothing'] });
    expect(world.find('tasks').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
    world.setVariables({ wanted: ['a'] });
    world.resolve('tasks');
    expect(world.active()).toContain('a');
  });

  it('should do what its worker says', async () => {
    const world = await scenario(fixture('ad-hoc-job'));
    world.start();
    const say = (ids: readonly string[], done: boolean) =>
      world.answerJob('tasks', {
        type: 'adHocSubProcess',
        activateElements: ids.map((elementId) => ({ elementId, variables: {} })),
        isCompletionConditionFulfilled: done,
        isCancelRemainingInstances: false,
      });
    expect(world.jobs()).toEqual(['tasks:agent']);
    expect(say(['a'], false)).toBeNull();
    world.completeTask('a');
    expect(world.jobs()).toEqual(['tasks:agent']);
    expect(say([], true)).toBeNull();
    expect(world.status()).toBe('COMPLETED');
  });
});
