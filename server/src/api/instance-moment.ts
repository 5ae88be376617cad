import type { ElementInstance, InstanceState, JournalRecord } from '@baton/engine';
import { z } from 'zod';
import { foldJournal } from '../runtime/fold-journal.ts';
import type { JournalObserver } from '../runtime/fold-journal.ts';
import type { Database } from '../store/database.ts';
import type { JournalRow } from '../store/tables/journal.ts';
import { dateText, keyText, keyTextOrNull, stored } from './answer.ts';
import { cutValue } from './cut-value.ts';
import { instancePathType } from './instance-path.ts';
import { dateType, keyType } from './operation/answer-types.ts';
import { publicRecord } from './public-record.ts';

/** More element instances and variables are not listed; counts and the path are always of all. */
const maxListed = 1_000;

const waitType = z.strictObject({
  kind: z.enum(['timer', 'message', 'signal', 'condition']),
  targetId: z.string().describe('Id of the event.'),
  dueDate: dateType.nullable(),
  name: z.string().nullable().describe('Of the message or signal.'),
  correlationKey: z.string().nullable(),
});
const elementInstanceType = z.strictObject({
  elementInstanceKey: keyType,
  elementId: z.string(),
  scopeKey: keyType.nullable(),
  startDate: dateType,
  loopCounter: z.int().nullable(),
  job: z.strictObject({ jobKey: keyType, type: z.string(), retries: z.int() }).nullable(),
  userTask: z.strictObject({ userTaskKey: keyType, assignee: z.string().nullable() }).nullable(),
  incident: z.strictObject({ incidentKey: keyType, errorType: z.string(), errorMessage: z.string() }).nullable(),
  calledProcessInstanceKey: keyType.nullable(),
  waits: z.array(waitType),
});
const variableType = z.strictObject({
  name: z.string(),
  scopeKey: keyType,
  value: z.string().describe('JSON text.'),
  isTruncated: z.boolean().describe('Whether the value was cut.'),
  isNews: z.boolean().describe('Whether this very step set it.'),
});

export const instanceMomentType = z
  .strictObject({
    seq: z.int(),
    at: dateType,
    command: z.looseObject({ type: z.string() }),
    state: z.enum(['ACTIVE', 'SUSPENDED', 'COMPLETED', 'TERMINATED']),
    processDefinitionKey: keyType.describe('The definition that it followed then.'),
    path: instancePathType,
    elementInstances: z.array(elementInstanceType).describe(`What was active, the oldest first, ${maxListed} at most.`),
    variables: z.array(variableType).describe(`By scope and name, ${maxListed} at most.`),
    isComplete: z.boolean().describe('Whether everything is listed.'),
  })
  .meta({ id: 'InstanceMoment' });

/** How an instance stood when an entry of its journal was written: everything before it and the entry itself, replayed. Null where there is no such entry. */
export const instanceMoment = async (
  database: Database,
  processInstanceKey: number,
  seq: number,
): Promise<z.input<typeof instanceMomentType> | null> => {
  const passed = passedThrough();
  let entry: JournalRow | null = null;
  const { state, entries } = await foldJournal(
    database,
    processInstanceKey,
    [passed.observer, { entry: (row) => (entry = row) }],
    undefined,
    seq,
  );
  const last = entry as JournalRow | null;
  if (last === null || entries !== seq) return null;
  const active = [...state.elements.values()].filter(({ scopeKey }) => scopeKey !== null);
  const news = new Set(
    stored<JournalRecord[]>(last.records).flatMap((record) =>
      record.type === 'variable-set' ? [`${record.scopeKey} ${record.name}`] : [],
    ),
  );
  const variables = [...state.elements.values()].flatMap(({ key, variables: own }) =>
    [...(own ?? [])].map(([name, { value }]) => ({ name, scopeKey: key, value })),
  );
  return {
    seq,
    at: dateText(last.at_ms),
    command: publicRecord(stored(last.command)) as { type: string },
    state: shownState(state),
    processDefinitionKey: keyText(state.definitionKey),
    path: pathOf(active, [...state.elements.values()], passed),
    elementInstances: active.slice(0, maxListed).map(shownElement),
    variables: variables.slice(0, maxListed).map(({ name, scopeKey, value }) => ({
      name,
      scopeKey: keyText(scopeKey),
      ...cutValue(JSON.stringify(value)),
      isNews: news.has(`${scopeKey} ${name}`),
    })),
    isComplete: active.length <= maxListed && variables.length <= maxListed,
  };
};

