import type { Key } from '@baton/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTask } from '../src/runtime/instance-commands.ts';
import { verify } from '../src/verify.ts';
import { decisionFixture, fixture, fixtureNames } from './fixture.ts';
import { actions, anyVariables } from './outside-world.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

/** What somebody did to a healthy database, and the sentence that tells it. */
interface Damage {
  readonly named: string;
  readonly sql: string;
  readonly tells: RegExp;
}

const living = 'end_ms IS NULL';
const someInstance = `(SELECT key FROM process_instances WHERE status = 'ACTIVE' ORDER BY key LIMIT 1)`;

/** The first record of a type in a journal, written a second time into its own entry. */
const twice = (type: string): string => {
  const at = `instr(records, '{"type":"${type}"')`;
  // One record ends where the next one of the list begins, or with the list.
  const next = `instr(substr(records, ${at} + 1), ',{"type":')`;
  const record = `CASE WHEN ${next} > 0 THEN substr(records, ${at}, ${next}) ELSE substr(records, ${at}, length(records) - ${at}) END`;
  return `UPDATE journal SET records = substr(records, 1, ${at} - 1) || ${record} || ',' || substr(records, ${at})
    WHERE (process_instance_key, seq) IN (SELECT process_instance_key, seq FROM journal WHERE ${at} > 0 LIMIT 1)`;
};

const orphaned = (table: string, what: string, column = 'element_instance_key', where = 'true'): Damage => ({
  named: `${what} without its element instance`,
  sql: `UPDATE ${table} SET ${column} = 1 WHERE ${where}`,
  tells: new RegExp(`^I5 \\d+: has .*${what} of an element instance that does not live`, 'm'),
});

