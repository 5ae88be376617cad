import { catching, end, model, parallel, start, userTask } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('conditional event', () => {
  it('should pass at once when its condition holds already', async () => {
    const world = await scenario(fixture('catch-conditional'));
    world.start({ amount: 200 });
    expect(world.status()).toBe('COMPLETED');
  });

  it('should wait until its condition becomes true', async () => {
    const world = await scenario(fixture('catch-conditional'), { budget: 1 });
    world.start({ amount: 1 });
    world.setVariables({ amount: 100 });
    expect(world.active()).toEqual(['wait']);
    world.setVariables({ amount: 101 });
    expect(world.status()).toBe('COMPLETED');
  });

  it('also, conditional events see every variable change of their scope: should see those from parallel branches too', async () => {
    const world = await scenario(
      model(
        'p',
        [
          start('s'),
          parallel('f'),
          catching('wait', { condition: '=amount > 100' }),
          userTask('t'),
          end('e'),
          end('e2'),
        ],
        ['s > f', 'f > wait', 'f > t', 'wait > e', 't > e2'],
      ),
    );
    world.start({ amount: 1 });
    world.completeTask('t', { amount: 500 });
    expect(world.status()).toBe('COMPLETED');
  });

  it('should look only at the changes that its filter names', async () => {
    const world = await scenario(fixture('catch-conditional-filtered'));
    world.start();
    world.setVariables({ amount: 200 });
    expect(world.active(), 'created, not updated').toEqual(['wait']);
    world.setVariables({ amount: 300 });
    expect(world.status()).toBe('COMPLETED');
  });

  it('should happen at a boundary each time that its condition becomes true, not at each change', async () => {
    const world = await scenario(fixture('boundary-conditional'));
    world.start({ amount: 1 });
    for (const amount of [200, 300, 50, 400]) world.setVariables({ amount });
    expect(world.active()).toEqual(['work', 'handle', 'handle']);
  });

  it('rule 7: should interrupt a scope once when it starts an event sub-process', async () => {
    const world = await scenario(fixture('event-sub-process-conditional'));
    world.start({ amount: 1 });
    for (const amount of [200, 1, 200]) world.setVariables({ amount });
    expect(world.active()).toEqual(['scope', 'handler', 'handle']);
    world.completeTask('handle');
    expect(world.active()).toEqual(['after']);
  });
});
