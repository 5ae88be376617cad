import { readFileSync } from 'node:fs';
import { compileBpmn } from '@baton/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarioFile } from '../api/scenario-type.ts';
import type { Scenario } from '../api/scenario-type.ts';
import { projectFile } from '../project-file.ts';
import { createPlayer } from './player.ts';
import { runScenarios } from './run-scenarios.ts';

const player = createPlayer();
afterAll(() => player.close());
const tools = { play: player.play, compile: (xml: string) => compileBpmn(xml) };
const files = [
  {
    name: 'exclusive-gateway.bpmn',
    content: readFileSync(projectFile('fixtures/bpmn/exclusive-gateway.bpmn'), 'utf8'),
  },
];

const scenario = (name: string, amount: number, task: string, expect: Scenario['expect']): Scenario => ({
  name,
  start: { processId: 'exclusive-gateway', at: '2030-01-01T09:00:00Z', variables: { amount } },
  commands: [{ type: 'complete-user-task', at: { elementId: task } }],
  expect,
});
const differenceOf = async (tried: Scenario): Promise<string | null> =>
  (await runScenarios(tools, files, [tried])).results[0]?.difference ?? null;

describe('scenarios', () => {
  it('should pass as they were recorded', async () => {
    const recorded = scenario('big', 500, 'big', {});
    const { state } = await player.play({ files, ...recorded });
    const ended = state?.recorded ?? {};
    expect(ended).toEqual({
      status: 'COMPLETED',
      path: ['s', 'x', 'big', 'm', 'e'],
      waitsAt: [],
      variables: { amount: 500 },
    });
    expect(await differenceOf({ ...recorded, expect: ended })).toBeNull();
  });

  it('should play again what was begun by hand, in the other pool too', async () => {
    const models = ['ad-hoc-condition', 'send-and-receive'].map((name) => ({
      name: `${name}.bpmn`,
      content: readFileSync(projectFile(`fixtures/bpmn/${name}.bpmn`), 'utf8'),
    }));
    const { scenarios } = scenarioFile.parse({
      version: 1,
      scenarios: [
        {
          name: 'by hand',
          start: { processId: 'ad-hoc-condition', at: '2030-01-01T09:00:00Z', variables: { enough: true, id: 'a-7' } },
          commands: [
            { type: 'start-process', processId: 'receiver', variables: { id: 'a-7' } },
            { type: 'start-process', processId: 'sender', variables: { id: 'a-7' } },
            { type: 'begin-activities', at: { elementId: 'tasks' }, elementIds: ['b'], variables: { n: 1 } },
            { type: 'complete-user-task', at: { elementId: 'b' } },
          ],
          expect: { status: 'COMPLETED', path: ['s', 'b', 'tasks', 'tasks', 'e'] },
        },
      ],
    });
    const { results, coverage } = await runScenarios(tools, models, scenarios);
    expect(results.map(({ difference }) => difference)).toEqual([null]);
    expect(coverage.find(({ processId }) => processId === 'receiver')?.percent).toBe(100);
  });

  it('should tell the first thing that is not as expected', async () => {
    expect(await differenceOf(scenario('status', 500, 'big', { status: 'ACTIVE' }))).toBe(
      'Expected the instance to be ACTIVE at the end, found COMPLETED.',
    );
    expect(await differenceOf(scenario('path', 500, 'big', { path: ['s', 'x', 'small'] }))).toBe(
      "Expected 'small' to be completed as number 3, found 'big'.",
    );
    expect(await differenceOf(scenario('short path', 500, 'big', { path: ['s', 'x', 'big', 'm'] }))).toBe(
      "Expected no element to be completed as number 5, found 'e'.",
    );
    expect(await differenceOf(scenario('waits', 500, 'big', { waitsAt: ['big'] }))).toBe(
      'Expected it to wait at the end: big; found: nowhere.',
    );
    expect(await differenceOf(scenario('variables', 500, 'big', { variables: { amount: 5 } }))).toBe(
      "Expected the variable 'amount' to be 5 at the end, found 500.",
    );
    expect(await differenceOf(scenario('command', 500, 'small', {}))).toBe(
      "Command 1, complete-user-task: Expected a user task at 'small', found none.",
    );
  });

  it('should count what was visited by all of them', async () => {
    const one = await runScenarios(tools, files, [scenario('big', 500, 'big', {})]);
    const two = await runScenarios(tools, files, [scenario('big', 500, 'big', {}), scenario('small', 1, 'small', {})]);
    const [first, second] = [one.coverage[0], two.coverage[0]];
    expect(first).toMatchObject({ processId: 'exclusive-gateway', resourceName: 'exclusive-gateway.bpmn' });
    expect(first?.elements.find(({ id }) => id === 'small')).toEqual({ id: 'small', count: 0 });
    expect(second?.flows.find(({ id }) => id === 's-x')).toEqual({ id: 's-x', count: 2 });
    // 9 of 15, then 12 of 15: six elements with one way, eight flows without those of the other ways.
    expect(first?.percent).toBeLessThan(second?.percent ?? 0);
    expect(second?.percent).toBe(Math.floor(((6 + 6) * 100) / (7 + 8)));
  });
});
