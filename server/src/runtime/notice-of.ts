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

/** What a committed batch made that somebody may wait for; null when nobody could be interested. */
export const noticeOf = (batch: Batch): Notice | null => {
  const topics = new Set(batch.topics);
  for (const [table] of batch.changes.tables()) {
    const topic = topicOf[table.name];
    if (topic !== undefined) topics.add(topic);
  }
  const dueMs = batch.nextDueMs === Infinity ? null : batch.nextDueMs;
  if (topics.size === 0 && batch.changed.size === 0 && batch.fetchableTypes.size === 0 && dueMs === null) return null;
  return {
    topics: [...topics],
    processInstanceKeys: [...batch.changed],
    jobTypes: [...batch.fetchableTypes],
    dueMs,
  };
};
