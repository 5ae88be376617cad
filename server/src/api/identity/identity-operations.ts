import { groupKind, roleKind, tenantKind } from '../../identity/entity-kinds.ts';
import { defaultTenant } from '../../default-tenant.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { namedPlan } from '../../store/searches/identity-plans.ts';
import type { Operation } from '../operation/operation.ts';
import { auditExportOperation } from './audit-export-operation.ts';
import { auditOperations } from './audit-operations.ts';
import { authenticationOperations } from './authentication-operations.ts';
import { authorizationOperations } from './authorization-operations.ts';
import { mappingRuleOperations } from './mapping-rule-operations.ts';
import { membershipOperations } from './membership-operations.ts';
import { namedEntityOperations } from './named-entity-operations.ts';
import { tenantName } from '../input.ts';
import { entityId } from './names.ts';
import { permissionListOperation } from './permission-list-operation.ts';
import { setupOperations } from './setup-operations.ts';
import { tokenOperations } from './token-operations.ts';
import { userMembershipsOperation } from './user-memberships-operation.ts';
import { userOperations } from './user-operations.ts';

/** Who there is, what they may, and signing in. */
export const identityOperations = (runtime: Runtime, identity: Identity): readonly Operation[] => [
  ...authenticationOperations(runtime, identity),
  ...setupOperations(runtime, identity),
  ...tokenOperations(runtime),
  ...userOperations(runtime),
  userMembershipsOperation(runtime),
  ...namedEntityOperations(runtime, {
    kind: groupKind,
    plan: namedPlan('groups', 'group_id', 'groupId'),
    title: 'Group',
    resource: 'GROUP',
    idField: 'groupId',
    idType: entityId,
    path: '/v2/groups',
    exampleId: 'accounting',
  }),
  ...namedEntityOperations(runtime, {
    kind: roleKind,
    plan: namedPlan('roles', 'role_id', 'roleId'),
    title: 'Role',
    resource: 'ROLE',
    idField: 'roleId',
    idType: entityId,
    path: '/v2/roles',
    exampleId: 'operator',
  }),
  ...namedEntityOperations(runtime, {
    kind: tenantKind,
    plan: namedPlan('tenants', 'tenant_id', 'tenantId', ['key']),
    title: 'Tenant',
    resource: 'TENANT',
    idField: 'tenantId',
    idType: tenantName,
    path: '/v2/tenants',
    exampleId: 'subsidiary-north',
    permanent: defaultTenant,
  }),
  ...mappingRuleOperations(runtime),
  ...authorizationOperations(runtime),
  permissionListOperation(),
  ...membershipOperations(runtime),
  ...auditOperations(runtime),
  auditExportOperation(runtime),
];
