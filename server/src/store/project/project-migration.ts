import type { ElementInstance, Wait } from '@baton/engine';
import { compensations } from '../tables/compensations.ts';
import { conditionSubscriptions } from '../tables/condition-subscriptions.ts';
import { elementInstances } from '../tables/element-instances.ts';
import { incidents } from '../tables/incidents.ts';
import { jobs } from '../tables/jobs.ts';
import { messageSubscriptions } from '../tables/message-subscriptions.ts';
import { parkedTokens } from '../tables/parked-tokens.ts';
import { processInstances } from '../tables/process-instances.ts';
import { signalSubscriptions } from '../tables/signal-subscriptions.ts';
import { timers } from '../tables/timers.ts';
import { userTasks } from '../tables/user-tasks.ts';
import { parkedRowId } from './project-element.ts';
import type { RowBook } from './row-book.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type Migrated = RecordsOf<'process-instance-migrated'>;
type Entries = NonNullable<ElementInstance['compensations']>;

/** A running instance goes on by another definition: whatever lives of it says so. What has ended stays as it was. */
export const projectMigration = (step: StepFacts, record: Migrated, book: RowBook): void => {
  const { instance, state, changes } = step;
  changes.patch(
    processInstances,
    { key: instance.key },
    {
      definition_key: record.definitionKey,
      process_id: record.processId,
      version: record.version,
      process_name: instance.processName,
      version_tag: instance.versionTag,
      terminate_after: state.terminateAfter.length === 0 ? null : JSON.stringify(state.terminateAfter),
    },
  );
  migrateParked(step, record, book);
  // What begins in this very step is written with the new definition anyway.
  for (const element of state.elements.values()) if (!step.fresh.has(element.key)) migrateElement(step, element);
};

const migrateElement = (step: StepFacts, element: ElementInstance): void => {
  const { instance, changes } = step;
  const { definitionKey, processId, version } = instance;
  const { name } = step.element(element.elementId);
  const { job, userTask, incident } = element;
  const rowKey = (key: number) => ({ process_instance_key: instance.key as number, key });
  const ofProcess = { definition_key: definitionKey, process_id: processId };
  const of = { ...ofProcess, element_id: element.elementId };
  changes.patch(elementInstances, rowKey(element.key), {
    ...of,
    element_name: name,
    trigger: jsonOrNull(element.trigger),
    interrupted_by: element.interruptedBy,
    resets: jsonOrNull(element.resets && Object.fromEntries(element.resets)),
    gathered: jsonOrNull(element.gathered && Object.fromEntries(element.gathered)),
    ad_hoc: jsonOrNull(element.adHoc),
  });
  if (job && !step.fresh.has(job.key)) changes.patch(jobs, rowKey(job.key), { ...of, version });
  if (userTask && !step.fresh.has(userTask.key))
    changes.patch(userTasks, rowKey(userTask.key), {
      ...of,
      version,
      element_name: name,
      process_name: instance.processName,
    });
  if (incident && !step.fresh.has(incident.key)) changes.patch(incidents, rowKey(incident.key), of);
  for (const wait of element.waits?.values() ?? []) if (!step.fresh.has(wait.key)) migrateWait(step, wait);
  migrateCompensations(step, element.compensations);
};

const migrateWait = ({ instance, changes }: StepFacts, { kind, key, targetId }: Wait): void => {
  const rowKey = { process_instance_key: instance.key as number, key };
  const set = { target_id: targetId };
  switch (kind) {
    case 'timer':
      return changes.patch(timers, rowKey, set);
    case 'message':
      return changes.patch(messageSubscriptions, rowKey, { ...set, process_id: instance.processId });
    case 'signal':
      return changes.patch(signalSubscriptions, rowKey, set);
    case 'condition':
      return changes.patch(conditionSubscriptions, rowKey, set);
  }
};

const migrateCompensations = (step: StepFacts, entries: Entries | null): void => {
  for (const { key, elementId, inner } of entries?.values() ?? []) {
    if (!step.fresh.has(key))
      step.changes.patch(compensations, { process_instance_key: step.instance.key, key }, { element_id: elementId });
    migrateCompensations(step, inner);
  }
};

/** The gateway is part of the key of a parked token: its row is made anew. */
const migrateParked = ({ instance, state, changes }: StepFacts, { elementIds }: Migrated, book: RowBook): void => {
  for (const [id, row] of [...(book.parked ?? [])]) {
    const elementId = elementIds[row.element_id];
    if (elementId === undefined) continue;
    const tokens =
      state.elements
        .get(row.scope_key as never)
        ?.parked?.get(elementId)
        ?.get(row.flow_id) ?? 0;
    const { scope_key, flow_id } = row;
    const key = { process_instance_key: instance.key as number, scope_key, flow_id };
    changes.delete(parkedTokens, { ...key, element_id: row.element_id });
    book.parked?.delete(id);
    if (tokens === 0) continue;
    changes.insert(parkedTokens, { ...key, element_id: elementId, tokens });
    book.parked?.set(parkedRowId(scope_key, elementId, flow_id), { scope_key, element_id: elementId, flow_id });
  }
};

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
