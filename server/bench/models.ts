import { end, exclusive, model, parallel, scriptTask, serviceTask, start, task } from '@baton/fixtures/build-model';
import { multiInstance } from '@baton/fixtures/build-scopes';

const names = (count: number): string[] => Array.from({ length: count }, (_none, index) => `t${index + 1}`);

const inARow = (ids: readonly string[]): string[] => ids.slice(1).map((id, index) => `${ids[index] ?? ''} > ${id}`);

/** `count` service tasks, one after the other. */
export const services = (count: number): string =>
  model(
    'services',
    [start('s'), ...names(count).map((id) => serviceTask(id)), end('e')],
    inARow(['s', ...names(count), 'e']),
  );

/** `count` service tasks beside each other, between a split and a join. */
export const parallelServices = (count: number): string =>
  model(
    'parallel-services',
    [start('s'), parallel('f'), ...names(count).map((id) => serviceTask(id)), parallel('j'), end('e')],
    ['s > f', ...names(count).flatMap((id) => [`f > ${id}`, `${id} > j`]), 'j > e'],
  );

/** A script that counts `n` up to `limit`, without a wait. */
export const countingLoop = (): string =>
  model(
    'counting-loop',
    [start('s'), exclusive('m'), scriptTask('count', '=n + 1', 'n'), exclusive('x'), end('e')],
    ['s > m', 'm > count', 'count > x', 'x > m : =n < limit', 'x > e : default'],
  );

/** A service task for each of `items`, all at once. */
export const parallelItems = (): string =>
  model(
    'parallel-items',
    [start('s'), multiInstance(serviceTask('work'), { collection: '=items', element: 'item' }), end('e')],
    ['s > work', 'work > e'],
  );

/** `count` elements that pass at once. */
export const straightThrough = (count: number): string =>
  model(
    'straight-through',
    [start('s'), ...names(count - 2).map((id) => task(id)), end('e')],
    inARow(['s', ...names(count - 2), 'e']),
  );
