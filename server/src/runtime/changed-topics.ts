import type { Batch } from './batch.ts';
import type { ChangeEvent } from './event-bus.ts';

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
};
/** More instances than this in one commit: listeners refetch what they show instead of looking for theirs. */
const maxKeys = 200;

/** The event that tells what a batch changed; null when nobody could be interested. */
export const changedTopics = (batch: Batch): ChangeEvent | null => {
  const topics = new Set(batch.topics);
  for (const [table] of batch.changes.tables()) {
    const topic = topicOf[table.name];
    if (topic !== undefined) topics.add(topic);
  }
  if (topics.size === 0) return null;
  return { topics: [...topics], processInstanceKeys: [...batch.changed].slice(0, maxKeys) };
};
