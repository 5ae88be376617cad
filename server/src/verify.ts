import { isDeepStrictEqual } from 'node:util';
import { asKey, evolve, initialState, snapshotState } from '@baton/engine';
import type { InstanceState, JournalRecord, Key } from '@baton/engine';
import type { Database } from './store/database.ts';
import { loadInstances } from './store/load-instances.ts';
import { readJournal } from './store/searches/read-journal.ts';

/** What `baton verify` found. */
export interface Verification {
  readonly instances: number;
  readonly entries: number;
  /** Sentences, each with the key of the instance; empty when all is well. */
  readonly violations: readonly string[];
}

const page = 200;
const maxViolations = 1_000;

/**
 * Folds the journal of every instance and compares the result with the stored rows; looks for gaps in journals and for rows whose instance
 * has ended. Only reads. Beside a running server it may meet an instance between its rows: run it again before worrying.
 */
export const verify = async (database: Database): Promise<Verification> => {
  const violations: string[] = [];
  let instances = 0;
  let entries = 0;
  for (let after = 0; ;) {
    const rows = await database.rows<{ key: number; revision: number }>(
      'SELECT key, revision FROM process_instances WHERE key > ? ORDER BY key LIMIT ?',
      [after, page],
    );
    const stored = await loadInstances(
      database,
      rows.map((row) => asKey(row.key)),
    );
    for (const { key, revision } of rows) {
      instances += 1;
      after = key;
      try {
        const folded = await fold(database, asKey(key));
        entries += folded.entries;
        if (folded.entries !== revision)
          violations.push(`${key}: expected ${revision} journal entries, found ${folded.entries}.`);
        const live = stored.get(asKey(key))?.state;
        if (live === undefined) violations.push(`${key}: expected its rows to load, found none.`);
        else violations.push(...differences(key, folded.state, live));
      } catch (error) {
        violations.push(`${key}: ${(error as Error).message}`);
      }
      if (violations.length >= maxViolations) return { instances, entries, violations };
    }
    if (rows.length < page) break;
  }
  violations.push(...(await leftovers(database)));
  return { instances, entries, violations };
};

const fold = async (database: Database, key: Key): Promise<{ state: InstanceState; entries: number }> => {
  const state = initialState();
  let seq = 0;
  for (;;) {
    const rows = await readJournal(database, key, seq, page);
    for (const row of rows) {
      if (row.seq !== seq + 1) throw new Error(`expected journal entry ${seq + 1}, found ${row.seq}: there is a gap.`);
      seq = row.seq;
      for (const record of JSON.parse(row.records) as JournalRecord[]) evolve(state, record, row.at_ms);
    }
    if (rows.length < page) return { state, entries: seq };
  }
};

const differences = (key: number, folded: InstanceState, stored: InstanceState): string[] => {
  // As JSON: that is what both are by nature.
  const expected: unknown = JSON.parse(JSON.stringify(snapshotState(folded)));
  const found: unknown = JSON.parse(JSON.stringify(snapshotState(stored)));
  const place = firstDifference(expected, found, '');
  if (place === null) return [];
  return [
    `${key}: expected ${place.path} to be ${shown(place.expected)} by the journal, found ${shown(place.found)} in the rows.`,
  ];
};

/** Where two JSON values differ first, going inward as far as both have the same shape; null when they are equal. */
const firstDifference = (
  expected: unknown,
  found: unknown,
  path: string,
): { readonly path: string; readonly expected: unknown; readonly found: unknown } | null => {
  if (isDeepStrictEqual(expected, found)) return null;
  if (isContainer(expected) && isContainer(found)) {
    const names = Object.keys(expected);
    if (isDeepStrictEqual(names, Object.keys(found))) {
      for (const name of names) {
        const inside = firstDifference(expected[name], found[name], path === '' ? name : `${path}.${name}`);
        if (inside !== null) return inside;
      }
    }
  }
  return { path: path === '' ? 'the state' : path, expected, found };
};

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
};

/** Rows that only a living instance may have. */
const leftovers = async (database: Database): Promise<string[]> => {
  const checks: readonly [string, string][] = [
    ['timers', 'an open timer'],
    ['message_subscriptions', 'an open message subscription'],
    ['signal_subscriptions', 'an open signal subscription'],
    ['condition_subscriptions', 'an open condition'],
    ['parked_tokens', 'a waiting token'],
    ['compensations', 'something to compensate'],
    ['loop_outputs', 'outputs of a loop'],
  ];
  const violations: string[] = [];
  const ended = `JOIN process_instances i ON i.key = t.process_instance_key WHERE i.status <> 'ACTIVE'`;
  const check = async (sql: string, what: string): Promise<void> => {
    for (const { key } of await database.rows<{ key: number }>(`${sql} LIMIT 20`))
      violations.push(`${key}: has ended, but has ${what}.`);
  };
  for (const [table, what] of checks)
    await check(`SELECT t.process_instance_key AS key FROM ${table} t ${ended}`, what);
  await check(
    `SELECT t.process_instance_key AS key FROM jobs t ${ended} AND (t.engine_state IS NOT NULL OR t.fetchable = 1)`,
    'an open job',
  );
  await check(
    `SELECT t.process_instance_key AS key FROM user_tasks t ${ended} AND t.end_ms IS NULL`,
    'an open user task',
  );
  await check(
    `SELECT t.process_instance_key AS key FROM incidents t ${ended} AND t.state = 'ACTIVE'`,
    'an active incident',
  );
  await check(
    `SELECT t.process_instance_key AS key FROM element_instances t ${ended} AND t.end_ms IS NULL`,
    'a living element instance',
  );
  return violations;
};
