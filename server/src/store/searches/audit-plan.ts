import type { AuditLogRow } from '../tables/audit-log.ts';
import { touchesOnly } from './batch-operation-plan.ts';
import { plainEnum } from './enum-values.ts';
import type { Field, SearchPlan } from './search-plan.ts';

export const auditEntityTypes = [
  'AUTHORIZATION',
  'BATCH',
  'CLIENT',
  'DECISION',
  'GROUP',
  'INCIDENT',
  'JOB',
  'MAPPING_RULE',
  'PROCESS_INSTANCE',
  'RESOURCE',
  'ROLE',
  'TENANT',
  'USER',
  'USER_TASK',
  'VARIABLE',
] as const;
export const auditOperationTypes = [
  'ASSIGN',
  'CANCEL',
  'COMPLETE',
  'CREATE',
  'DELETE',
  'EVALUATE',
  'MIGRATE',
  'MODIFY',
  'RESOLVE',
  'RESUME',
  'SUSPEND',
  'UNASSIGN',
  'UNKNOWN',
  'UPDATE',
] as const;
export const auditCategories = ['ADMIN', 'DEPLOYED_RESOURCES', 'USER_TASKS'] as const;
export const auditActorTypes = ['ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER'] as const;

const text = (column: string, nullable = true): Field => ({ kind: 'string', column, nullable });
const key = (column: string): Field => ({ kind: 'key', column, nullable: true });
/** Fields of Camunda's log that nothing here has a value for: a filter by one finds nothing, sorting by one changes nothing. */
const none = (kind: 'key' | 'string'): Field => ({
  kind,
  column: kind === 'key' ? 'CAST(NULL AS BIGINT)' : 'CAST(NULL AS TEXT)',
  nullable: true,
});

/** Search of the audit log. */
export const auditPlan: SearchPlan<AuditLogRow> = {
  from: 'audit_log as a',
  columns: ['a.*'],
  tiebreak: 'a.key',
  tenant: 'a.tenant_id',
  // What is administered is of no tenant, and a batch operation may be of several.
  seenBy: (query, tenants, context) =>
    void query.where((one) => {
      one.whereIn('a.tenant_id', tenants as string[]);
      one.orWhereRaw(`(a.tenant_id IS NULL AND a.category = 'ADMIN')`);
      one.orWhere((begun) => {
        begun.whereRaw('a.tenant_id IS NULL').whereExists((sub) => {
          sub
            .select(context.knex.raw('1'))
            .from('batch_operations as b')
            .whereRaw('CAST(b.key AS text) = a.entity_key');
          touchesOnly(sub, 'b.tenants', tenants, context);
        });
      });
    }),
  defaultSort: [{ field: 'timestamp', order: 'DESC' }],
  fields: {
    auditLogKey: { kind: 'key', column: 'a.key' },
    timestamp: { kind: 'date', column: 'a.at_ms' },
    category: { kind: 'enum', column: 'a.category', values: plainEnum(...auditCategories) },
    entityType: { kind: 'enum', column: 'a.entity_type', values: plainEnum(...auditEntityTypes) },
    operationType: { kind: 'enum', column: 'a.operation_type', values: plainEnum(...auditOperationTypes) },
    result: { kind: 'enum', column: 'a.result', values: plainEnum('FAIL', 'SUCCESS') },
    actorType: { kind: 'enum', column: 'a.actor_type', values: plainEnum(...auditActorTypes) },
    actorId: text('a.actor_id'),
    entityKey: text('a.entity_key', false),
    processDefinitionId: text('a.process_id'),
    processDefinitionKey: key('a.definition_key'),
    processInstanceKey: key('a.process_instance_key'),
    elementInstanceKey: key('a.element_instance_key'),
    jobKey: key('a.job_key'),
    userTaskKey: key('a.user_task_key'),
    relatedEntityKey: text('a.related_key'),
    relatedEntityType: text('a.related_type'),
    batchOperationType: none('string'),
    batchOperationKey: none('key'),
    agentElementId: none('string'),
    deploymentKey: none('key'),
    formKey: none('key'),
    resourceKey: none('key'),
    decisionRequirementsId: none('string'),
    decisionRequirementsKey: none('key'),
    decisionDefinitionId: none('string'),
    decisionDefinitionKey: none('key'),
    decisionEvaluationKey: none('key'),
    entityDescription: none('string'),
  },
  sortable: [
    'actorId',
    'actorType',
    'auditLogKey',
    'batchOperationKey',
    'batchOperationType',
    'category',
    'decisionDefinitionId',
    'decisionDefinitionKey',
    'decisionEvaluationKey',
    'decisionRequirementsId',
    'decisionRequirementsKey',
    'elementInstanceKey',
    'entityKey',
    'entityType',
    'jobKey',
    'operationType',
    'processDefinitionId',
    'processDefinitionKey',
    'processInstanceKey',
    'result',
    'tenantId',
    'timestamp',
    'userTaskKey',
  ],
};
