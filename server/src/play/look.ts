import type { JournalRecord, Json, Key } from '@baton/engine';
import { dateText, dateTextOrNull, keyText, keyTextOrNull, stored } from '../api/answer.ts';
import type { PlayState } from '../api/play-answer.ts';
import { publicRecord } from '../api/public-record.ts';
import { userTaskForm } from '../api/user-task-form.ts';
import { readElementIds, readOpenInPlay } from '../store/searches/read-play.ts';
import type { NumberedEntry, OpenInPlay } from '../store/searches/read-play.ts';
import type { World } from './open-world.ts';
import { placedAtTarget, withTargets } from './targets.ts';
import type { FullTarget, Placed } from './targets.ts';
import { visitedIn } from './visited.ts';

/** Records of one step that are told; a step of a huge model would else outweigh all the rest. */
const maxRecordsOfStep = 300;
/** Rows of each kind that are told. */
const maxRows = 1_000;
/** Element instances, living and ended, whose elements are told: the newest. */
const maxElementIds = 5_000;

type OpenItem = PlayState['open'][number];
type Step = PlayState['steps'][number];

/** What was written at the start, then by each command. */
export type Steps = readonly (readonly NumberedEntry[])[];

/** Reads the whole state of a play as it is shown. */
export const lookAt = async (world: World, steps: Steps, stopped: PlayState['stopped']): Promise<PlayState> => {
  const { database } = world.runtime;
  const open = await readOpenInPlay(database);
  const elementIds = await readElementIds(database);
  const root = world.rootKey();
  const elements = withTargets(open.elements);
  const items = await openItems(world, open);
  const { path, visited } = visitedIn(steps, open.instances, elementIds, root);
  const status = open.instances.find(({ key }) => key === root)?.status ?? null;
  const scopes = new Map(elements.map(({ row, at }) => [row.key, at]));
  return {
    now: dateText(world.nowMs()),
    processInstanceKey: keyTextOrNull(root),
    status,
    instances: open.instances.slice(0, maxRows).map((row) => ({
      processInstanceKey: keyText(row.key),
      processId: row.process_id,
      status: row.status,
      parentProcessInstanceKey: keyTextOrNull(row.parent_instance_key),
      parentElementInstanceKey: keyTextOrNull(row.parent_element_key),
    })),
    elements: elements.slice(0, maxRows).map(({ row, at }) => ({
      at,
      processInstanceKey: keyText(row.process_instance_key),
      elementInstanceKey: keyText(row.key),
      elementType: row.element_type,
      scopeKey: keyTextOrNull(row.scope_key),
      loopCounter: row.loop_counter,
      calledProcessInstanceKey: keyTextOrNull(row.called_instance_key),
    })),
    parked: open.parked.slice(0, maxRows).map((row) => ({
      processInstanceKey: keyText(row.process_instance_key),
      processId: row.process_id,
      elementId: row.element_id,
      flowId: row.flow_id,
      count: row.tokens,
    })),
    open: items.slice(0, maxRows),
    variables: open.variables.slice(0, maxRows).map((row) => ({
      at: scopes.get(row.scope_key) ?? null,
      processInstanceKey: keyText(row.process_instance_key),
      scopeKey: keyText(row.scope_key),
      name: row.name,
      value: stored(row.value),
    })),
    elementIds: elementIds
      .slice(-maxElementIds)
      .map(({ key, element_id }) => ({ key: keyText(key), elementId: element_id })),
    steps: steps.map(shownStep),
    recorded:
      status === null
        ? {}
        : {
            status: status as 'ACTIVE',
            path,
            waitsAt: waitsAt(items, root),
            variables: Object.fromEntries(
              open.variables
                .filter(({ scope_key }) => scope_key === root)
                .map(({ name, value }) => [name, stored<Json>(value)]),
            ),
          },
    visited,
    stopped,
    isGoingOn: world.isGoingOn(),
  };
};

/** Where something can be done in the instance that is played. */
const waitsAt = (items: readonly OpenItem[], root: Key | null): string[] =>
  [...new Set(items.filter((item) => item.processInstanceKey === String(root)).map(({ at }) => at.elementId))].sort();

const shownStep = (entries: readonly NumberedEntry[]): Step => {
  let left = maxRecordsOfStep;
  const shown = entries.map((entry) => {
    const records = stored<JournalRecord[]>(entry.records).slice(0, left);
    left -= records.length;
    return {
      processInstanceKey: keyText(entry.process_instance_key),
      records: records.map((record) => publicRecord(record) as Step['entries'][number]['records'][number]),
    };
  });
  return { entries: shown.filter(({ records }) => records.length > 0), isCut: left === 0 };
};

const openItems = async (world: World, open: OpenInPlay): Promise<OpenItem[]> => {
  const { database } = world.runtime;
  const forms = new Map<number, string | null>();
  for (const row of open.userTasks.slice(0, maxRows))
    forms.set(row.key, (await userTaskForm(database, row))?.schema ?? null);
  const activities = new Map<number, string[]>();
  for (const row of open.adHocs)
    activities.set(row.key, [...(await world.activitiesOf(row.process_id, row.element_id))]);
  const adHocs = open.adHocs.map((row) => ({ ...row, element_instance_key: row.key }));
  return [
    ...itemsOf('job', open.jobs, (row) => ({
      label: row.type,
      detail: row.kind.endsWith('_LISTENER') ? row.listener_event.toLowerCase() : null,
      activities: row.kind === 'AD_HOC_SUB_PROCESS' ? activities.get(row.element_instance_key) : null,
    })),
    ...itemsOf('user-task', open.userTasks, (row) => ({
      label: row.element_name ?? row.element_id,
      detail: row.assignee,
      formSchema: forms.get(row.key) ?? null,
    })),
    ...itemsOf('timer', open.timers.map(placedAtTarget), (row) => ({ dueAt: dateTextOrNull(row.due_ms) })),
    ...itemsOf('message', open.messages.map(placedAtTarget), (row) => ({
      label: row.message_name,
      detail: row.correlation_key,
    })),
    ...itemsOf('signal', open.signals.map(placedAtTarget), (row) => ({ label: row.signal_name })),
    ...itemsOf('condition', open.conditions.map(placedAtTarget), () => ({})),
    ...itemsOf('incident', open.incidents, (row) => ({ label: row.type, detail: row.message })),
    ...itemsOf('ad-hoc', adHocs, ({ key }) => ({ activities: activities.get(key) })),
  ];
};

const itemsOf = <Row extends Placed & { process_instance_key: number; element_instance_key: number }>(
  kind: OpenItem['kind'],
  rows: readonly Row[],
  more: (
    row: Row,
    at: FullTarget,
  ) => Partial<Pick<OpenItem, 'label' | 'detail' | 'dueAt' | 'formSchema' | 'activities'>>,
): OpenItem[] =>
  withTargets(rows).map(({ row, at }) => ({
    kind,
    at,
    processInstanceKey: keyText(row.process_instance_key),
    elementInstanceKey: keyText(row.element_instance_key),
    label: '',
    detail: null,
    dueAt: null,
    formSchema: null,
    activities: null,
    ...more(row, at),
  }));
