import type { Key } from '@baton/engine';
import type { AnyRow } from '../store/table.ts';
import type { Batch } from './batch.ts';
import type { Notice } from './notifier.ts';

const topicOf: Readonly<Record<string, string>> = {
  process_instances: 'process-instances',
  element_instances: 'element-instances',
  variables: 'variables',
  jobs: 'jobs',
  user_tasks: 'user-tasks',
  incidents: 'incidents',
  process_definitions: 'process-definitions',
  forms: 'process-definitions',
  decision_definitions: 'decision-definitions',
  decision_instances: 'decision-instances',
  drafts: 'drafts',
  element_templates: 'element-templates',
  batch_operations: 'batch-operations',
  audit_log: 'audit',
  users: 'identity',
  groups: 'identity',
  roles: 'identity',
  tenants: 'identity',
  mapping_rules: 'identity',
  memberships: 'identity',
  authorizations: 'identity',
  api_tokens: 'identity',
  cluster_variables: 'cluster-variables',
};

/** Told of by whoever changes them: their rows do not say of which tenant they are when they change. */
const told: ReadonlySet<string> = new Set(['process_definitions', 'forms', 'decision_definitions', 'batch_operations']);

/** What a committed batch made that somebody may wait for; nothing when nobody could be interested. */
export const noticesOf = (batch: Batch, isMultiTenant: boolean): readonly Notice[] => {
  const dueMs = batch.nextDueMs === Infinity ? null : batch.nextDueMs;
  const jobTypes = [...batch.fetchableTypes];
  const parts = isMultiTenant ? partsByTenant(batch) : [wholeOf(batch)];
  const some = parts.filter(({ topics, processInstanceKeys }) => topics.length > 0 || processInstanceKeys.length > 0);
  const [first = { tenantId: null, topics: [], processInstanceKeys: [] }, ...others] = some;
  if (some.length === 0 && jobTypes.length === 0 && dueMs === null) return [];
  return [{ ...first, jobTypes, dueMs }, ...others.map((part) => ({ ...part, jobTypes: [], dueMs: null }))];
};

type Part = Pick<Notice, 'tenantId' | 'topics' | 'processInstanceKeys'>;

/** Where tenants are not told apart nobody looks at each row. */
const wholeOf = (batch: Batch): Part => {
  const topics = new Set(batch.topics.keys());
  for (const [table] of batch.changes.tables()) {
    const topic = topicOf[table.name];
    if (topic !== undefined) topics.add(topic);
  }
  return { tenantId: null, topics: [...topics], processInstanceKeys: [...batch.changed] };
};

/** What each tenant is told: nothing that only others did. */
const partsByTenant = (batch: Batch): Part[] => {
  const parts = new Map<string | null, { readonly topics: Set<string>; readonly keys: number[] }>();
  const of = (tenantId: string | null) => {
    let part = parts.get(tenantId);
    if (part === undefined) parts.set(tenantId, (part = { topics: new Set(), keys: [] }));
    return part;
  };
  for (const [topic, tenants] of batch.topics) for (const tenantId of tenants) of(tenantId).topics.add(topic);
  for (const key of batch.changed) of(batch.touched.get(key)?.facts.tenantId ?? null).keys.push(key);
  for (const [table, changes] of batch.changes.tables()) {
    const topic = topicOf[table.name];
    if (topic === undefined || told.has(table.name)) continue;
    for (const { row } of changes) {
      const tenantId = topic === 'identity' ? null : tenantOfRow(batch, row);
      if (tenantId !== undefined) of(tenantId).topics.add(topic);
    }
  }
  return [...parts].map(([tenantId, { topics, keys }]) => ({
    tenantId,
    topics: [...topics],
    processInstanceKeys: keys,
  }));
};

/**
 * A row says its tenant, or is of an instance that the batch had to do with. Null: of no tenant, such as a variable of the whole cluster. Undefined where
 * nobody can tell: nobody is told then, because it might be somebody else's.
 */
const tenantOfRow = ({ touched }: Batch, row: AnyRow): string | null | undefined => {
  const { tenant_id: own, process_instance_key: instance = row['key'] } = row;
  if (own !== undefined) return typeof own === 'string' && own !== '' ? own : null;
  return touched.get(instance as Key)?.facts.tenantId;
};
