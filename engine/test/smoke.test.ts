import { end, exclusive, model, parallel, serviceTask, start, userTask } from '@baton/fixtures/build-model';
import { expect, it } from 'vitest';
import { scenario } from './scenario.ts';

it('should run tasks and gateways to the end', async () => {
  const world = await scenario(
    model(
      'p',
      [
        start('s'),
        userTask('review'),
        exclusive('x'),
        serviceTask('ship'),
        parallel('f'),
        serviceTask('a'),
        serviceTask('b'),
        parallel('j'),
        end('yes'),
        end('no'),
      ],
      [
        's > review',
        'review > x',
        'x > ship : =ok',
        'x > no : default',
        'ship > f',
        'f > a',
        'f > b',
        'a > j',
        'b > j',
        'j > yes',
      ],
    ),
  );
  world.start({ ok: false });
  expect(world.active()).toEqual(['review']);
  world.completeTask('review', { ok: true });
  world.completeJob('ship');
  expect(world.active()).toEqual(['a', 'b']);
  world.completeJob('b', { n: 1 });
  world.completeJob('a');
  expect(world.status()).toBe('COMPLETED');
  expect(world.variables()).toEqual({ ok: true, n: 1 });
});
