import { allPermissions, anyResource, permissionsOf, resourceTypes } from './permissions.ts';
import type { Permission, ResourceType, TaskProperty } from './permissions.ts';

/** Id of the role that may do everything. */
export const adminRole = 'admin';

export interface DefaultGrant {
  readonly resourceType: ResourceType;
  readonly resourceId: string | null;
  readonly property: TaskProperty | null;
  readonly permissions: readonly Permission[];
}
export interface DefaultRole {
  readonly roleId: string;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly DefaultGrant[];
}

const all = (resourceType: ResourceType, permissions: readonly Permission[]): DefaultGrant => ({
  resourceType,
  resourceId: anyResource,
  property: null,
  permissions,
});
const ofTasks = (property: TaskProperty, permissions: readonly Permission[]): DefaultGrant => ({
  resourceType: 'USER_TASK',
  resourceId: null,
  property,
  permissions,
});
const reading = allPermissions.filter((permission) => permission.startsWith('READ'));
const component = (id: string): DefaultGrant => ({ ...all('COMPONENT', ['ACCESS']), resourceId: id });

/** Roles that every database begins with. They are ordinary roles from then on: they can be changed and removed. */
export const defaultRoles: readonly DefaultRole[] = [
  {
    roleId: adminRole,
    name: 'Administrator',
    description: 'May do everything.',
    grants: resourceTypes.map((type) => all(type, permissionsOf[type])),
  },
  {
    roleId: 'readonly-admin',
    name: 'Auditor',
    description: 'Sees everything and changes nothing.',
    grants: [
      ...resourceTypes
        .map((type) =>
          all(
            type,
            permissionsOf[type].filter((permission) => reading.includes(permission)),
          ),
        )
        .filter(({ permissions }) => permissions.length > 0),
      all('COMPONENT', ['ACCESS']),
    ],
  },
  {
    roleId: 'operator',
    name: 'Operator',
    description: 'Watches and repairs what runs.',
    grants: [
      all('PROCESS_DEFINITION', permissionsOf.PROCESS_DEFINITION),
      all('DECISION_DEFINITION', permissionsOf.DECISION_DEFINITION),
      all('DECISION_REQUIREMENTS_DEFINITION', ['READ']),
      all('RESOURCE', ['READ']),
      all('BATCH', permissionsOf.BATCH),
      all('MESSAGE', ['CREATE', 'READ']),
      component('operate'),
      component('tasklist'),
    ],
  },
  {
    roleId: 'modeler',
    name: 'Modeler',
    description: 'Draws, deploys and starts processes.',
    grants: [
      all('RESOURCE', permissionsOf.RESOURCE),
      all('PROCESS_DEFINITION', ['CREATE_PROCESS_INSTANCE', 'READ_PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE']),
      all('DECISION_DEFINITION', permissionsOf.DECISION_DEFINITION),
      all('DECISION_REQUIREMENTS_DEFINITION', ['READ']),
      all('EXPRESSION', ['EVALUATE']),
      component('modeler'),
      component('operate'),
      component('tasklist'),
    ],
  },
  {
    roleId: 'task-worker',
    name: 'Task worker',
    description: 'Does the user tasks that are assigned or offered to them.',
    grants: [
      ofTasks('assignee', ['READ', 'UPDATE', 'COMPLETE']),
      ofTasks('candidateUsers', ['READ', 'CLAIM']),
      ofTasks('candidateGroups', ['READ', 'CLAIM']),
      component('tasklist'),
    ],
  },
  {
    roleId: 'job-worker',
    name: 'Job worker',
    description: 'For programs: starts processes, works on jobs, publishes messages.',
    grants: [
      all('PROCESS_DEFINITION', [
        'CREATE_PROCESS_INSTANCE',
        'READ_PROCESS_DEFINITION',
        'READ_PROCESS_INSTANCE',
        'UPDATE_PROCESS_INSTANCE',
      ]),
      all('MESSAGE', ['CREATE', 'READ']),
      all('DOCUMENT', permissionsOf.DOCUMENT),
    ],
  },
];
