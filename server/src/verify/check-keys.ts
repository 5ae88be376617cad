import type { InstanceState, JournalRecord } from '@baton/engine';
import type { Database } from '../store/database.ts';
import type { Findings } from './findings.ts';
import type { JournalObserver } from '../runtime/fold-journal.ts';
import type { SeenKeys } from './seen-keys.ts';

/** I4: a key is given to one thing, ever, whatever kind of thing and whichever instance it is in. */
export const keysObserver = (findings: Findings, seen: SeenKeys): JournalObserver => ({
  record: (record, state, row) => {
    const key = newKey(record, state);
    if (key !== null && !seen.isFirst('key', key))
      findings.add(
        'I4',
        row.process_instance_key,
        `expected key ${key} of '${record.type}' in journal entry ${row.seq} to be new, found it in use.`,
      );
  },
});

/** The key that a record brings into the world; null when it only names known ones. */
const newKey = (record: JournalRecord, state: InstanceState): number | null => {
  switch (record.type) {
    case 'element-activating':
    case 'element-activated':
      return state.elements.has(record.key) ? null : record.key;
    case 'variable-set':
      return state.elements.get(record.scopeKey)?.variables?.get(record.name)?.key === record.key ? null : record.key;
    case 'job-created':
    case 'user-task-created':
    case 'timer-scheduled':
    case 'message-subscription-opened':
    case 'signal-subscription-opened':
    case 'condition-subscription-opened':
    case 'incident-raised':
    case 'compensation-registered':
    case 'evaluation-requested':
      return record.key;
    default:
      return null;
  }
};

const keyed = [
  'process_instances',
  'element_instances',
  'variables',
  'jobs',
  'user_tasks',
  'incidents',
  'timers',
  'messages',
  'outbox',
  'process_definitions',
  'deployments',
] as const;

/** I4: the counter is beyond every key in use, so that the next server to start takes none a second time. */
export const checkKeyCounter = async (findings: Findings, database: Database): Promise<void> => {
  const [counter] = await database.rows<{ next: number }>(`SELECT next FROM key_blocks WHERE name = 'keys'`);
  if (counter === undefined) return findings.add('I4', 0, 'expected a counter of keys, found none.');
  for (const table of keyed) {
    const [row] = await database.rows<{ key: number | null }>(`SELECT max(key) AS key FROM ${table}`);
    if (row?.key != null && row.key >= counter.next)
      findings.add('I4', row.key, `expected keys of ${table} to be below the counter, which is at ${counter.next}.`);
  }
};
