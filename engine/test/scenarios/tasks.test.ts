import { end, model, serviceTask, start, userTask } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('tasks', () => {
  it('should pass through undefined, manual and FEEL script tasks in one step', async () => {
    const world = await scenario(fixture('tasks-that-pass'));
    world.start({ a: 2, b: 3 });
    expect(world.status()).toBe('COMPLETED');
    expect(world.completed()).toEqual(['s', 'plain', 'manual', 'sum', 'e']);
    expect(world.variables()).toEqual({ a: 2, b: 3, total: 5 });
  });

  it('should give a job its type, retries and headers, and keep inputs local', async () => {
    const world = await scenario(fixture('service-task'));
    world.start({ kind: 'x', tries: 7, order: { id: 1, total: 100 } });
    const { instance } = world.find('work');
    expect(instance.job).toMatchObject({ type: 'work-x', retries: 7, state: 'CREATED' });
    expect(instance.variables?.get('amount')?.value).toBe(100);
    expect(instance.variables?.get('context')?.value).toEqual({ rate: 0.2 });
    expect(world.journal[0]?.records.find((record) => record.type === 'job-created')).toMatchObject({
      headers: { color: 'blue' },
    });
    world.completeJob('work', { tax: 20, secret: 'stays inside' });
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()).toEqual({ kind: 'x', tries: 7, order: { id: 1, total: 100, tax: 20 }, done: true });
  });

  it('should merge job variables where they are defined, else into the outermost scope', async () => {
    const world = await scenario(
      model('p', [start('s'), serviceTask('a', { inputs: { mine: '=1' } }), end('e')], ['s > a', 'a > e']),
    );
    world.start({ x: 1 });
    world.completeJob('a', { x: 2, y: 3 });
    expect(world.variables()).toEqual({ x: 2, y: 3 });
  });

  it('should offer a failed job again after its pause and raise an incident without retries', async () => {
    const world = await scenario(model('p', [start('s'), serviceTask('a'), end('e')], ['s > a', 'a > e']));
    world.start();
    expect(world.failJob('a', 2, 'network', 5_000)).toBeNull();
    expect(world.journal.at(-1)?.records).toMatchObject([
      { type: 'job-failed', retries: 2, retryAtMs: world.now() + 5_000 },
    ]);
    world.failJob('a', 0, 'gave up');
    expect(world.find('a').instance.incident).toMatchObject({ type: 'JOB_NO_RETRIES', message: 'gave up' });
    expect(world.failJob('a', 0)).toMatchObject({ code: 'INVALID_STATE' });
    expect(world.resolve('a')).toMatchObject({ code: 'INVALID_STATE' });
    world.updateRetries('a', 1);
    expect(world.resolve('a')).toBeNull();
    expect(world.completeJob('a')).toBeNull();
    expect(world.status()).toBe('COMPLETED');
  });

  it('should refuse a job that is gone', async () => {
    const world = await scenario(
      model('p', [start('s'), serviceTask('a'), serviceTask('b'), end('e')], ['s > a', 'a > b', 'b > e']),
    );
    const key = world.start();
    const { instance } = world.find('a');
    const command = {
      type: 'complete-job',
      elementInstanceKey: instance.key,
      jobKey: instance.job!.key,
      variables: {},
    } as const;
    expect(world.act(key, command)).toBeNull();
    expect(world.act(key, command)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('should raise an incident for a job type that is not text, and go on when the variable is set', async () => {
    const world = await scenario(fixture('service-task'));
    world.start({ tries: 1, order: { total: 1 } });
    expect(world.find('work').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
    world.setVariables({ kind: 'y' });
    world.resolve('work');
    expect(world.find('work').instance.job?.type).toBe('work-y');
  });

  it('should create a user task with its assignment, schedule and form', async () => {
    const world = await scenario(fixture('user-task'));
    world.start({ owner: 'eve', groups: ['a', 'b'], due: '2030-01-01T10:00:00Z' });
    expect(world.find('review').instance.userTask).toMatchObject({
      assignee: 'eve',
      candidateGroups: ['a', 'b'],
      candidateUsers: ['ann', 'bob'],
      dueDate: '2030-01-01T10:00:00Z',
      priority: 70,
    });
    expect(world.journal[0]?.records.find((record) => record.type === 'user-task-created')).toMatchObject({
      formId: 'review-form',
      formBinding: 'latest',
    });
  });

  it('should assign, protect, update and complete a user task', async () => {
    const world = await scenario(model('p', [start('s'), userTask('t'), end('e')], ['s > t', 't > e']));
    const key = world.start();
    const { instance } = world.find('t');
    const of = { elementInstanceKey: instance.key, userTaskKey: instance.userTask!.key, action: '' };
    expect(world.act(key, { type: 'assign-user-task', ...of, assignee: 'ann', allowOverride: false })).toBeNull();
    expect(world.act(key, { type: 'assign-user-task', ...of, assignee: 'bob', allowOverride: false })).toMatchObject({
      code: 'INVALID_STATE',
    });
    expect(world.act(key, { type: 'assign-user-task', ...of, assignee: null, allowOverride: true })).toBeNull();
    expect(world.act(key, { type: 'update-user-task', ...of, changes: { priority: 101 } })).toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    expect(world.act(key, { type: 'update-user-task', ...of, changes: { dueDate: 'soon' } })).toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    expect(world.act(key, { type: 'update-user-task', ...of, changes: { priority: 99, dueDate: null } })).toBeNull();
    expect(world.find('t').instance.userTask).toMatchObject({ assignee: null, priority: 99 });
    world.completeTask('t', { x: 1 });
    expect(world.variables()).toEqual({ x: 1 });
    expect(world.act(key, { type: 'complete-user-task', ...of, variables: {} })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('should raise an incident when an output mapping fails and keep what the work brought', async () => {
    const world = await scenario(
      model(
        'p',
        [start('s'), serviceTask('a', { outputs: { sum: '=if defined then 1 else count(1, 2, 3, 4)' } }), end('e')],
        ['s > a', 'a > e'],
      ),
    );
    world.start();
    world.completeJob('a', { defined: true });
    expect(world.variables()).toEqual({ sum: 1 });
  });

  it.each([
    ['outside, where the mapping reads it', undefined, 'wanted'],
    ['inside, where the mapping put it', 'a', 'kind'],
  ])('should go on after a variable was corrected %s', async (_where, elementId, name) => {
    const world = await scenario(
      model(
        'p',
        [start('s'), serviceTask('a', { type: '="work-" + kind', inputs: { kind: '=wanted' } }), end('e')],
        ['s > a', 'a > e'],
      ),
    );
    world.start();
    expect(world.find('a').instance.incident?.type).toBe('EXTRACT_VALUE_ERROR');
    world.setVariables({ [name]: 'x' }, elementId, elementId !== undefined);
    world.resolve('a');
    expect(world.find('a').instance.job?.type).toBe('work-x');
  });

  it('should take candidates that are null for nobody', async () => {
    const candidates = '<zeebe:assignmentDefinition candidateUsers="=[boss, &#34;ann&#34;]" />';
    const world = await scenario(
      model('p', [start('s'), userTask('t', { extra: candidates }), end('e')], ['s > t', 't > e']),
    );
    world.start();
    expect(world.find('t').instance.userTask?.candidateUsers).toEqual(['ann']);
  });

  it('should carry variables whatever their name is', async () => {
    const world = await scenario(
      model(
        'p',
        [start('s'), serviceTask('a', { outputs: { ['__proto__']: '=constructor' } }), end('e')],
        ['s > a', 'a > e'],
      ),
    );
    world.start(JSON.parse('{"__proto__": 1, "toString": 2}') as Record<string, number>);
    world.completeJob('a', JSON.parse('{"constructor": 7}') as Record<string, number>);
    expect(world.status()).toBe('COMPLETED');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(
      world.journal
        .flatMap(({ records }) => records)
        .filter((record) => record.type === 'variable-set' && record.name === '__proto__'),
    ).toHaveLength(2);
  });
});
