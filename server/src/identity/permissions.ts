/**
 * What may be protected, and what may be done to each; names as in Camunda's authorizations. A grant that names anything else is refused, so that nobody
 * believes in a permission that nothing asks for.
 */
export const permissionsOf = {
  AUDIT_LOG: ['READ'],
  AUTHORIZATION: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  BATCH: [
    'CREATE',
    'CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE',
    'CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION',
    'CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE',
    'CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION',
    'CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE',
    'CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE',
    'CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE',
    'CREATE_BATCH_OPERATION_RESOLVE_INCIDENT',
    'READ',
    'UPDATE',
  ],
  CLUSTER_VARIABLE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  COMPONENT: ['ACCESS'],
  DECISION_DEFINITION: [
    'CREATE_DECISION_INSTANCE',
    'READ_DECISION_DEFINITION',
    'READ_DECISION_INSTANCE',
    'DELETE_DECISION_INSTANCE',
  ],
  DECISION_REQUIREMENTS_DEFINITION: ['READ'],
  DOCUMENT: ['CREATE', 'READ', 'DELETE'],
  EXPRESSION: ['EVALUATE'],
  GLOBAL_LISTENER: ['CREATE_TASK_LISTENER', 'READ_TASK_LISTENER', 'UPDATE_TASK_LISTENER', 'DELETE_TASK_LISTENER'],
  GROUP: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  MAPPING_RULE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  MESSAGE: ['CREATE', 'READ'],
  PROCESS_DEFINITION: [
    'CREATE_PROCESS_INSTANCE',
    'READ_PROCESS_DEFINITION',
    'READ_PROCESS_INSTANCE',
    'UPDATE_PROCESS_INSTANCE',
    'MODIFY_PROCESS_INSTANCE',
    'CANCEL_PROCESS_INSTANCE',
    'DELETE_PROCESS_INSTANCE',
    'READ_USER_TASK',
    'UPDATE_USER_TASK',
    'CLAIM_USER_TASK',
    'COMPLETE_USER_TASK',
  ],
  RESOURCE: ['CREATE', 'READ', 'DELETE_DRD', 'DELETE_FORM', 'DELETE_PROCESS', 'DELETE_RESOURCE'],
  ROLE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  SYSTEM: ['READ', 'READ_JOB_METRIC', 'READ_USAGE_METRIC', 'UPDATE'],
  TENANT: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  USER: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  USER_TASK: ['READ', 'UPDATE', 'CLAIM', 'COMPLETE'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ResourceType = keyof typeof permissionsOf;
export type Permission = (typeof permissionsOf)[ResourceType][number];

export const resourceTypes = Object.keys(permissionsOf) as readonly ResourceType[];
/** Each permission once. */
export const allPermissions: readonly Permission[] = [...new Set<Permission>(Object.values(permissionsOf).flat())];

/** What is there once for the whole server, whatever tenants there are. */
export const tenantless: ReadonlySet<ResourceType> = new Set<ResourceType>([
  'AUTHORIZATION',
  'GLOBAL_LISTENER',
  'GROUP',
  'MAPPING_RULE',
  'ROLE',
  'TENANT',
  'USER',
]);

/** Properties of user tasks that a grant may name in place of a resource: who is such a one of a task may do it. */
export const taskProperties = ['assignee', 'candidateUsers', 'candidateGroups'] as const;
export type TaskProperty = (typeof taskProperties)[number];

/** Any resource of a type. */
export const anyResource = '*';
