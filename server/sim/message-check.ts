import type { Database } from '../src/store/database.ts';
import type { Findings } from '../src/verify/findings.ts';
import type { World } from './world.ts';

interface Pair {
  readonly instance: number;
  readonly message: number;
  readonly what: string;
}

/** Time for what waits in the outbox, or for a sweep, milliseconds. */
const graceMs = 5_000;

/** A message that waits, and somebody who waits for it: a subscription, or a process that may begin by it. */
const missed = `
  SELECT s.process_instance_key AS instance, m.key AS message, 'subscription ' || s.key AS what
    FROM messages m JOIN message_subscriptions s ON s.message_name = m.name AND s.correlation_key = m.correlation_key
    WHERE m.expires_ms > ? AND NOT EXISTS (SELECT 1 FROM json_each(m.correlated) c WHERE c.value = s.process_id)
      AND NOT EXISTS (SELECT 1 FROM process_instances p WHERE p.key = s.process_instance_key AND p.suspended_ms IS NOT NULL)
  UNION ALL
  SELECT m.key, m.key, 'process ' || s.process_id
    FROM messages m JOIN start_subscriptions s ON s.kind = 'message' AND s.name = m.name
    WHERE m.expires_ms > ? AND NOT EXISTS (SELECT 1 FROM json_each(m.correlated) c WHERE c.value = s.process_id)
      AND NOT EXISTS (SELECT 1 FROM message_starts l WHERE l.process_id = s.process_id AND l.correlation_key = m.correlation_key)`;

const twins = `SELECT min(key) AS first, max(key) AS last FROM messages WHERE message_id IS NOT NULL AND expires_ms > ?
  GROUP BY name, correlation_key, message_id HAVING count(*) > 1`;

/**
 * I1: a message and somebody who waits for it find each other, whichever came first. I2: of messages with one message id, one lives. Returns what to
 * call after a commit.
 */
export const createMessageCheck = (
  world: World,
  database: Database,
  findings: Findings,
  skewMs: number,
): (() => Promise<void>) => {
  let since = new Map<string, number>();
  return async () => {
    const now = world.nowMs();
    const next = new Map<string, number>();
    for (const { instance, message, what } of await database.rows<Pair>(missed, [now, now])) {
      const id = `${message} ${what}`;
      const sinceMs = since.get(id) ?? now;
      next.set(id, sinceMs);
      if (now - sinceMs > graceMs)
        findings.add('I1', instance, `expected message ${message} to reach ${what}, found both waiting.`);
    }
    since = next;
    for (const { first, last } of await database.rows<{ first: number; last: number }>(twins, [now + 2 * skewMs]))
      findings.add('I2', first, `expected one message of its id, found ${last}, too.`);
  };
};
