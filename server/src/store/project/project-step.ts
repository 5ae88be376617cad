import { addDuration } from '@baton/engine';
import type { JournalRecord } from '@baton/engine';
import { elementInstances } from '../tables/element-instances.ts';
import { incidents } from '../tables/incidents.ts';
import { processInstances } from '../tables/process-instances.ts';
import { projectCompensation } from './project-compensation.ts';
import { projectElement, projectTokens, projectVariable } from './project-element.ts';
import { projectJob } from './project-job.ts';
import { projectMigration } from './project-migration.ts';
import { projectListener } from './project-listener.ts';
import { projectScope } from './project-scope.ts';
import { projectSuspension } from './project-suspension.ts';
import { projectUserTask } from './project-user-task.ts';
import { projectWait } from './project-wait.ts';
import type { RowBook } from './row-book.ts';
import type { InstanceFacts, RecordsOf, StepFacts } from './step-facts.ts';

type InstanceRecord = Exclude<
  RecordsOf<`process-instance-${string}` | `step-${string}`>,
  { readonly type: `process-instance-${'migrated' | 'suspended' | 'resumed'}` }
>;
type IncidentRecord = RecordsOf<`incident-${string}`>;
type CallRecord = RecordsOf<'process-called'>;
type EvaluationRecord = RecordsOf<`evaluation-${string}`>;

/** Turns the records of one accepted command into row changes. Everything that the state holds has its place in a row (I3). */
export const projectStep = (step: StepFacts, records: readonly JournalRecord[], book: RowBook): void => {
  for (const record of records) projectRecord(step, record, book);
};

const projectRecord = (step: StepFacts, record: JournalRecord, book: RowBook): void => {
  switch (record.type) {
    case 'process-instance-created':
    case 'process-instance-completed':
    case 'process-instance-terminated':
    case 'step-suspended':
    case 'step-resumed':
      return projectInstance(step, record);
    case 'process-instance-suspended':
    case 'process-instance-resumed':
      return projectSuspension(step, record);
    case 'business-id-assigned':
      return step.changes.patch(processInstances, { key: step.instance.key }, { business_id: record.businessId });
    case 'process-instance-migrated':
      return projectMigration(step, record, book);
    case 'sequence-flow-taken':
    case 'token-parked':
    case 'tokens-consumed':
    case 'tokens-discarded':
    case 'gateway-reset-awaited':
    case 'gateway-reset':
      return projectTokens(step, record, book);
    case 'element-activating':
    case 'element-activated':
    case 'element-completing':
    case 'element-terminating':
    case 'element-completed':
    case 'element-terminated':
    case 'element-triggered':
      return projectElement(step, record, book);
    case 'variable-set':
      return projectVariable(step, record);
    case 'job-created':
    case 'job-completed':
    case 'job-failed':
    case 'job-error-thrown':
    case 'job-retries-updated':
    case 'job-reopened':
    case 'job-canceled':
      return projectJob(step, record);
    case 'user-task-created':
    case 'user-task-assigned':
    case 'user-task-updated':
    case 'user-task-completed':
    case 'user-task-canceled':
      return projectUserTask(step, record);
    case 'timer-scheduled':
    case 'timer-fired':
    case 'timer-canceled':
    case 'message-subscription-opened':
    case 'message-correlated':
    case 'message-subscription-closed':
    case 'signal-subscription-opened':
    case 'signal-caught':
    case 'signal-subscription-closed':
    case 'condition-subscription-opened':
    case 'condition-evaluated':
    case 'condition-met':
    case 'condition-subscription-closed':
    case 'event-gathered':
    case 'gathered-events-cleared':
      return projectWait(step, record);
    case 'scope-interrupted':
    case 'ad-hoc-activities-queued':
    case 'ad-hoc-activity-begun':
    case 'ad-hoc-condition-fulfilled':
    case 'loop-started':
    case 'loop-instance-created':
    case 'loop-instance-completed':
    case 'loop-output-set':
      return projectScope(step, record, book);
    case 'compensation-registered':
    case 'compensation-triggered':
    case 'compensation-started':
    case 'compensation-completed':
    case 'compensations-discarded':
      return projectCompensation(step, record, book);
    case 'listener-started':
    case 'listeners-finished':
      return projectListener(step, record);
    case 'incident-raised':
    case 'incident-resolved':
      return projectIncident(step, record, book);
    case 'process-called':
      return projectCall(step, record);
    case 'evaluation-requested':
    case 'evaluation-ended':
      return projectEvaluation(step, record);
    default:
      return unknown(record);
  }
};