const damages: readonly Damage[] = [
  {
    named: 'a job that is gone although its task waits for it',
    sql: `DELETE FROM jobs WHERE engine_state IS NOT NULL`,
    tells: /^I1 \d+: has a lost token: element instance \d+ of 'work'/m,
  },
  {
    named: 'a task that only its boundary event would end',
    sql: `DELETE FROM jobs WHERE engine_state IS NOT NULL AND process_id = 'boundary-timer'`,
    tells: /^I1 \d+: has a lost token/m,
  },
  {
    named: 'an instance without any element',
    sql: `UPDATE element_instances SET end_ms = 1, state = 'COMPLETED' WHERE process_instance_key = ${someInstance}`,
    tells: /^I1 \d+: is active, but has no living element instance/m,
  },
  {
    named: 'a job that nobody can fetch',
    sql: `UPDATE jobs SET fetchable = 0, due_ms = NULL WHERE fetchable = 1`,
    tells: /^I1 \d+: has an open job that nobody can fetch/m,
  },
  {
    named: 'a call whose process has ended unheard',
    sql: `UPDATE process_instances SET status = 'COMPLETED', end_ms = 1 WHERE parent_instance_key IS NOT NULL AND status = 'ACTIVE'`,
    tells: /^I1 \d+: waits for a called process that does not run/m,
  },
  {
    named: 'a question that nobody answers',
    sql: `UPDATE element_instances SET evaluation_key = 5 WHERE ${living}`,
    tells: /^I1 \d+: waits for an evaluation that nobody makes/m,
  },
  { named: 'a job that ended twice', sql: twice('job-completed'), tells: /^I2 \d+: expected job \d+ to end once/m },
  {
    named: 'a user task that ended twice',
    sql: twice('user-task-completed'),
    tells: /^I2 \d+: expected user task \d+ to end once/m,
  },
  {
    named: 'a message that reached a process twice',
    sql: twice('message-correlated'),
    tells: /^I2 \d+: expected message \d+ to reach process '[\w-]+' once/m,
  },
  {
    named: 'a signal that was caught twice',
    sql: twice('signal-caught'),
    tells: /^I2 \d+: expected signal \d+ to reach subscription \d+ once/m,
  },
  {
    named: 'a compensation that ran twice',
    sql: twice('compensation-started'),
    tells: /^I2 \d+: expected compensation \d+ to run once/m,
  },
  {
    named: 'a timer that was set back',
    sql: `UPDATE journal SET records = replace(records, '"nextDueMs":1', '"nextDueMs":0.1') WHERE instr(records, '"nextDueMs":1') > 0`,
    tells: /^I2 \d+: expected each repetition of timer \d+ once/m,
  },
  {
    named: 'a variable that was changed behind the back of the journal',
    sql: `UPDATE variables SET value = '"tampered"' WHERE scope_key = ${someInstance}`,
    tells: /^I3 \d+: expected elements\.0\.variables.*tampered.*in the rows/m,
  },
  {
    named: 'a gap in a journal',
    sql: `DELETE FROM journal WHERE seq = 2`,
    tells: /^I3 \d+: expected journal entry 2, found 3: there is a gap/m,
  },
  {
    named: 'a journal that was cut',
    sql: `UPDATE process_instances SET revision = revision + 1 WHERE key = ${someInstance}`,
    tells: /^I4 \d+: expected \d+ journal entries, found \d+/m,
  },
  {
    named: 'a key that was given twice',
    sql: twice('job-created'),
    tells: /^I4 \d+: expected key \d+ of 'job-created' in journal entry \d+ to be new/m,
  },
  {
    named: 'a counter that will give keys again',
    sql: `UPDATE key_blocks SET next = 1000000002`,
    tells: /^I4 \d+: expected keys of element_instances to be below the counter/m,
  },
  {
    named: 'rows of an instance that does not exist',
    sql: `DELETE FROM process_instances WHERE key = ${someInstance}`,
    tells: /^I5 \d+: does not exist, but has rows in journal/m,
  },
  orphaned('timers', 'an open timer'),
  orphaned('message_subscriptions', 'an open message subscription'),
  orphaned('signal_subscriptions', 'an open signal subscription'),
  orphaned('condition_subscriptions', 'an open condition'),
  orphaned('parked_tokens', 'a waiting token', 'scope_key', 'rowid = (SELECT min(rowid) FROM parked_tokens)'),
  orphaned('loop_outputs', 'outputs of a loop', 'body_key', 'rowid = (SELECT min(rowid) FROM loop_outputs)'),
  orphaned('jobs', 'an open job'),
  orphaned('user_tasks', 'an open user task'),
  orphaned('incidents', 'an active incident'),
  {
    named: 'an instance that ended with something still alive',
    sql: `UPDATE process_instances SET status = 'COMPLETED', end_ms = 1 WHERE key = ${someInstance}`,
    tells: /^I5 \d+: has ended, but has a living element instance/m,
  },
  {
    named: 'an instance that ended with something to compensate',
    sql: `UPDATE process_instances SET status = 'COMPLETED', end_ms = 1 WHERE key IN (SELECT process_instance_key FROM compensations)`,
    tells: /^I5 \d+: has ended, but has something to compensate/m,
  },
  {
    named: 'an ended instance that keeps the next message from starting one',
    sql: `UPDATE process_instances SET status = 'COMPLETED', end_ms = 1 WHERE key IN (SELECT process_instance_key FROM message_starts)`,
    tells: /^I5 \d+: has ended, but still keeps the next message/m,
  },
  {
    named: 'a finished job that a worker could get',
    sql: `UPDATE jobs SET fetchable = 1 WHERE state = 'COMPLETED'`,
    tells: /^I5 \d+: has a finished job that a worker could get/m,
  },
  {
    named: 'a called process that nobody waits for',
    sql: `UPDATE element_instances SET called_instance_key = 5 WHERE called_instance_key IS NOT NULL AND ${living}`,
    tells: /^I5 \d+: was called by an element instance that does not wait for it/m,
  },
  {
    named: 'a journal entry that does not say whose',
    sql: `UPDATE journal SET command = '{}' WHERE seq = 1`,
    tells: /^I7 \d+: expected journal entry 1 to name its command and who asked/m,
  },
  {
    named: 'an instance that was created by something else',
    sql: `UPDATE journal SET command = '{"type":"fail-job","actor":null}' WHERE seq = 1`,
    tells: /^I7 \d+: expected 'create-instance' as the first entry only, found 'fail-job' as entry 1/m,
  },
  {
    named: 'a finished job that searches show as open',
    sql: `UPDATE jobs SET state = 'CREATED', end_ms = NULL WHERE state = 'COMPLETED'`,
    tells: /^I8 \d+: expected \d+ in jobs to have ended as COMPLETED at \d+ by the journal, found CREATED/m,
  },
  {
    named: 'a finished element instance that searches do not find',
    sql: `DELETE FROM element_instances WHERE state = 'COMPLETED'`,
    tells: /^I8 \d+: expected a row \d+ in element_instances by the journal, found none/m,
  },
  {
    named: 'a user task of which no journal knows',
    sql: `UPDATE user_tasks SET key = key + 900000000`,
    tells: /^I8 \d+: has a row \d+ in user_tasks of which its journal knows nothing/m,
  },
  {
    named: 'a variable of an ended scope that is not what it was',
    sql: `UPDATE variables SET value = '0.5' WHERE scope_key IN (SELECT key FROM process_instances WHERE status = 'COMPLETED')`,
    tells: /^I8 \d+: expected variable \d+ to be .* by the journal, found 0\.5/m,
  },
  {
    named: 'rows that say that they are of another process',
    sql: `UPDATE jobs SET process_id = 'another'`,
    tells: /^I8 \d+: has rows in jobs whose definition_key, process_id, version, root_key, tenant_id are not its own/m,
  },
  {
    named: 'rows that say that they are of another tenant',
    sql: `UPDATE message_subscriptions SET tenant_id = 'another'`,
    tells: /^I8 \d+: has rows in message_subscriptions whose process_id, tenant_id are not its own/m,
  },
  {
    named: 'an instance of another tenant than its process',
    sql: `UPDATE process_definitions SET tenant_id = 'another'`,
    tells: /^I8 \d+: is of another tenant than its process definition/m,
  },
  {
    named: 'a wrong number of incidents',
    sql: `UPDATE process_instances SET incident_count = incident_count + 1`,
    tells: /^I8 \d+: counts its active incidents wrongly/m,
  },
  {
    named: 'an incident that its element instance does not show',
    sql: `UPDATE element_instances SET incident_key = NULL WHERE incident_key IS NOT NULL`,
    tells: /^I8 \d+: has an active incident that its element instance does not show/m,
  },
  {
    named: 'a status that does not fit the end',
    sql: `UPDATE process_instances SET end_ms = NULL WHERE status = 'COMPLETED'`,
    tells: /^I8 \d+: has a status that does not fit its end/m,
  },
];

