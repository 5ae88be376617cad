import { z } from 'zod';
import { jobKinds, jobStates, listenerEvents } from '../store/searches/job-plan.ts';
import type { JobRow } from '../store/tables/jobs.ts';
import { dateText, dateTextOrNull, keyText, stored } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const jobType = z
  .strictObject({
    jobKey: keyType,
    type: z.string(),
    worker: z.string(),
    state: z.enum(jobStates),
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(listenerEvents),
    retries: z.int(),
    isDenied: z.boolean(),
    deniedReason: z.string().nullable(),
    hasFailedWithRetriesLeft: z.boolean(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    customHeaders: z.record(z.string(), z.string()),
    deadline: dateType.nullable(),
    creationTime: dateType,
    lastUpdateTime: dateType,
    endTime: dateType.nullable(),
    processDefinitionId: z.string(),
    processDefinitionKey: keyType,
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    elementId: z.string(),
    elementInstanceKey: keyType,
    tenantId: tenantType,
  })
  .meta({ id: 'Job' });

/** A job as searches show it. */
export const jobAnswer = (row: JobRow): z.input<typeof jobType> => ({
  jobKey: keyText(row.key),
  type: row.type,
  worker: row.worker ?? '',
  state: row.state as (typeof jobStates)[number],
  kind: row.kind as (typeof jobKinds)[number],
  listenerEventType: row.listener_event as (typeof listenerEvents)[number],
  retries: row.retries,
  isDenied: row.is_denied === 1,
  deniedReason: row.denied_reason,
  hasFailedWithRetriesLeft: row.state === 'FAILED' && row.retries > 0,
  errorCode: row.error_code,
  errorMessage: row.error_message,
  customHeaders: stored<Record<string, string>>(row.headers),
  deadline: dateTextOrNull(row.deadline_ms),
  creationTime: dateText(row.created_ms),
  lastUpdateTime: dateText(row.updated_ms),
  endTime: dateTextOrNull(row.end_ms),
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.definition_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  elementId: row.element_id,
  elementInstanceKey: keyText(row.element_instance_key),
  tenantId: row.tenant_id,
});

export const jobExample: z.input<typeof jobType> = {
  jobKey: '1000000105',
  type: 'book-invoice',
  worker: 'accounting-1',
  state: 'CREATED',
  kind: 'BPMN_ELEMENT',
  listenerEventType: 'UNSPECIFIED',
  retries: 3,
  isDenied: false,
  deniedReason: null,
  hasFailedWithRetriesLeft: false,
  errorCode: null,
  errorMessage: null,
  customHeaders: { ledger: 'main' },
  deadline: '2030-01-31T10:05:00.000Z',
  creationTime: '2030-01-31T10:00:00.000Z',
  lastUpdateTime: '2030-01-31T10:00:00.000Z',
  endTime: null,
  processDefinitionId: 'invoice',
  processDefinitionKey: '1000000003',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  elementId: 'book-invoice',
  elementInstanceKey: '1000000104',
  tenantId: '<default>',
};
