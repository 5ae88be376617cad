/** The topics of the event stream; each is the first item of the query keys that it refreshes. */
export const topics = [
  'process-definitions',
  'process-instances',
  'element-instances',
  'variables',
  'jobs',
  'user-tasks',
  'incidents',
  'drafts',
  'draft-presence',
  'draft-comments',
  'notifications',
  'element-templates',
  'task-filters',
] as const;

export type Topic = (typeof topics)[number];

/** The journal of an instance grows with every change of anything in it. */
export const journalKey = 'journal';

/** Queries that sum up several topics; any change of those refreshes them. */
export const summaryKey = 'overview';

const summed: ReadonlySet<string> = new Set<Topic>([
  'process-definitions',
  'process-instances',
  'jobs',
  'user-tasks',
  'incidents',
]);

/** What is no part of a running instance. */
const withoutJournal: ReadonlySet<string> = new Set<Topic>([
  'drafts',
  'draft-presence',
  'draft-comments',
  'notifications',
  'element-templates',
  'task-filters',
  'process-definitions',
]);

/** The query key heads to refresh for a set of changed topics. */
export function keysFor(changed: Iterable<string>): readonly string[] {
  const heads = new Set<string>();
  for (const topic of changed) {
    heads.add(topic);
    if (summed.has(topic)) heads.add(summaryKey);
    if (!withoutJournal.has(topic)) heads.add(journalKey);
  }
  return [...heads];
}
