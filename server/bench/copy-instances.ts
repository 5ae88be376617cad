import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';

/** Columns that hold keys of the instances' own block; a copy has them moved on. */
const keyColumns = ['key', 'process_instance_key', 'root_key', 'scope_key', 'element_instance_key'];
const tables = ['process_instances', 'element_instances', 'variables', 'jobs', 'journal'];

/** SQL for columns that differ from copy to copy, by table and column; `n.i` is the number of the copy, from 1. */
export type Differing = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Fills a SQLite database, which no server has open, with copies of its few instances: the rows that as many starts would have
 * written, in bulk. Answers how far the keys of one copy are from those of the copy before.
 */
export const copyInstances = (dataFolder: string, copies: number, differing: Differing = {}): number => {
  const database = new BetterSqlite(join(dataFolder, 'baton.sqlite'));
  database.pragma('synchronous = OFF');
  const keys = database
    .prepare<[], number>(
      'SELECT key FROM process_instances UNION SELECT key FROM element_instances UNION SELECT key FROM variables UNION SELECT key FROM jobs',
    )
    .pluck()
    .all();
  const first = Math.min(...keys);
  const stride = Math.max(...keys) - first + 1;
  const moved = (column: string): string => `t.${column} + n.i * ${stride}`;
  const sqlFor = (table: string, column: string): string => {
    const own = differing[table]?.[column];
    if (own !== undefined) return own;
    if (keyColumns.includes(column)) return moved(column);
    if (table !== 'journal' || !['command', 'records'].includes(column)) return `t.${column}`;
    // No key of a copy is one of the original, so that one replacement never meets what another one wrote.
    return keys.reduce(
      (text, key) => `replace(${text}, '${key}', CAST(${key} + n.i * ${stride} AS TEXT))`,
      `t.${column}`,
    );
  };
  database.transaction(() => {
    for (const table of tables) {
      const columns = database.pragma(`table_info(${table})`) as { name: string }[];
      const list = columns.map(({ name }) => sqlFor(table, name)).join(', ');
      database
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) ` +
            `INSERT INTO ${table} SELECT ${list} FROM n, (SELECT * FROM ${table}) AS t`,
        )
        .run(copies);
    }
    database.prepare('UPDATE key_blocks SET next = next + ? WHERE name = ?').run((copies + 1) * stride, 'keys');
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return stride;
};
