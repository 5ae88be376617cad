import { end, model, parallel, start, subProcess, task, userTask, type Part } from '@baton/fixtures/build-model';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { scenario } from '../scenario.ts';

describe('sub-process', () => {
  it('should keep its variables to itself apart from its outputs', async () => {
    const world = await scenario(fixture('sub-process'));
    world.start({ outer: 1 });
    world.setVariables({ hidden: true }, 'inner', true);
    world.setVariables({ local: 5 }, 'inner');
    world.completeTask('inner');
    expect(world.active()).toEqual(['after']);
    expect(world.variables()).toEqual({ outer: 1, result: 6 });
  });

  it('rule 6: should remove tokens that wait at a join when the scope is interrupted', async () => {
    const world = await scenario(fixture('sub-process-nested'));
    world.start({ id: 'x' });
    world.completeTask('beside');
    expect(world.find('outer').instance.parked?.size).toBe(1);
    world.publish('stop', 'x');
    expect(world.status()).toBe('COMPLETED');
    expect(world.terminated()).toEqual(['deep', 'inner', 'outer']);
  });

  it('rule 14: should end only its own scope with a terminate end event', async () => {
    const world = await scenario(fixture('terminate-in-sub-process'));
    world.start();
    world.completeTask('left');
    expect(world.terminated()).toEqual(['right']);
    expect(world.active()).toEqual(['outside', 'after']);
    world.completeTask('outside');
    world.completeTask('after');
    expect(world.status()).toBe('COMPLETED');
  });

  it('should complete the process with a terminate end event', async () => {
    const world = await scenario(fixture('terminate-in-process'));
    world.start();
    world.completeTask('a');
    expect(world.status()).toBe('COMPLETED');
    expect(world.terminated()).toEqual(['b']);
  });
});

/** A caller whose called process waits at `inside`; the answer of the called one stays on its way until the world settles. */
const begunCall = async (budget?: number) => {
  const world = await scenario(fixture('call-activity'), { budget });
  const caller = world.start({ n: 4 }, 'caller');
  const { key: called, instance } = world.find('inside');
  const answer = () =>
    world.actWithoutSettling(called, {
      type: 'complete-user-task',
      elementInstanceKey: instance.key,
      userTaskKey: instance.userTask!.key,
      variables: {},
      action: '',
    });
  const statuses = (): string[] => [caller, called].map((key) => world.status(key));
  return { world, caller, answer, statuses };
};

