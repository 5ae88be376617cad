/** What may be protected; names as in Camunda's authorizations. */
export type ResourceType =
  | 'AUDIT_LOG'
  | 'AUTHORIZATION'
  | 'BATCH'
  | 'CLUSTER_VARIABLE'
  | 'COMPONENT'
  | 'DECISION_DEFINITION'
  | 'DECISION_REQUIREMENTS_DEFINITION'
  | 'DOCUMENT'
  | 'EXPRESSION'
  | 'GROUP'
  | 'MAPPING_RULE'
  | 'MESSAGE'
  | 'PROCESS_DEFINITION'
  | 'RESOURCE'
  | 'ROLE'
  | 'SYSTEM'
  | 'TENANT'
  | 'USER'
  | 'USER_TASK';

/** What may be done to it; names as in Camunda's authorizations. */
export type Permission =
  | 'ACCESS'
  | 'CANCEL_PROCESS_INSTANCE'
  | 'CLAIM'
  | 'COMPLETE'
  | 'COMPLETE_USER_TASK'
  | 'CREATE'
  | 'CREATE_DECISION_INSTANCE'
  | 'CREATE_PROCESS_INSTANCE'
  | 'DELETE'
  | 'DELETE_DECISION_INSTANCE'
  | 'DELETE_DRD'
  | 'DELETE_FORM'
  | 'DELETE_PROCESS'
  | 'DELETE_PROCESS_INSTANCE'
  | 'DELETE_RESOURCE'
  | 'EVALUATE'
  | 'MODIFY_PROCESS_INSTANCE'
  | 'READ'
  | 'READ_DECISION_DEFINITION'
  | 'READ_DECISION_INSTANCE'
  | 'READ_PROCESS_DEFINITION'
  | 'READ_PROCESS_INSTANCE'
  | 'READ_USAGE_METRIC'
  | 'READ_USER_TASK'
  | 'UPDATE'
  | 'UPDATE_PROCESS_INSTANCE'
  | 'UPDATE_USER_TASK';

/**
 * Who may call an operation: anyone, whoever is signed in, or who has a permission. A permission is asked for at the resource that the operation is about:
 * a command for the one that it meets, a search shows only those that are permitted.
 */
export type Access = 'anyone' | 'signed-in' | { readonly resource: ResourceType; readonly permission: Permission };

/** Needs a permission on a kind of resource. */
export const needs = (resource: ResourceType, permission: Permission): Access => ({ resource, permission });
