import type { Key } from '@baton/engine';
import { updateJobTask } from '../src/runtime/instance-commands.ts';
import { resumeTask } from '../src/runtime/suspend-instance.ts';
import type { Outside } from './clients.ts';
import { broadcast, completeUserTask, publish, resolveIncident } from './deeds.ts';

/** So many looks at the store must be enough for everything to come to its end; between two of them lie some seconds. */
const maxLooks = 120;
const lookMs = 1_500;

/** With all faults off: does what instances still wait for, until all have ended. Answers false when they do not (I5). */
export const bringToEnd = async (outside: Outside, startsAnswered: Promise<void>): Promise<boolean> => {
  const { world, database } = outside;
  let hasStarted = false;
  void startsAnswered.then(() => (hasStarted = true));
  for (let look = 0; look < maxLooks; look += 1) {
    await world.sleep(lookMs);
    const [left] = await database.rows<{ n: number }>(
      `SELECT (SELECT count(*) FROM process_instances WHERE end_ms IS NULL) + (SELECT count(*) FROM outbox)
        + (SELECT count(*) FROM start_timers) AS n`,
    );
    if (hasStarted && left?.n === 0) return true;
    await doWhatIsWaitedFor(outside);
  }
  return false;
};

const doWhatIsWaitedFor = async ({ client, database }: Outside): Promise<void> => {
  const resting = await database.rows<{ key: Key }>(
    `SELECT key FROM process_instances WHERE status = 'SUSPENDED' ORDER BY key`,
  );
  for (const { key } of resting) await client.once(resumeTask(key, 'eva'));
  const failed = await database.rows<{ key: Key; job_key: Key | null }>(
    `SELECT i.key, j.key AS job_key FROM incidents i LEFT JOIN jobs j ON j.process_instance_key = i.process_instance_key
      AND j.element_instance_key = i.element_instance_key AND j.engine_state IS NOT NULL WHERE i.state = 'ACTIVE' ORDER BY i.key`,
  );
  for (const { key, job_key: jobKey } of failed) {
    if (jobKey !== null) await client.once(updateJobTask(jobKey, { retries: 1, timeoutMs: null }, 'eva'));
    await client.once(resolveIncident(key));
  }
  const tasks = await database.rows<{ key: Key }>('SELECT key FROM user_tasks WHERE end_ms IS NULL ORDER BY key');
  for (const { key } of tasks) await client.once(completeUserTask(key));
  // A message may begin further work each time (event sub-processes do): only when there is nothing else to do.
  const busy = await database.rows(
    `SELECT 1 AS busy FROM jobs WHERE engine_state IS NOT NULL UNION ALL SELECT 1 FROM process_instances WHERE continuation IS NOT NULL LIMIT 1`,
  );
  if (tasks.length > 0 || busy.length > 0) return;
  const awaited = await database.rows<{ message_name: string; correlation_key: string }>(
    'SELECT DISTINCT message_name, correlation_key FROM message_subscriptions ORDER BY message_name, correlation_key',
  );
  for (const { message_name: name, correlation_key: correlationKey } of awaited)
    await client.once(publish({ name, correlationKey, timeToLiveMs: 0, messageId: null, variables: { sum: 1 } }));
  const signals = await database.rows<{ signal_name: string }>(
    'SELECT DISTINCT signal_name FROM signal_subscriptions ORDER BY signal_name',
  );
  for (const { signal_name: name } of signals) await client.once(broadcast(name));
};
