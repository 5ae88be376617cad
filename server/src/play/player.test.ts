import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlayState } from '../api/play-answer.ts';
import type { PlayCommand, PlayRequest, PlayStart } from '../api/play-input.ts';
import { projectFile } from '../project-file.ts';
import { createPlayer } from './player.ts';

const player = createPlayer();
afterAll(() => player.close());

const request = (drawing: string, commands: readonly PlayCommand[], start: Partial<PlayStart> = {}): PlayRequest => ({
  files: [{ name: `${drawing}.bpmn`, content: readFileSync(projectFile(`fixtures/bpmn/${drawing}.bpmn`), 'utf8') }],
  start: { processId: drawing, at: '2030-01-01T09:00:00Z', ...start },
  commands: [...commands],
});

const play = async (...args: Parameters<typeof request>): Promise<PlayState> => {
  const { problems, state } = await player.play(request(...args));
  if (state === null) throw new Error(`Expected a play, found ${JSON.stringify(problems)}.`);
  return state;
};

/** What can be done, in a word for each. */
const doable = ({ open }: PlayState): string[] =>
  open.map(({ kind, at }) => `${kind} ${at.elementId}${at.nth === 1 ? '' : ` ${at.nth}`}`);

const done = (state: PlayState) => ({
  status: state.status,
  path: state.recorded.path?.join(' '),
  stopped: state.stopped,
});

