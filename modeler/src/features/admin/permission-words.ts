/** What can be protected, and what can be permitted with each: as the server's description of `createAuthorization` lists them. */
export const permissionsOf: Readonly<Record<string, readonly string[]>> = {
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
  USER_TASK: ['READ', 'UPDATE', 'CLAIM', 'COMPLETE'],
  DECISION_DEFINITION: [
    'CREATE_DECISION_INSTANCE',
    'READ_DECISION_DEFINITION',
    'READ_DECISION_INSTANCE',
    'DELETE_DECISION_INSTANCE',
  ],
  DECISION_REQUIREMENTS_DEFINITION: ['READ'],
  RESOURCE: ['CREATE', 'READ', 'DELETE_DRD', 'DELETE_FORM', 'DELETE_PROCESS', 'DELETE_RESOURCE'],
  MESSAGE: ['CREATE', 'READ'],
  EXPRESSION: ['EVALUATE'],
  BATCH: ['CREATE', 'READ', 'UPDATE'],
  DOCUMENT: ['CREATE', 'READ', 'DELETE'],
  CLUSTER_VARIABLE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  COMPONENT: ['ACCESS'],
  USER: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  GROUP: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  ROLE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  TENANT: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  MAPPING_RULE: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  AUTHORIZATION: ['CREATE', 'READ', 'UPDATE', 'DELETE'],
  AUDIT_LOG: ['READ'],
  SYSTEM: ['READ', 'READ_JOB_METRIC', 'READ_USAGE_METRIC', 'UPDATE'],
};

/** What the id of a resource is, by its type. */
export const idHints: Readonly<Record<string, string>> = {
  PROCESS_DEFINITION: 'Process id, such as invoice',
  DECISION_DEFINITION: 'Decision id',
  DECISION_REQUIREMENTS_DEFINITION: 'Id of the DMN file',
  USER_TASK: 'Key of a user task',
  COMPONENT: 'modeler, tasklist, operate or admin',
};

/** A permission or type in words: PROCESS_DEFINITION is “process definition”. */
export function inWords(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
