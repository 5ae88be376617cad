import { randomUUID } from 'node:crypto';
import { defaultTenant } from '../../default-tenant.ts';
import type { Key } from '@baton/engine';
import type { Principal } from '../../identity/principal.ts';
import type { AuditNote } from '../../runtime/audit/audit-note.ts';
import type { Operation, Tag } from './operation.ts';

/** What is changed by the operations of a family; of identity it goes by the address. */
const entityOf: Partial<Readonly<Record<Tag, string>>> = {
  'Batch operations': 'BATCH',
  Decisions: 'DECISION',
  Deployments: 'RESOURCE',
  'Element instances': 'PROCESS_INSTANCE',
  Incidents: 'INCIDENT',
  Jobs: 'JOB',
  'Messages and signals': 'PROCESS_INSTANCE',
  'Process instances': 'PROCESS_INSTANCE',
  'User tasks': 'USER_TASK',
  Variables: 'VARIABLE',
  'Web app': 'RESOURCE',
};
const identityEntities: readonly (readonly [string, string])[] = [
  ['/v2/authorizations', 'AUTHORIZATION'],
  ['/v2/groups', 'GROUP'],
  ['/v2/mapping-rules', 'MAPPING_RULE'],
  ['/v2/roles', 'ROLE'],
  ['/v2/tenants', 'TENANT'],
  ['/ext/tokens', 'CLIENT'],
];

/** What an operation does, by the first word of its name. */
const verbs = {
  activate: 'UPDATE',
  add: 'CREATE',
  assign: 'ASSIGN',
  broadcast: 'CREATE',
  cancel: 'CANCEL',
  change: 'UPDATE',
  complete: 'COMPLETE',
  correlate: 'CREATE',
  create: 'CREATE',
  delegate: 'ASSIGN',
  delete: 'DELETE',
  deploy: 'CREATE',
  enable: 'UPDATE',
  evaluate: 'EVALUATE',
  fail: 'UPDATE',
  migrate: 'MIGRATE',
  modify: 'MODIFY',
  publish: 'CREATE',
  resolve: 'RESOLVE',
  resume: 'RESUME',
  revoke: 'DELETE',
  suspend: 'SUSPEND',
  throw: 'UPDATE',
  unassign: 'UNASSIGN',
  update: 'UPDATE',
} as const;

/** Parameters of addresses that are keys which entries are searched by. */
const keyNames = ['processInstanceKey', 'elementInstanceKey', 'jobKey', 'userTaskKey'] as const;

/** What the audit log is to say of a call. */
export const auditNoteOf = (
  { id, tag, path, params: declared }: Operation,
  { type, id: actorId, within }: Principal,
  params: Readonly<Record<string, unknown>>,
  sent: unknown,
  commandId: string | null,
): AuditNote => {
  const [verb = ''] = /^[a-z]+/.exec(id) ?? [];
  const [named] = Object.keys(declared ?? {});
  const keys = Object.fromEntries(keyNames.filter((name) => name in params).map((name) => [name, params[name] as Key]));
  return {
    actorType: type,
    actorId,
    category: tag === 'User tasks' ? 'USER_TASKS' : tag === 'Identity' ? 'ADMIN' : 'DEPLOYED_RESOURCES',
    entityType: entityOf[tag] ?? identityEntities.find(([start]) => path.startsWith(start))?.[1] ?? 'USER',
    operationType: Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : 'UNKNOWN',
    entityKey: named === undefined ? nameIn(sent) : String(params[named]),
    commandId: commandId ?? randomUUID(),
    tenantId: within === null ? defaultTenant : null,
    keys,
    details: { operation: id, params, sent: withoutValues(sent) },
  };
};

/** The name that something new is given, where its caller gives it. */
const nameIn = (sent: unknown): string | null => {
  if (typeof sent !== 'object' || sent === null) return null;
  for (const name of ['username', 'groupId', 'roleId', 'tenantId', 'mappingRuleId'])
    if (typeof (sent as Record<string, unknown>)[name] === 'string')
      return (sent as Record<string, string>)[name] ?? null;
  return null;
};

/** Values of variables are in the journals, to be seen by whoever may see the instance; here are their names. */
export const withoutValues = (sent: unknown): unknown => {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return Array.isArray(sent) ? { items: sent.length } : sent;
  return Object.fromEntries(
    Object.entries(sent as Readonly<Record<string, unknown>>).flatMap(([name, value]): [string, unknown][] => {
      // Of an upload the names of its files.
      if (name === 'files' && Array.isArray(value))
        return [[name, (value as readonly { readonly name?: unknown }[]).map((file) => file.name)]];
      if (name === 'variables' && typeof value === 'object' && value !== null) return [[name, Object.keys(value)]];
      // What somebody wrote to others is theirs, and goes when they delete it.
      if ((name === 'text' || name === 'note') && typeof value === 'string') return [[name, { length: value.length }]];
      return [[name, value]];
    }),
  );
};
