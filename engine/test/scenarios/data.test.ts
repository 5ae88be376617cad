import { end, model, scriptTask, start, userTask } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('data of the standard', () => {
  it('should carry outputs into a data object and transform it into inputs', async () => {
    const world = await scenario(fixture('data-objects'), { budget: 1 });
    const key = world.start();
    world.completeJob('write', { total: 21 });
    const scope = world.find('scope').instance.key;
    const read = world.find('read').instance.key;
    const set = world.journal.flatMap(({ records }) => records.filter((each) => each.type === 'variable-set'));
    expect(set).toContainEqual(expect.objectContaining({ scopeKey: scope, name: 'order', value: 21 }));
    expect(set).toContainEqual(expect.objectContaining({ scopeKey: read, name: 'copy', value: 42 }));
    world.completeTask('read');
    expect(world.status(key)).toBe('COMPLETED');
    expect(world.variables()).not.toHaveProperty('order');
  });

  it('should keep a property inside of its scope', async () => {
    const world = await scenario(fixture('properties'));
    world.start({ counter: 'outside' });
    world.completeTask('look');
    expect(world.active()).toEqual(['after']);
    expect(world.variables()).toEqual({ counter: 'outside' });
  });
});

describe('global values', () => {
  const reader = model(
    'reader',
    [start('s'), scriptTask('read', '=place.city', 'seen'), userTask('stay'), end('e')],
    ['s > read', 'read > stay', 'stay > e'],
  );

  it('should be found by expressions where no scope has a variable of the name', async () => {
    const globals = { place: { city: 'Oslo' } };
    const world = await scenario(reader, { globals });
    world.start();
    expect(world.variables()).toEqual({ seen: 'Oslo' });
    world.start({ place: { city: 'Rome' } });
    expect(world.journal.flatMap(({ records }) => records)).toContainEqual(
      expect.objectContaining({ type: 'variable-set', name: 'seen', value: 'Rome' }),
    );
  });
});