describe('a play', () => {
  it('should wait where somebody has to act, and go the way that the variables say', async () => {
    const begun = await play('exclusive-gateway', [], { variables: { amount: 50 } });
    expect(doable(begun)).toEqual(['user-task medium']);
    const ended = await play(
      'exclusive-gateway',
      [{ type: 'complete-user-task', at: { elementId: 'medium' }, variables: { ok: true } }],
      { variables: { amount: 50 } },
    );
    expect(done(ended)).toEqual({ status: 'COMPLETED', path: 's x medium m e', stopped: null });
    expect(ended.variables.map(({ name, value }) => ({ name, value }))).toEqual([
      { name: 'amount', value: 50 },
      { name: 'ok', value: true },
    ]);
    const [visited] = ended.visited;
    expect(visited?.flows.map(({ id }) => id)).toEqual(['s-x', 'x-medium', 'medium-m', 'm-e']);
  });

  it('should be the same whether it goes on or begins anew', async () => {
    const commands: PlayCommand[] = [
      { type: 'set-variables', variables: { n: 4 } },
      { type: 'complete-user-task', at: { processId: 'called', elementId: 'inside' } },
      { type: 'complete-user-task', at: { elementId: 'after' } },
    ];
    const start = { processId: 'caller', variables: { n: 2 } };
    let warm: PlayState | undefined;
    for (let count = 0; count <= commands.length; count += 1)
      warm = await play('call-activity', commands.slice(0, count), start);
    const anew = createPlayer();
    const cold = (await anew.play(request('call-activity', commands, start))).state;
    await anew.close();
    expect(cold).toEqual(warm);
    expect(warm?.status).toBe('COMPLETED');
    expect(warm?.steps).toHaveLength(commands.length + 1);
  });

  it('should step back by one command less', async () => {
    const complete: PlayCommand = { type: 'complete-job', at: { elementId: 'work' } };
    const before = await play('boundary-timer', []);
    expect((await play('boundary-timer', [complete])).status).toBe('COMPLETED');
    expect(await play('boundary-timer', [])).toEqual(before);
  });

  it('should let time pass until a timer fires', async () => {
    const fired = await play('boundary-timer', [{ type: 'fire-timer', at: { elementId: 'late' } }]);
    expect(fired.recorded.path).toContain('late');
    expect(Date.parse(fired.now)).toBeGreaterThan(Date.parse('2030-01-01T09:00:00Z'));
  });

  it('should throw errors, deliver messages and broadcast signals', async () => {
    const thrown = await play('boundary-error', [{ type: 'throw-error', at: { elementId: 'work' }, code: 'KNOWN' }]);
    expect(doable(thrown)).toEqual(['user-task handleKnown']);
    const told = await play('boundary-message', [{ type: 'deliver-message', at: { elementId: 'stop' } }], {
      variables: { id: 'a-7' },
    });
    expect(doable(told)).toEqual(['user-task handle']);
    const waiting = await play('catch-signal', []);
    const [signal] = waiting.open;
    const sent = await play('catch-signal', [{ type: 'broadcast-signal', name: signal?.label ?? '' }]);
    expect(doable(sent)).not.toContain('signal a');
  });

  it('should tell the instances of a multi-instance apart', async () => {
    const start = { variables: { items: ['a', 'b', 'c'] } };
    const begun = await play('multi-instance-parallel', [], start);
    expect(doable(begun)).toEqual(['job work', 'job work 2', 'job work 3']);
    const second = await play(
      'multi-instance-parallel',
      [{ type: 'complete-job', at: { elementId: 'work', nth: 2 } }],
      start,
    );
    expect(second.elements.flatMap(({ loopCounter }) => loopCounter ?? [])).toEqual([1, 3]);
  });

  it('should raise incidents, and resolve them', async () => {
    const failed: PlayCommand = { type: 'fail-job', at: { elementId: 'work' }, message: 'no paper' };
    expect((await play('boundary-error', [failed])).open.at(-1)).toMatchObject({
      kind: 'incident',
      detail: 'no paper',
    });
    const resolved = await play('boundary-error', [
      failed,
      { type: 'resolve-incident', at: { elementId: 'work' } },
      { type: 'complete-job', at: { elementId: 'work' } },
    ]);
    expect(done(resolved)).toEqual({ status: 'COMPLETED', path: 's work done', stopped: null });
  });

  it('should begin activities of an ad-hoc sub-process by hand, until its condition holds', async () => {
    const begun = await play('ad-hoc-condition', [], { variables: { enough: false } });
    expect(begun.open).toMatchObject([{ kind: 'ad-hoc', at: { elementId: 'tasks' }, activities: ['a', 'b'] }]);
    const both: PlayCommand = { type: 'begin-activities', at: { elementId: 'tasks' }, elementIds: ['a', 'b'] };
    const start = { variables: { enough: false } };
    expect(doable(await play('ad-hoc-condition', [both], start))).toEqual([
      'user-task a',
      'user-task b',
      'ad-hoc tasks',
    ]);
    const complete = { type: 'complete-user-task', at: { elementId: 'a' }, variables: { enough: true } } as const;
    expect((await play('ad-hoc-condition', [both, complete], start)).status).toBe('COMPLETED');
    const unknown: PlayCommand = { type: 'begin-activities', at: { elementId: 'tasks' }, elementIds: ['s'] };
    expect((await play('ad-hoc-condition', [unknown], start)).stopped).toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('should do the part of the worker that decides about an ad-hoc sub-process', async () => {
    const begun: PlayCommand[] = [
      { type: 'begin-activities', at: { elementId: 'tasks' }, elementIds: ['b'] },
      { type: 'complete-user-task', at: { elementId: 'b' } },
    ];
    expect(doable(await play('ad-hoc-job', begun))).toEqual(['job tasks', 'ad-hoc tasks']);
    const done: PlayCommand = { type: 'complete-job', at: { elementId: 'tasks' }, endsAdHoc: true };
    expect((await play('ad-hoc-job', [...begun, done])).status).toBe('COMPLETED');
  });

  it('should start one more process, and hand messages from pool to pool', async () => {
    const start = { processId: 'sender', variables: { id: 'a-7' } };
    const receiver: PlayCommand = { type: 'start-process', processId: 'receiver', variables: { id: 'a-7' } };
    const state = await play('send-and-receive', [receiver], start);
    expect(state.instances.map(({ processId, status }) => [processId, status])).toEqual([
      ['sender', 'COMPLETED'],
      ['receiver', 'COMPLETED'],
    ]);
    expect(state.visited.find(({ processId }) => processId === 'receiver')?.elements.map(({ id }) => id)).toContain(
      're',
    );
    const unknown: PlayCommand = { type: 'start-process', processId: 'nobody' };
    expect((await play('send-and-receive', [unknown], start)).stopped).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('should begin at any start event', async () => {
    const begun = await play('start-multiple', [], { elementId: 's' });
    expect(doable(begun)).toEqual(['user-task t']);
  });

  it('should stop at what cannot be done, and say why', async () => {
    const state = await play('boundary-error', [{ type: 'complete-job', at: { elementId: 'work', nth: 2 } }]);
    expect(state.stopped).toEqual({
      index: 0,
      code: 'NOT_FOUND',
      message: "Expected a job number 2 at 'work', found 1.",
    });
    expect(doable(state)).toEqual(['job work']);
    const unknown = await play('boundary-error', [], { processId: 'nobody' });
    expect(unknown.stopped).toMatchObject({ index: -1, code: 'NOT_FOUND' });
  });

  it('should answer what is wrong with the models', async () => {
    const { problems, state } = await player.play({
      ...request('boundary-error', []),
      files: [{ name: 'broken.bpmn', content: '<definitions' }],
    });
    expect(state).toBeNull();
    expect(problems[0]).toMatchObject({ resourceName: 'broken.bpmn', severity: 'error' });
  });

  it('should not follow a loop for ever', async () => {
    const endless = await play('endless-loop', [], { variables: { n: 0, limit: 1e9 } });
    expect(endless.isGoingOn).toBe(true);
  });
});
