import { z } from 'zod';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import {
  auditActorTypes,
  auditCategories,
  auditEntityTypes,
  auditOperationTypes,
  auditPlan,
} from '../../store/searches/audit-plan.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { Field } from '../../store/searches/search-plan.ts';
import type { AuditLogRow } from '../../store/tables/audit-log.ts';
import { dateText, keyText, keyTextOrNull } from '../answer.ts';
import { foundRow } from '../found-row.ts';
import { key } from '../input.ts';
import { needs } from '../operation/access.ts';
import { json } from '../operation/answer-kinds.ts';
import { dateType, keyType, pageOf } from '../operation/answer-types.ts';
import { searchBody } from '../operation/body-kinds.ts';
import { onePage } from '../operation/examples.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchOperation } from '../operation/search-operation.ts';
import { searchAnswer } from '../search/read-search.ts';
import { withinPermit } from '../search/within-permit.ts';

const keyOrNull = keyType.nullable();
const textOrNull = z.string().nullable();
const entryType = z
  .strictObject({
    auditLogKey: keyType,
    entityKey: z.string(),
    entityType: z.enum(auditEntityTypes),
    operationType: z.enum(auditOperationTypes),
    batchOperationKey: keyOrNull,
    batchOperationType: z.null(),
    timestamp: dateType,
    actorId: textOrNull,
    actorType: z.enum(auditActorTypes).nullable(),
    agentElementId: textOrNull,
    tenantId: textOrNull,
    result: z.enum(['FAIL', 'SUCCESS']),
    category: z.enum(auditCategories),
    processDefinitionId: textOrNull,
    processDefinitionKey: keyOrNull,
    processInstanceKey: keyOrNull,
    rootProcessInstanceKey: keyOrNull,
    elementInstanceKey: keyOrNull,
    jobKey: keyOrNull,
    userTaskKey: keyOrNull,
    decisionRequirementsId: textOrNull,
    decisionRequirementsKey: keyOrNull,
    decisionDefinitionId: textOrNull,
    decisionDefinitionKey: keyOrNull,
    decisionEvaluationKey: keyOrNull,
    deploymentKey: keyOrNull,
    formKey: keyOrNull,
    resourceKey: keyOrNull,
    relatedEntityKey: textOrNull,
    relatedEntityType: z.enum(auditEntityTypes).nullable(),
    entityDescription: textOrNull,
  })
  .meta({ id: 'AuditEntry' });
const extendedType = z
  .strictObject({
    ...entryType.shape,
    commandId: textOrNull.describe('The idempotency key of the request, or a random one.'),
    details: z
      .json()
      .describe(
        'The operation, what was sent without values of variables and secrets, and for what is administered how it was before and after.',
      ),
    seal: z.number().nullable().describe('The seal that covers the entry; null for a second or two.'),
  })
  .meta({ id: 'ExtendedAuditEntry' });

const answer = (row: AuditLogRow): z.input<typeof entryType> => ({
  auditLogKey: keyText(row.key),
  entityKey: row.entity_key,
  entityType: row.entity_type as z.input<typeof entryType>['entityType'],
  operationType: row.operation_type as z.input<typeof entryType>['operationType'],
  batchOperationKey: null,
  batchOperationType: null,
  timestamp: dateText(row.at_ms),
  actorId: row.actor_id,
  actorType: row.actor_type as z.input<typeof entryType>['actorType'],
  agentElementId: null,
  tenantId: row.tenant_id,
  result: row.result as 'FAIL' | 'SUCCESS',
  category: row.category as z.input<typeof entryType>['category'],
  processDefinitionId: row.process_id,
  processDefinitionKey: keyTextOrNull(row.definition_key),
  processInstanceKey: keyTextOrNull(row.process_instance_key),
  rootProcessInstanceKey: null,
  elementInstanceKey: keyTextOrNull(row.element_instance_key),
  jobKey: keyTextOrNull(row.job_key),
  userTaskKey: keyTextOrNull(row.user_task_key),
  decisionRequirementsId: null,
  decisionRequirementsKey: null,
  decisionDefinitionId: null,
  decisionDefinitionKey: null,
  decisionEvaluationKey: null,
  deploymentKey: null,
  formKey: null,
  resourceKey: null,
  relatedEntityKey: row.related_key,
  relatedEntityType: row.related_type as z.input<typeof entryType>['relatedEntityType'],
  entityDescription: null,
});
const extended = (row: AuditLogRow): z.input<typeof extendedType> => ({
  ...answer(row),
  commandId: row.command_id,
  details: row.details === null ? null : (JSON.parse(row.details) as z.input<typeof extendedType>['details']),
  seal: row.seal,
});