const unknown = (record: never): never => {
  throw new Error(
    `Expected every journal record to have its rows, found none for '${(record as { type: string }).type}'. Add it to projectRecord.`,
  );
};

const projectInstance = ({ instance, changes, atMs, state }: StepFacts, record: InstanceRecord): void => {
  const key = { key: instance.key as number };
  switch (record.type) {
    case 'process-instance-created':
      return changes.insert(processInstances, {
        key: instance.key,
        revision: 0,
        status: 'ACTIVE',
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        version: instance.version,
        process_name: instance.processName,
        version_tag: instance.versionTag,
        parent_instance_key: record.parent?.processInstanceKey ?? null,
        parent_element_key: record.parent?.elementInstanceKey ?? null,
        root_key: instance.rootKey,
        call_depth: instance.callDepth,
        business_id: state.businessId,
        tags: JSON.stringify(state.tags),
        start_ms: atMs,
        end_ms: null,
        incident_count: 0,
        continuation: null,
        remove_ms: null,
        terminate_after: record.terminateAfter === undefined ? null : JSON.stringify(record.terminateAfter),
        suspended_ms: null,
        tenant_id: instance.tenantId,
      });
    case 'process-instance-completed':
      return changes.patch(processInstances, key, {
        status: 'COMPLETED',
        end_ms: atMs,
        remove_ms: removeAt(instance, atMs),
      });
    case 'process-instance-terminated':
      return changes.patch(processInstances, key, {
        status: 'TERMINATED',
        end_ms: atMs,
        remove_ms: removeAt(instance, atMs),
      });
    case 'step-suspended':
      return changes.patch(processInstances, key, { continuation: JSON.stringify(record.queue) });
    case 'step-resumed':
      return changes.patch(processInstances, key, { continuation: null });
  }
};

/** When an instance that ends now may be removed. Called instances go with the one at the top. */
const removeAt = ({ key, rootKey, historyTimeToLive }: InstanceFacts, endMs: number): number | null =>
  key === rootKey && historyTimeToLive !== null ? addDuration(historyTimeToLive, endMs) : null;

const projectIncident = (step: StepFacts, record: IncidentRecord, book: RowBook): void => {
  const { instance, changes, atMs } = step;
  const key = { process_instance_key: instance.key, key: record.key };
  const element = { process_instance_key: instance.key, key: record.elementInstanceKey };
  if (record.type === 'incident-resolved') {
    book.incidents -= 1;
    changes.patch(incidents, key, { state: 'RESOLVED', resolved_ms: atMs });
    changes.patch(elementInstances, element, { incident_key: null });
  } else {
    book.incidents += 1;
    changes.insert(incidents, {
      process_instance_key: instance.key,
      key: record.key,
      element_instance_key: record.elementInstanceKey,
      element_id: step.elementIdOf(record.elementInstanceKey),
      type: record.incidentType,
      message: record.message,
      state: 'ACTIVE',
      job_key: record.jobKey,
      created_ms: atMs,
      resolved_ms: null,
      definition_key: instance.definitionKey,
      process_id: instance.processId,
      root_key: instance.rootKey,
      tenant_id: instance.tenantId,
    });
    changes.patch(elementInstances, element, { incident_key: record.key });
  }
  changes.patch(processInstances, { key: instance.key }, { incident_count: book.incidents });
};

const projectCall = ({ instance, changes }: StepFacts, record: CallRecord): void =>
  changes.patch(
    elementInstances,
    { process_instance_key: instance.key, key: record.elementInstanceKey },
    { called_instance_key: record.calledInstanceKey },
  );

const projectEvaluation = ({ instance, changes }: StepFacts, record: EvaluationRecord): void =>
  changes.patch(
    elementInstances,
    { process_instance_key: instance.key, key: record.elementInstanceKey },
    { evaluation_key: record.type === 'evaluation-requested' ? record.key : null },
  );
