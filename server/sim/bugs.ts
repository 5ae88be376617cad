import type { RowChange } from '../src/store/row-changes.ts';
import type { Table } from '../src/store/table.ts';
import type { PlantedBug } from './planted-bug.ts';
import type { Random } from './random.ts';
import type { Changes } from './sim-store.ts';

/** Changes a batch on its way to the store, row by row; what `see` answers null for is left out. */
const rewritten = (changes: Changes, see: (change: RowChange, table: Table) => RowChange | null): Changes => ({
  *tables() {
    for (const [table, rows] of changes.tables())
      yield [table, rows.flatMap((change) => see(change, table) ?? [])] as [Table, RowChange[]];
  },
});

/** A batch without a guard on a table: nobody looks whether somebody else was first. */
const unguarded =
  (name: string) =>
  (changes: Changes): Changes =>
    rewritten(changes, (change, table) => {
      if (table.name !== name) return change;
      if (change.op === 'patch') return { ...change, guard: null };
      return change.op === 'delete' ? { ...change, mustExist: false } : change;
    });

/** A batch without some changes of a table. */
const without =
  (name: string, isLost: (change: RowChange) => boolean = () => true) =>
  (changes: Changes): Changes =>
    rewritten(changes, (change, table) => (table.name === name && isLost(change) ? null : change));

const sometimes =
  (probability: number, change: (changes: Changes) => Changes | null) =>
  (changes: Changes, random: Random): Changes | null =>
    random.chance(probability) ? change(changes) : changes;

/** Drops every second table of a batch: a transaction that is none. */
const torn = (changes: Changes): Changes => {
  const kept = new Set([...changes.tables()].filter((_, index) => index % 2 === 0).map(([table]) => table));
  return rewritten(changes, (change, table) => (kept.has(table) ? change : null));
};

/** The bugs that the simulation must find, by what the programmer forgot; `tells` is how it says so. */
export const plantedBugs: Readonly<Record<string, PlantedBug & { readonly tells: RegExp }>> = {
  'the revision of an instance is not looked at': {
    tells: /^I[2348]/,
    // The number of a journal entry would tell, too: a second entry of the same number takes the place of the first.
    changes: (changes) =>
      rewritten(unguarded('process_instances')(changes), (change, table) =>
        table.name === 'journal' && change.op === 'insert' ? { op: 'upsert', row: change.row } : change,
      ),
  },
  'a timer that has fired is due again': { tells: /^I[35]/, changes: without('timers', ({ op }) => op !== 'insert') },
  'what is due is claimed by everybody, and a timer start event does not look whether it has begun its instance': {
    tells: /^I2: expected 3 instances of start-timer-cycle/,
    changes: unguarded('start_timers'),
    sql: (sql) => sql.replace('claimed_for <> due_ms OR claimed_ms <= ?', '? IS NOT NULL'),
    fixtures: ['start-timer-cycle'],
  },
  'what is due is not polled, and notices get lost': {
    tells: /^I5: expected everything to come to its end/,
    clock: (clock, pollMs) => ({
      ...clock,
      after: (ms, wake) => (ms > pollMs / 2 ? () => undefined : clock.after(ms, wake)),
    }),
    needs: ['lost-notice', 'killed-node'],
  },
  'the clock of a server is ahead': {
    tells: /^I2 \d+: expected timer \d+ at/,
    clock: (clock) => ({ ...clock, nowMs: () => clock.nowMs() + 5_000 }),
  },
  'the journal is not written': {
    tells: /^I4 \d+: expected \d+ journal entries/,
    changes: sometimes(0.05, without('journal')),
  },
  'the answer is given before the change is stored': { tells: /^I6: expected/, changes: sometimes(0.05, () => null) },
  'a change whose outcome is unknown is made again': {
    tells: /^I6: expected one start/,
    lostAnswer: () => Object.assign(new Error('could not serialize access'), { code: '40001' }),
    needs: ['lost-answer'],
    fixtures: ['start-message', 'user-task'],
  },
  'two servers get the same keys': {
    // Where the rows themselves collide the server says that it has a bug.
    tells: /^I4 \d+: expected key \d+|^a request failed: Refusal: The server failed on this command/,
    takeKeys: (store, count, random) => store.takeKeys(count) - (random.chance(0.5) ? 0 : count),
  },
  'a message does not look whether the process has had it': {
    tells: /^I2 \d+: expected message \d+ to reach process 'catch-message' once/,
    changes: unguarded('messages'),
    fixtures: ['catch-message'],
  },
  'who sends a message does not look who has begun to wait meanwhile': {
    tells: /^I1 \d+: expected message \d+ to reach|^I2 \d+: expected one message of its id/,
    changes: unguarded('message_addresses'),
    fixtures: ['catch-message'],
    // Both sides must look before either is there: many at once, over slow calls.
    given: { nodes: 4, travelMs: 1_500, burstMs: 2_000, correlationKeys: 2 },
  },
  'a job does not look whether a worker has it': {
    tells: /^I2 \d+: expected job \d+ to stay with/,
    sql: (sql) => sql.replace('type = ? AND fetchable = 1', 'type = ? AND engine_state IS NOT NULL'),
  },
  // What is missing first is a part of an instance, or a message that was answered as stored.
  'a transaction is written in part': { tells: /^I[34] \d+|^I6: expected message/, changes: sometimes(0.05, torn) },
  'idempotency keys are not stored': {
    tells: /^I6: expected (request|one start)/,
    changes: without('command_ids'),
    needs: ['doubled-request', 'lost-response'],
  },
  'the end of a lock is not noted': {
    tells: /^I5: expected everything to come to its end/,
    sql: (sql) =>
      sql.replace('deadline_ms = ?, due_ms = ?,', 'deadline_ms = ?, due_ms = CASE WHEN ? IS NULL THEN 0 END,'),
    needs: ['dead-worker'],
  },
  'what a server has claimed is never left to another one': {
    tells: /^I5: expected everything to come to its end/,
    sql: (sql) => sql.replaceAll('OR claimed_ms <= ?', 'OR ? IS NULL'),
    needs: ['killed-node', 'lost-answer'],
  },
};
