import type { PoolClient } from 'pg';
import type { WriteResult } from '../database.ts';
import { errorOfOwn } from '../own-statement.ts';
import type { OwnStatement } from '../own-statement.ts';
import type { RowChange, RowChanges } from '../row-changes.ts';
import type { AnyRow, SqlValue, Table } from '../table.ts';
import { processInstances } from '../tables/process-instances.ts';
import { sentTogether } from './sent-together.ts';
import { arrayLiteral } from './array-literal.ts';

/** One statement for all rows of a table that change in the same way. Its text is constant: every column of its rows is one array. */
interface Shape {
  /** Under which a connection keeps it prepared. */
  readonly name: string;
  readonly sql: string;
  /** Whether each row must be as expected, else the transaction fails. */
  readonly guarded: boolean;
  readonly types: readonly ('int8' | 'text')[];
  /** The values of a row, in the order of the parameters. */
  readonly columns: readonly { readonly of: 'row' | 'set' | 'guard'; readonly column: string }[];
}

/** SQLSTATE of `baton_guard`, see migration 0006. */
const guardFailed = 'BT001';

const columnType = (table: Table, column: string): 'int8' | 'text' =>
  table.columns[column]?.sql === 'int' ? 'int8' : 'text';

/** Makes the statements of one table, each text once. */
class TableShapes {
  readonly #table: Table;
  readonly #shapes = new Map<string, Shape | null>();

  constructor(table: Table) {
    this.#table = table;
  }

  /** The statement for a change; null when there is nothing to write. */
  shapeFor(change: RowChange): Shape | null {
    const signature =
      change.op === 'patch'
        ? `patch ${Object.keys(change.set).join()}|${change.guard === null ? '' : Object.keys(change.guard).join()}`
        : change.op === 'delete' && change.mustExist
          ? 'delete!'
          : change.op;
    let shape = this.#shapes.get(signature);
    if (shape === undefined) this.#shapes.set(signature, (shape = this.#make(change)));
    return shape;
  }

  #make(change: RowChange): Shape | null {
    switch (change.op) {
      case 'insert':
      case 'upsert':
        return this.#insert(change.op);
      case 'patch':
        return this.#patch(Object.keys(change.set), Object.keys(change.guard ?? {}), change.guard !== null);
      case 'delete':
        return this.#delete(change.mustExist);
    }
  }

  #insert(op: 'insert' | 'upsert'): Shape {
    const { name, key, columns } = this.#table;
    const all = Object.keys(columns);
    const set = all.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
    const conflict = op === 'insert' ? '' : ` ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}`;
    const types = all.map((column) => columnType(this.#table, column));
    const from = unnest(
      types,
      all.map((column) => `n_${column}`),
    );
    return this.#shape(
      `INSERT INTO ${name} (${all.join(', ')}) SELECT * FROM ${from}${conflict}`,
      all.map((column) => ({ of: 'row', column })),
      false,
    );
  }

  #patch(set: readonly string[], guard: readonly string[], guarded: boolean): Shape | null {
    if (set.length === 0) return null;
    const { name, key } = this.#table;
    const types = [...key, ...set, ...guard].map((column) => columnType(this.#table, column));
    const names = [...key.map((c) => `k_${c}`), ...set.map((c) => `s_${c}`), ...guard.map((c) => `g_${c}`)];
    const assigned = set.map((column) => `${column} = v.s_${column}`).join(', ');
    const guards = guard.map((column) => ` AND t.${column} IS NOT DISTINCT FROM v.g_${column}`).join('');
    return this.#shape(
      `UPDATE ${name} t SET ${assigned} FROM ${unnest(types, names)} WHERE ${this.#matches()}${guards}`,
      [
        ...key.map((column) => ({ of: 'row', column }) as const),
        ...set.map((column) => ({ of: 'set', column }) as const),
        ...guard.map((column) => ({ of: 'guard', column }) as const),
      ],
      guarded,
    );
  }

  #delete(guarded: boolean): Shape {
    const { name, key } = this.#table;
    const types = key.map((column) => columnType(this.#table, column));
    const from = unnest(
      types,
      key.map((column) => `k_${column}`),
    );
    return this.#shape(
      `DELETE FROM ${name} t USING ${from} WHERE ${this.#matches()}`,
      key.map((column) => ({ of: 'row', column })),
      guarded,
    );
  }

  #matches(): string {
    return this.#table.key.map((column) => `t.${column} = v.k_${column}`).join(' AND ');
  }

  #shape(sql: string, columns: Shape['columns'], guarded: boolean): Shape {
    const { name } = this.#table;
    const count = columns.length + 1;
    return {
      name: `${name}${this.#shapes.size}`,
      sql: guarded
        ? `WITH hit AS (${sql} RETURNING 1) SELECT baton_guard(count(*), $${count}::int8, '${name}') FROM hit`
        : sql,
      guarded,
      types: columns.map(({ column }) => columnType(this.#table, column)),
      columns,
    };
  }
}

