import type { Database } from '../database.ts';
import type { AnyRow, Columns, RowOf, Table } from '../table.ts';

/** The stored row of any table by its primary key; null when there is none. For what is rare: the text of the statement is made anew. */
export const findStored = async <C extends Columns>(
  database: Database,
  table: Table<C>,
  key: Partial<RowOf<Table<C>>>,
): Promise<RowOf<Table<C>> | null> => {
  const where = table.key.map((column) => `${column} = ?`).join(' AND ');
  const [row] = await database.rows<RowOf<Table<C>>>(
    `SELECT ${Object.keys(table.columns).join(', ')} FROM ${table.name} WHERE ${where}`,
    table.key.map((column) => (key as AnyRow)[column] ?? null),
  );
  return row ?? null;
};
