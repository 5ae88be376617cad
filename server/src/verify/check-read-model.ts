import type { InstanceState, JournalRecord } from '@baton/engine';
import type { Database } from '../store/database.ts';
import type { JournalRow } from '../store/tables/journal.ts';
import type { Findings } from './findings.ts';
import type { JournalObserver } from '../runtime/fold-journal.ts';

/** What a row must say by the journal. `end` is null while the thing lives: its other columns are then part of the state (I3). */
interface Expected {
  readonly instanceKey: number;
  end: { readonly states: readonly string[]; readonly atMs: number } | null;
}

interface FoundRow {
  readonly instance: number;
  readonly key: number;
  readonly state: string;
  readonly end_ms: number | null;
}

const page = 1_000;

/** The tables that searches read beyond the state, with the columns that tell how a row ended. */
const endings = {
  element_instances: { state: 'state', end: 'end_ms' },
  jobs: { state: 'state', end: 'end_ms' },
  user_tasks: { state: 'state', end: 'end_ms' },
  incidents: { state: 'state', end: 'resolved_ms' },
} as const;
type EndingTable = keyof typeof endings;

/**
 * I8: what searches find is what happened. The state knows the living only; this one follows what has ended, too: for every element instance,
 * job, user task, incident and variable of the journal there is one row, and it tells the end that the journal tells.
 */
export class ReadModelCheck implements JournalObserver {
  readonly #ended: Readonly<Record<EndingTable, Map<number, Expected>>> = {
    element_instances: new Map(),
    jobs: new Map(),
    user_tasks: new Map(),
    incidents: new Map(),
  };
  readonly #thrown = new Set<number>();
  readonly #values = new Map<number, { readonly instanceKey: number; value: string }>();

  record(record: JournalRecord, _state: InstanceState, row: JournalRow): void {
    switch (record.type) {
      case 'element-activating':
      case 'element-activated':
        return this.#begin('element_instances', record.key, row);
      case 'element-completed':
        return this.#end('element_instances', record.key, row, ['COMPLETED']);
      case 'element-terminated':
        return this.#end('element_instances', record.key, row, ['TERMINATED']);
      case 'job-created':
        return this.#begin('jobs', record.key, row);
      case 'job-error-thrown':
        this.#thrown.add(record.key);
        return;
      case 'job-completed':
        return this.#end('jobs', record.key, row, ['COMPLETED']);
      case 'job-canceled':
        // One whose error was caught shows the error, not the interruption that follows from it.
        return this.#end('jobs', record.key, row, [
          'CANCELED',
          ...(this.#thrown.has(record.key) ? ['ERROR_THROWN'] : []),
        ]);
      case 'user-task-created':
        return this.#begin('user_tasks', record.key, row);
      case 'user-task-completed':
        return this.#end('user_tasks', record.key, row, ['COMPLETED']);
      case 'user-task-canceled':
        return this.#end('user_tasks', record.key, row, ['CANCELED']);
      case 'incident-raised':
        return this.#begin('incidents', record.key, row);
      case 'incident-resolved':
        return this.#end('incidents', record.key, row, ['RESOLVED']);
      case 'variable-set':
        this.#values.set(record.key, {
          instanceKey: row.process_instance_key,
          value: JSON.stringify(record.value),
        });
        return;
      default:
        return;
    }
  }

  #begin(table: EndingTable, key: number, row: JournalRow): void {
    if (!this.#ended[table].has(key)) this.#ended[table].set(key, { instanceKey: row.process_instance_key, end: null });
  }

  #end(table: EndingTable, key: number, row: JournalRow, states: readonly string[]): void {
    const expected = this.#ended[table].get(key);
    if (expected) expected.end = { states, atMs: row.at_ms };
  }

  /** Compares what was seen of these instances with their rows, and forgets it. */
  async finish(findings: Findings, database: Database, instanceKeys: readonly number[]): Promise<void> {
    for (const table of Object.keys(endings) as EndingTable[]) {
      const { state, end } = endings[table];
      const expected = this.#ended[table];
      await eachRow<FoundRow>(database, table, `key, ${state} AS state, ${end} AS end_ms`, instanceKeys, (row) => {
        compareEnd(findings, table, expected.get(row.key), row);
        expected.delete(row.key);
      });
      for (const [key, { instanceKey }] of expected)
        findings.add('I8', instanceKey, `expected a row ${key} in ${table} by the journal, found none.`);
      expected.clear();
    }
    await this.#finishVariables(findings, database, instanceKeys);
    this.#thrown.clear();
  }

  async #finishVariables(findings: Findings, database: Database, instanceKeys: readonly number[]): Promise<void> {
    const values = this.#values;
    type Row = { readonly instance: number; readonly key: number; readonly value: string };
    await eachRow<Row>(database, 'variables', 'key, value', instanceKeys, (row) => {
      const expected = values.get(row.key);
      if (expected === undefined) extra(findings, 'variables', row);
      else if (expected.value !== row.value)
        findings.add(
          'I8',
          row.instance,
          `expected variable ${row.key} to be ${expected.value.slice(0, 200)} by the journal, found ${row.value.slice(0, 200)} in the rows.`,
        );
      values.delete(row.key);
    });
    for (const [key, { instanceKey }] of values)
      findings.add('I8', instanceKey, `expected a row ${key} in variables by the journal, found none.`);
    values.clear();
  }
}

const extra = (findings: Findings, table: string, row: { readonly instance: number; readonly key: number }): void =>
  findings.add('I8', row.instance, `has a row ${row.key} in ${table} of which its journal knows nothing.`);

const compareEnd = (findings: Findings, table: string, expected: Expected | undefined, row: FoundRow): void => {
  if (expected === undefined) return extra(findings, table, row);
  const { end } = expected;
  const fits = end === null ? row.end_ms === null : end.atMs === row.end_ms && end.states.includes(row.state);
  if (fits) return;
  const told = end === null ? 'not to have ended' : `to have ended as ${end.states.join(' or ')} at ${end.atMs}`;
  findings.add(
    'I8',
    row.instance,
    `expected ${row.key} in ${table} ${told} by the journal, found ${row.state} ${row.end_ms ?? 'without an end'}.`,
  );
};

/** All rows of some instances, in pages. */
const eachRow = async <R extends { readonly instance: number; readonly key: number }>(
  database: Database,
  table: string,
  columns: string,
  instanceKeys: readonly number[],
  use: (row: R) => void,
): Promise<void> => {
  const sql = `SELECT process_instance_key AS instance, ${columns} FROM ${table} WHERE ${database.isIn('process_instance_key', 'int')}
    AND (process_instance_key, key) > (?, ?) ORDER BY process_instance_key, key LIMIT ${page}`;
  for (let after: readonly [number, number] = [0, 0]; ;) {
    const rows = await database.rows<R>(sql, [database.list(instanceKeys), ...after]);
    for (const row of rows) use(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = [last.instance, last.key];
  }
};
