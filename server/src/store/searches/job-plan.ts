import type { JobRow } from '../tables/jobs.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

/** What a job is for. */
export const jobKinds = ['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS'] as const;
/** When the listener of a job runs; UNSPECIFIED for jobs of elements. */
export const listenerEvents = [
  'UNSPECIFIED',
  'START',
  'END',
  'CREATING',
  'ASSIGNING',
  'UPDATING',
  'COMPLETING',
  'CANCELING',
] as const;
/** States of jobs, as searches know them. */
export const jobStates = [
  'CREATED',
  'COMPLETED',
  'FAILED',
  'RETRIES_UPDATED',
  'TIMED_OUT',
  'CANCELED',
  'ERROR_THROWN',
  'MIGRATED',
] as const;

/** Search of jobs in any state. */
export const jobPlan: SearchPlan<JobRow> = {
  from: 'jobs as j',
  columns: ['j.*'],
  tenant: 'j.tenant_id',
  tiebreak: 'j.key',
  fields: {
    jobKey: { kind: 'key', column: 'j.key' },
    type: { kind: 'string', column: 'j.type' },
    worker: { kind: 'string', column: 'j.worker', nullable: true },
    state: {
      kind: 'enum',
      column: 'j.state',
      values: plainEnum(...jobStates),
    },
    kind: {
      kind: 'enum',
      column: 'j.kind',
      values: plainEnum(...jobKinds),
    },
    listenerEventType: {
      kind: 'enum',
      column: 'j.listener_event',
      values: plainEnum(...listenerEvents),
    },
    retries: { kind: 'int', column: 'j.retries' },
    deadline: { kind: 'date', column: 'j.deadline_ms', nullable: true },
    endTime: { kind: 'date', column: 'j.end_ms', nullable: true },
    creationTime: { kind: 'date', column: 'j.created_ms' },
    lastUpdateTime: { kind: 'date', column: 'j.updated_ms' },
    errorCode: { kind: 'string', column: 'j.error_code', nullable: true },
    errorMessage: { kind: 'string', column: 'j.error_message', nullable: true },
    deniedReason: { kind: 'string', column: 'j.denied_reason', nullable: true },
    isDenied: { kind: 'boolean', column: 'j.is_denied', literalOnly: true },
    hasFailedWithRetriesLeft: {
      kind: 'boolean',
      column: `CASE WHEN j.state = 'FAILED' AND j.retries > 0 THEN 1 ELSE 0 END`,
      literalOnly: true,
    },
    elementId: { kind: 'string', column: 'j.element_id' },
    elementInstanceKey: { kind: 'key', column: 'j.element_instance_key' },
    processDefinitionId: { kind: 'string', column: 'j.process_id' },
    processDefinitionKey: { kind: 'key', column: 'j.definition_key' },
    processInstanceKey: { kind: 'key', column: 'j.process_instance_key' },
  },
  sortable: [
    'deadline',
    'deniedReason',
    'elementId',
    'elementInstanceKey',
    'endTime',
    'errorCode',
    'errorMessage',
    'hasFailedWithRetriesLeft',
    'isDenied',
    'jobKey',
    'kind',
    'listenerEventType',
    'processDefinitionId',
    'processDefinitionKey',
    'processInstanceKey',
    'retries',
    'state',
    'tenantId',
    'type',
    'worker',
  ],
};