describe('verify', () => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeAll(async () => {
    store = await createTestStore('sqlite');
    runtime = await openTestRuntime(store);
    await runtime.deploy(decisionFixture('business-rule-task'));
    // One by one: some of them have a process of the same name, of which the later ones are new versions.
    for (const name of fixtureNames()) await runtime.deploy(fixture(name));
    const processes = await runtime.database.rows<{ key: Key }>('SELECT key FROM process_definitions ORDER BY key');
    // One round of every deed, so that much has ended; then a second set that has only begun, and jobs of it that failed.
    const startAll = () =>
      Promise.allSettled(
        processes.map(({ key: definitionKey }) =>
          runtime.pipeline.submit(
            startTask({ process: { definitionKey }, variables: anyVariables, businessId: null, tags: [], actor: null }),
          ),
        ),
      );
    await startAll();
    await actions.letAnHourPass(runtime);
    for (const action of Object.values(actions)) await action(runtime);
    await startAll();
    await actions.failJobs(runtime);
    await runtime.database.knex.raw('PRAGMA foreign_keys = OFF');
  }, 60_000);
  afterAll(async () => {
    await runtime.close();
    await store.drop();
  });

  it('should find nothing in a healthy database', async () => {
    const { violations, instances } = await verify(runtime.database);
    expect(violations).toEqual([]);
    expect(instances).toBeGreaterThan(150);
  });

  it.each(damages)('should tell of $named', async ({ sql, tells }) => {
    // The one connection that reads takes the damage, and takes it back.
    const { knex, rows } = runtime.database;
    await knex.raw('BEGIN');
    try {
      await knex.raw(sql);
      const [changed] = await rows<{ n: number }>('SELECT changes() AS n');
      expect(changed?.n).toBeGreaterThan(0);
      const { violations } = await verify(runtime.database);
      expect(violations.join('\n')).toMatch(tells);
    } finally {
      await knex.raw('ROLLBACK');
    }
  });
});