interface Passed {
  readonly completed: Map<string, number>;
  readonly terminated: Map<string, number>;
  readonly flows: Map<string, number>;
  readonly observer: JournalObserver;
}

/** Counts what the state forgets: elements that ended and flows that were taken. */
const passedThrough = (): Passed => {
  const completed = new Map<string, number>();
  const terminated = new Map<string, number>();
  const flows = new Map<string, number>();
  const record = (it: JournalRecord, { elements }: InstanceState): void => {
    if (it.type === 'sequence-flow-taken') return add(flows, it.flowId);
    if (it.type !== 'element-completed' && it.type !== 'element-terminated') return;
    const element = elements.get(it.key);
    if (element === undefined || element.scopeKey === null) return;
    add(it.type === 'element-completed' ? completed : terminated, element.elementId);
  };
  return { completed, terminated, flows, observer: { record } };
};

const add = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);

const pathOf = (
  active: readonly ElementInstance[],
  all: readonly ElementInstance[],
  { completed, terminated, flows }: Passed,
): z.input<typeof instancePathType> => {
  const tokens = new Map<string, number>();
  const incidents = new Map<string, number>();
  for (const { elementId, incident } of active) {
    add(tokens, elementId);
    if (incident !== null) add(incidents, elementId);
  }
  const ids = new Set([...completed.keys(), ...terminated.keys(), ...tokens.keys()]);
  return {
    elements: [...ids].map((elementId) => ({
      elementId,
      active: tokens.get(elementId) ?? 0,
      completed: completed.get(elementId) ?? 0,
      terminated: terminated.get(elementId) ?? 0,
      incidents: incidents.get(elementId) ?? 0,
    })),
    flows: [...flows].map(([sequenceFlowId, count]) => ({ sequenceFlowId, count })),
    waiting: all.flatMap(({ parked }) =>
      [...(parked ?? [])].flatMap(([elementId, byFlow]) =>
        [...byFlow].map(([sequenceFlowId, count]) => ({ sequenceFlowId, elementId, count })),
      ),
    ),
  };
};

const shownState = ({ status, suspendedMs }: InstanceState): z.input<typeof instanceMomentType>['state'] => {
  if (status === 'COMPLETED' || status === 'TERMINATED') return status;
  return suspendedMs === null ? 'ACTIVE' : 'SUSPENDED';
};

const shownElement = (element: ElementInstance): z.input<typeof elementInstanceType> => ({
  elementInstanceKey: keyText(element.key),
  elementId: element.elementId,
  scopeKey: keyTextOrNull(element.scopeKey),
  startDate: dateText(element.startMs),
  loopCounter: element.loopCounter,
  job:
    element.job === null
      ? null
      : { jobKey: keyText(element.job.key), type: element.job.type, retries: element.job.retries },
  userTask:
    element.userTask === null
      ? null
      : { userTaskKey: keyText(element.userTask.key), assignee: element.userTask.assignee },
  incident:
    element.incident === null
      ? null
      : {
          incidentKey: keyText(element.incident.key),
          errorType: element.incident.type,
          errorMessage: element.incident.message,
        },
  calledProcessInstanceKey: keyTextOrNull(element.calledInstanceKey),
  waits: [...(element.waits?.values() ?? [])].map((wait) => ({
    kind: wait.kind,
    targetId: wait.targetId,
    dueDate: wait.kind === 'timer' ? dateText(wait.dueMs) : null,
    name: wait.kind === 'message' ? wait.messageName : wait.kind === 'signal' ? wait.signalName : null,
    correlationKey: wait.kind === 'message' ? wait.correlationKey : null,
  })),
});