describe('call activity', () => {
  it('should run the called process with its inputs and take its outputs', async () => {
    const world = await scenario(fixture('call-activity'));
    const caller = world.start({ n: 4 }, 'caller');
    const called = world.instanceKeys().at(-1)!;
    expect(world.state(called)).toMatchObject({ parent: { processInstanceKey: caller }, rootKey: caller });
    world.completeTask('inside');
    expect(world.status(called)).toBe('COMPLETED');
    expect(world.active()).toEqual(['after']);
    expect(world.variables(caller)).toEqual({ n: 4, y: 8 });
  });

  it('should end the called instance with its caller, and refuse to cancel it alone', async () => {
    const world = await scenario(fixture('call-activity'));
    const caller = world.start({ n: 4 }, 'caller');
    const called = world.instanceKeys().at(-1)!;
    expect(world.cancel(called)).toMatchObject({ code: 'INVALID_STATE' });
    expect(world.cancel(caller)).toBeNull();
    expect(world.status(called)).toBe('TERMINATED');
    expect(world.active()).toEqual([]);
  });

  it('also, cancel racing with a called process that answers: should end both, whoever is first', async () => {
    const canceledFirst = await begunCall();
    canceledFirst.world.actWithoutSettling(canceledFirst.caller, { type: 'cancel-instance' });
    expect(canceledFirst.answer()).toBeNull();
    canceledFirst.world.settle();

    const answeredFirst = await begunCall();
    expect(answeredFirst.answer()).toBeNull();
    expect(answeredFirst.world.cancel(answeredFirst.caller)).toBeNull();

    for (const { world, statuses } of [canceledFirst, answeredFirst]) {
      expect(statuses()).toEqual(['TERMINATED', 'COMPLETED']);
      expect(world.active()).toEqual([]);
      expect(world.completed()).not.toContain('call');
    }
  });

  it('also, cancel racing with a called process that answers: should end the called one between two of its last steps', async () => {
    const { world, caller, answer, statuses } = await begunCall(1);
    answer();
    expect(world.cancel(caller)).toBeNull();
    expect(statuses()).toEqual(['TERMINATED', 'TERMINATED']);
    expect(world.active()).toEqual([]);
  });

  it('also, cancel racing with a called process that answers: should refuse an answer to a call that was interrupted', async () => {
    const { world, caller, statuses, answer } = await begunCall();
    const { instance } = world.find('call');
    answer();
    world.act(caller, { type: 'cancel-instance' });
    const late = { elementInstanceKey: instance.key, calledInstanceKey: world.instanceKeys().at(-1)!, variables: {} };
    expect(world.act(caller, { type: 'complete-call', ...late })).toMatchObject({ code: 'NOT_FOUND' });
    expect(statuses()).toEqual(['TERMINATED', 'COMPLETED']);
  });

  it('should carry an error outward through calling instances', async () => {
    const world = await scenario(fixture('call-activity-error'));
    const caller = world.start({ fail: true }, 'caller');
    world.completeJob('risky');
    expect(world.active()).toEqual(['repair']);
    const statuses = world.instanceKeys().map((key) => world.status(key));
    expect(statuses).toEqual(['ACTIVE', 'TERMINATED', 'TERMINATED']);
    expect(world.state(caller).elements.size).toBe(2);
  });

  it('should raise the incident where an error was thrown when no caller catches it', async () => {
    const world = await scenario(fixture('call-activity-error'));
    world.start({}, 'middle');
    world.throwError('risky', 'ELSE');
    expect(world.find('risky').instance.incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    world.resolve('risky');
    world.completeJob('risky', { fail: false });
    expect(world.instanceKeys().map((key) => world.status(key))).toEqual(['COMPLETED', 'COMPLETED']);
  });

  it('should raise an incident for a process that is not there, and try again when it is resolved', async () => {
    const world = await scenario(fixture('call-activity').replaceAll('processId="called"', 'processId="=wanted"'));
    world.start({ n: 1, wanted: 'nothing' }, 'caller');
    expect(world.find('call').instance.incident?.type).toBe('CALLED_ELEMENT_ERROR');
    world.setVariables({ wanted: 'called' });
    world.resolve('call');
    expect(world.active()).toEqual(['call', 'inside']);
  });
});

describe('budget', () => {
  it('should stop an endless loop after its budget and go on in further steps', async () => {
    const world = await scenario(fixture('endless-loop'), { checkEveryStep: false });
    world.start({ n: 0, limit: 5_000 });
    expect(world.status()).toBe('COMPLETED');
    expect(world.variables()).toEqual({ n: 5_000, limit: 5_000 });
    expect(world.journal.length).toBeGreaterThan(10);
    for (const { records } of world.journal) expect(records.length).toBeLessThan(8_000);
  });

  it.each([1, 2, 3])('should come to the same end when a step may do %i things', async (budget) => {
    const parts: Part[] = [
      start('s'),
      parallel('f'),
      subProcess(
        'sub',
        [start('is'), parallel('if'), task('a'), userTask('b'), parallel('ij'), end('ie')],
        ['is > if', 'if > a', 'if > b', 'a > ij', 'b > ij', 'ij > ie'],
      ),
      userTask('c'),
      parallel('j'),
      end('e'),
    ];
    const flows = ['s > f', 'f > sub', 'f > c', 'sub > j', 'c > j', 'j > e'];
    const whole = await scenario(model('p', parts, flows));
    const pieces = await scenario(model('p', parts, flows), { budget });
    for (const world of [whole, pieces]) {
      world.start();
      world.completeTask('c');
      world.completeTask('b');
      expect(world.status()).toBe('COMPLETED');
    }
    expect([...pieces.completed()].sort()).toEqual([...whole.completed()].sort());
    expect(pieces.journal.length).toBeGreaterThan(whole.journal.length);
  });

  it('should let a loop without end be canceled between its steps', async () => {
    const world = await scenario(
      model('p', [start('s'), parallel('f'), userTask('t'), end('e')], ['s > f', 'f > t', 't > e']),
      { budget: 1 },
    );
    const key = world.start();
    expect(world.cancel(key)).toBeNull();
    expect(world.status()).toBe('TERMINATED');
  });
});