const unnest = (types: readonly string[], names: readonly string[]): string =>
  `unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) AS v(${names.join(', ')})`;

const part = (change: RowChange, of: 'row' | 'set' | 'guard'): AnyRow => {
  if (of === 'row') return change.row;
  return (change.op === 'patch' ? change[of] : null) ?? {};
};

const parameters = (shape: Shape, changes: readonly RowChange[]): SqlValue[] => {
  const values: SqlValue[] = shape.columns.map(({ of, column }, index) =>
    arrayLiteral(
      changes.map((change) => part(change, of)[column] as SqlValue),
      shape.types[index] ?? 'text',
    ),
  );
  if (shape.guarded) values.push(changes.length);
  return values;
};

/**
 * Instances first, each by key, then the other tables: servers that want the same rows wait for each other at the first of them, where the
 * revision tells who was too late, instead of ending in a deadlock.
 */
const inOrder = (changes: RowChanges): [Table, RowChange[]][] => {
  const tables = [...changes.tables()].sort(([a], [b]) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const [first] = tables;
  if (first?.[0].name === processInstances.name) first[1].sort((a, b) => Number(a.row['key']) - Number(b.row['key']));
  return tables;
};

const rank = ({ name }: Table): number => (name === processInstances.name ? 0 : 1);

interface Query {
  /** Under which the connection keeps it prepared; without, it does not. */
  readonly name?: string;
  readonly text: string;
  readonly values?: SqlValue[];
  readonly queryMode?: 'extended';
}

interface Failure {
  readonly table: string;
  readonly error: unknown;
  readonly own: OwnStatement | null;
}

/** What the question marks of a statement stand in: texts, names and comments, where they are no placeholders. */
const quotedOrPlaceholder = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/** A statement of the embedding program, with the number of rows that it has to change. */
const ownQuery = ({ sql, values, rows }: OwnStatement): Query => {
  let count = 0;
  const text = sql.replace(quotedOrPlaceholder, (found) => (found === '?' ? `$${(count += 1)}` : found));
  // The simple protocol would take several statements in one text, a COMMIT among them.
  const queryMode = 'extended';
  if (rows === null) return { text, values: [...values], queryMode };
  return {
    queryMode,
    text: `WITH hit AS (${text} RETURNING 1) SELECT baton_guard(count(*), $${count + 1}::int8, 'the rows of a statement') FROM hit`,
    values: [...values, rows],
  };
};

/** Makes the function that writes a batch: one statement per table and kind of change, in one transaction and one trip to the database. */
export const createPostgresWriter = (): ((client: PoolClient, changes: RowChanges) => Promise<WriteResult>) => {
  const known = new Map<Table, TableShapes>();
  const shapesOf = (table: Table): TableShapes => {
    let shapes = known.get(table);
    if (shapes === undefined) known.set(table, (shapes = new TableShapes(table)));
    return shapes;
  };
  return async (client, changes) => {
    // Nothing is waited for: the connection sends everything at once. When a statement fails, PostgreSQL refuses what follows, and COMMIT takes
    // the whole back.
    const sent: Promise<Failure | null>[] = [];
    const send = (table: string, query: Query, own: OwnStatement | null = null): void =>
      void sent.push(
        client.query(query).then(
          () => null,
          (error: unknown) => ({ table, error, own }),
        ),
      );
    sentTogether(client, () => {
      send('', { name: 'begin', text: 'BEGIN' });
      for (const [table, rows] of inOrder(changes)) {
        const shapes = shapesOf(table);
        const groups = new Map<Shape, RowChange[]>();
        for (const change of rows) {
          const shape = shapes.shapeFor(change);
          if (shape === null) continue;
          const group = groups.get(shape);
          if (group === undefined) groups.set(shape, [change]);
          else group.push(change);
        }
        for (const [shape, group] of groups)
          send(table.name, { name: shape.name, text: shape.sql, values: parameters(shape, group) });
      }
      for (const own of changes.own) send('', ownQuery(own), own);
      send('', { name: 'commit', text: 'COMMIT' });
    });
    const failed = (await Promise.all(sent)).find((each) => each !== null);
    if (failed === undefined || failed === null) return { ok: true };
    if (failed.own !== null) throw errorOfOwn(failed.own, failed.error);
    if ((failed.error as { code?: string }).code === guardFailed)
      return { ok: false, conflict: { table: failed.table, rows: [] } };
    throw failed.error;
  };
};
