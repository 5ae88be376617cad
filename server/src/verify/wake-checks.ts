import type { TableCheck } from './table-checks.ts';

const noIncident = `NOT EXISTS (SELECT 1 FROM incidents x WHERE x.process_instance_key = t.process_instance_key
  AND x.element_instance_key = t.element_instance_key AND x.state = 'ACTIVE')`;
const noIncidentOfElement = noIncident.replace('t.element_instance_key', 't.key');

/** What comes to a suspended instance is kept in what it has still to do. */
const notSuspended = `NOT EXISTS (SELECT 1 FROM process_instances p WHERE p.key = t.process_instance_key AND p.suspended_ms IS NOT NULL)`;

/**
 * I1, the other half: what an element instance waits for can come. A job can be fetched, or will be when its lock or its back-off ends; a
 * called instance lives; a question is still to be answered. What waits in the outbox comes later.
 */
export const wakeChecks: readonly TableCheck[] = [
  {
    invariant: 'I1',
    sql: `SELECT t.process_instance_key AS key FROM jobs t WHERE t.engine_state IS NOT NULL AND t.fetchable = 0 AND t.due_ms IS NULL AND ${noIncident}`,
    sentence: 'has an open job that nobody can fetch, now or later.',
  },
  {
    invariant: 'I1',
    sql: `SELECT t.process_instance_key AS key FROM element_instances t WHERE t.end_ms IS NULL AND t.called_instance_key IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM process_instances c WHERE c.key = t.called_instance_key AND c.end_ms IS NULL)
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.process_instance_key IN (t.process_instance_key, t.called_instance_key))
      AND ${notSuspended} AND ${noIncidentOfElement}`,
    sentence: 'waits for a called process that does not run.',
  },
  {
    invariant: 'I1',
    sql: `SELECT t.process_instance_key AS key FROM element_instances t WHERE t.end_ms IS NULL AND t.evaluation_key IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.process_instance_key = t.process_instance_key)
      AND ${notSuspended} AND ${noIncidentOfElement}`,
    sentence: 'waits for an evaluation that nobody makes.',
  },
  {
    invariant: 'I5',
    sql: `SELECT t.key AS key FROM process_instances t WHERE t.end_ms IS NULL AND t.parent_instance_key IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM element_instances e WHERE e.process_instance_key = t.parent_instance_key
        AND e.key = t.parent_element_key AND e.called_instance_key = t.key AND e.end_ms IS NULL)
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.process_instance_key IN (t.key, t.parent_instance_key))`,
    sentence: 'was called by an element instance that does not wait for it any more.',
  },
];
