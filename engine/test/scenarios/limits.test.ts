import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

const limits = { elementInstances: 100, collectionItems: 3, variableLength: 200 };

describe('limits', () => {
  it('should raise an incident for a collection that is too long, and go on when it is shorter', async () => {
    const world = await scenario(fixture('multi-instance-sequential'), { limits });
    world.start({ items: [1, 2, 3, 4] });
    expect(world.find('work').instance.incident?.message).toContain('at most 3');
    world.setVariables({ items: [1] });
    world.resolve('work');
    world.completeJob('work', { result: 1 });
    expect(world.active()).toEqual(['after']);
  });

  it('should refuse a variable that is too long and keep the job', async () => {
    const world = await scenario(fixture('standard-loop'), { limits });
    world.start({ again: false });
    expect(world.completeJob('work', { text: 'x'.repeat(300) })).not.toBeNull();
    expect(world.completeJob('work', { text: 'x' })).toBeNull();
    expect(world.status()).toBe('COMPLETED');
  });
});