const example: z.input<typeof entryType> = answer({
  key: 1_000_000_320,
  at_ms: 1_895_911_200_000,
  category: 'USER_TASKS',
  entity_type: 'USER_TASK',
  operation_type: 'COMPLETE',
  entity_key: '1000000110',
  actor_type: 'USER',
  actor_id: 'mia',
  result: 'SUCCESS',
  tenant_id: '<default>',
  command_id: null,
  process_id: 'invoice',
  definition_key: 1_000_000_003,
  process_instance_key: 1_000_000_101,
  element_instance_key: null,
  job_key: null,
  user_task_key: 1_000_000_110,
  related_type: null,
  related_key: null,
  details: null,
  seal: null,
});
const extendedExample: z.input<typeof extendedType> = {
  ...example,
  commandId: '6f1c2b8e-1c55-4a37-9a13-9d0b2f6f2e10',
  details: { operation: 'completeUserTask', sent: { variables: ['approved'] } },
  seal: 12,
};

const tag = 'Identity';
const mayRead = needs('AUDIT_LOG', 'READ');
const ofTask = ['operationType', 'result', 'timestamp', 'actorType', 'actorId'];

/** The audit log: who did what, and who was refused. */
export const auditOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    searchOperation(database, {
      id: 'searchAuditLogs',
      path: '/v2/audit-logs/search',
      tag,
      summary: 'Search the audit log',
      description:
        'Every command that was accepted, logins, and requests that were refused. The newest first. Kept where callers have to sign in.',
      reader: { plan: auditPlan },
      item: entryType,
      answer,
      access: mayRead,
      example: { body: { filter: { actorId: 'mia' } }, item: example },
    }),
    searchOperation(database, {
      id: 'searchExtendedAuditLogs',
      path: '/ext/audit-logs/search',
      tag,
      summary: 'Search the audit log, with the details of each entry',
      reader: { plan: auditPlan },
      item: extendedType,
      answer: extended,
      access: mayRead,
      example: { body: { filter: { result: 'FAIL' } }, item: extendedExample },
    }),
    operation({
      id: 'getAuditLog',
      method: 'GET',
      path: '/v2/audit-logs/{auditLogKey}',
      tag,
      summary: 'Read an entry of the audit log',
      params: { auditLogKey: key },
      answer: json(entryType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isTenantAware: true,
      example: { answer: example },
      run: async ({ params: { auditLogKey }, permit }) => {
        const field = auditPlan.fields['auditLogKey'] as Field;
        const filter = { conditions: [{ field, operator: 'eq' as const, value: auditLogKey }], custom: [], anyOf: [] };
        const search = { filter, sort: [], page: { kind: 'offset' as const, from: 0, limit: 1 } };
        const [row] = (await runSearch(database, auditPlan, withinPermit(search, auditPlan, permit))).rows;
        if (row === undefined) throw new Refusal('NOT_FOUND', `Audit log with key '${auditLogKey}' not found`);
        return answer(row);
      },
    }),
    operation({
      id: 'searchUserTaskAuditLogs',
      method: 'POST',
      path: '/v2/user-tasks/{userTaskKey}/audit-logs/search',
      tag: 'User tasks',
      summary: 'Search what was done to a user task',
      params: { userTaskKey: key },
      body: searchBody({ plan: auditPlan, filters: ofTask }),
      answer: json(pageOf(entryType)),
      refusals: ['NOT_FOUND'],
      access: [needs('USER_TASK', 'READ'), needs('PROCESS_DEFINITION', 'READ_USER_TASK')],
      isLimitable: true,
      example: { body: {}, answer: onePage(example) },
      run: async (call) => {
        const { userTaskKey } = call.params;
        await foundRow(call, database, 'user_tasks', userTaskKey);
        const only = { field: auditPlan.fields['userTaskKey'] as Field, operator: 'eq', value: userTaskKey } as const;
        const { filter } = call.body;
        const narrowed = { ...filter, conditions: [...filter.conditions, only] };
        return searchAnswer(await runSearch(database, auditPlan, { ...call.body, filter: narrowed }), answer);
      },
    }),
  ];
};
