import { isDeepStrictEqual } from 'node:util';
import type { PlayAnswer, PlayState } from '../api/play-answer.ts';
import type { ScenarioExpectation } from '../api/play-input.ts';
import type { Scenario, ScenarioResult } from '../api/scenario-type.ts';

type Difference = Pick<ScenarioResult, 'difference' | 'commandIndex' | 'elementId'>;

/** What came of a scenario. `answer` is null where the play took more time or memory than one may. */
export const checkScenario = ({ name, commands, expect }: Scenario, answer: PlayAnswer | null): ScenarioResult => {
  const found = firstDifference(commands, expect, answer);
  const visited = answer?.state?.visited ?? [];
  return found === null
    ? { name, isPassed: true, difference: null, commandIndex: null, elementId: null, visited }
    : { name, isPassed: false, ...found, visited };
};

const firstDifference = (
  commands: Scenario['commands'],
  expect: ScenarioExpectation,
  answer: PlayAnswer | null,
): Difference | null => {
  if (answer === null) return different('Expected a play that ends within the time and memory for one, found none.');
  const { state, problems } = answer;
  if (state === null) {
    const [first] = problems.filter(({ severity }) => severity === 'error');
    return different(
      `Expected models that can be played, found: ${first?.message ?? 'nothing'}`,
      first?.elementId ?? null,
    );
  }
  if (state.stopped !== null) {
    const { index, message } = state.stopped;
    const command = commands[index];
    const elementId = command !== undefined && 'at' in command ? (command.at?.elementId ?? null) : null;
    return different(
      command === undefined ? `The start: ${message}` : `Command ${index + 1}, ${command.type}: ${message}`,
      elementId,
      index,
    );
  }
  return (
    differentStatus(expect, state) ??
    differentPath(expect, state) ??
    differentWaits(expect, state) ??
    differentVariables(expect, state)
  );
};

const different = (
  difference: string,
  elementId: string | null = null,
  commandIndex: number | null = null,
): Difference => ({ difference, elementId, commandIndex });

const differentStatus = ({ status }: ScenarioExpectation, state: PlayState): Difference | null => {
  if (status === undefined || status === state.recorded.status) return null;
  const incident = state.open.find(({ kind }) => kind === 'incident');
  const why =
    incident === undefined
      ? ''
      : ` There is an incident at '${incident.at.elementId}': ${incident.detail ?? incident.label}`;
  return different(
    `Expected the instance to be ${status} at the end, found ${state.recorded.status ?? 'none'}.${why}`,
    incident?.at.elementId ?? null,
  );
};

const differentPath = ({ path }: ScenarioExpectation, state: PlayState): Difference | null => {
  if (path === undefined) return null;
  const { path: found = [] } = state.recorded;
  const at = Array.from({ length: Math.max(path.length, found.length) }).findIndex(
    (_, index) => path[index] !== found[index],
  );
  if (at < 0) return null;
  const [expected, is] = [path[at], found[at]];
  return different(
    `Expected ${expected === undefined ? 'no element' : `'${expected}'`} to be completed as number ${at + 1}, found ${is === undefined ? 'none' : `'${is}'`}.`,
    is ?? expected ?? null,
  );
};

const differentWaits = (expect: ScenarioExpectation, state: PlayState): Difference | null => {
  if (expect.waitsAt === undefined) return null;
  const { waitsAt: found = [] } = state.recorded;
  if (isDeepStrictEqual(expect.waitsAt, found)) return null;
  const words = (ids: readonly string[]): string => (ids.length === 0 ? 'nowhere' : ids.join(', '));
  return different(
    `Expected it to wait at the end: ${words(expect.waitsAt)}; found: ${words(found)}.`,
    found.find((id) => expect.waitsAt?.includes(id) === false) ?? null,
  );
};

const differentVariables = (expect: ScenarioExpectation, state: PlayState): Difference | null => {
  const { variables: found = {} } = state.recorded;
  for (const [name, value] of Object.entries(expect.variables ?? {})) {
    if (Object.hasOwn(found, name) && isDeepStrictEqual(found[name], value)) continue;
    const is = Object.hasOwn(found, name) ? short(found[name]) : 'none';
    return different(`Expected the variable '${name}' to be ${short(value)} at the end, found ${is}.`);
  }
  return null;
};

const short = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'null';
  return json.length > 200 ? `${json.slice(0, 199)}…` : json;
};
