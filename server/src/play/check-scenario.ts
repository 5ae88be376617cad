import { isDeepStrictEqual } from 'node:util';
import type { PlayAnswer, PlayState } from '../api/play-answer.ts';
import type { Scenario, ScenarioExpectation, ScenarioResult } from '../api/scenario-type.ts';

type Difference = Pick<ScenarioResult, 'difference' | 'commandIndex' | 'elementId'>;

/** What came of a scenario. `answer` is null where the play took more time or memory than one may. */
export const checkScenario = ({ name, commands, expect }: Scenario, answer: PlayAnswer | null): ScenarioResult => {
  const found = firstDifference(commands, expect, answer);
  const visited = answer?.state?.visited ?? [];
  return found === null
    ? { name, isPassed: true, difference: null, commandIndex: null, elementId: null, visited }
    : { name, isPassed: false, ...found, visited };
};

/** What an instance shows at the end of a play, as it is expected from then on. */
export const expectationOf = (state: PlayState): Required<ScenarioExpectation> => ({
  status: state.status as Required<ScenarioExpectation>['status'],
  path: [...state.path],
  waitsAt: waitsAt(state),
  variables: rootVariables(state),
});

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
  if (status === undefined || status === state.status) return null;
  const incident = state.open.find(({ kind }) => kind === 'incident');
  const why =
    incident === undefined
      ? ''
      : ` There is an incident at '${incident.at.elementId}': ${incident.detail ?? incident.label}`;
  return different(
    `Expected the instance to be ${status} at the end, found ${state.status ?? 'none'}.${why}`,
    incident?.at.elementId ?? null,
  );
};

const differentPath = ({ path }: ScenarioExpectation, state: PlayState): Difference | null => {
  if (path === undefined) return null;
  const at = Array.from({ length: Math.max(path.length, state.path.length) }).findIndex(
    (_, index) => path[index] !== state.path[index],
  );
  if (at < 0) return null;
  const [expected, found] = [path[at], state.path[at]];
  return different(
    `Expected ${expected === undefined ? 'no element' : `'${expected}'`} to be completed as number ${at + 1}, found ${found === undefined ? 'none' : `'${found}'`}.`,
    found ?? expected ?? null,
  );
};

const differentWaits = (expect: ScenarioExpectation, state: PlayState): Difference | null => {
  if (expect.waitsAt === undefined) return null;
  const found = waitsAt(state);
  if (isDeepStrictEqual(expect.waitsAt, found)) return null;
  const words = (ids: readonly string[]): string => (ids.length === 0 ? 'nowhere' : ids.join(', '));
  return different(
    `Expected it to wait at the end: ${words(expect.waitsAt)}; found: ${words(found)}.`,
    found.find((id) => expect.waitsAt?.includes(id) === false) ?? null,
  );
};

const differentVariables = (expect: ScenarioExpectation, state: PlayState): Difference | null => {
  const found = rootVariables(state);
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

const waitsAt = ({ open, processInstanceKey }: PlayState): string[] =>
  [
    ...new Set(open.filter((item) => item.processInstanceKey === processInstanceKey).map(({ at }) => at.elementId)),
  ].sort();

const rootVariables = ({
  variables,
  processInstanceKey,
}: PlayState): Readonly<Record<string, PlayState['variables'][number]['value']>> =>
  Object.fromEntries(
    variables.filter(({ scopeKey }) => scopeKey === processInstanceKey).map(({ name, value }) => [name, value]),
  );
