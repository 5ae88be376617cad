import type { OwnStatement } from '../store/own-statement.ts';
import type { SqlValue } from '../store/table.ts';

export interface RunOptions {
  /** How many rows it has to change; with another number nothing of the transaction is done. (Default: any.) */
  readonly rows?: number;
}

/** Statements that commit together, and with the step of the process that they belong to. */
export interface Transaction {
  /**
   * Adds a statement that writes, with a `?` for each value, in both databases: INSERT, UPDATE, DELETE, REPLACE, MERGE, WITH, CREATE, ALTER or DROP. It is carried out when
   * the step commits, after those added before it; it answers nothing. Throws `TypeError` for anything else.
   */
  run(sql: string, values?: readonly SqlValue[], options?: RunOptions): void;
}

/** Statements of one transaction; they hold up everybody's commits. */
const maxStatements = 1_000;
const maxSqlLength = 100_000;

/** Nothing that would end the transaction, or change how the connection works. */
const writes = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(INSERT|UPDATE|DELETE|REPLACE|MERGE|WITH|CREATE|ALTER|DROP)\b/i;

const isValue = (value: unknown): value is SqlValue =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** Collects the statements of one transaction. `close` answers them; none can be added afterwards. */
export const collectStatements = (): { readonly transaction: Transaction; close(): readonly OwnStatement[] } => {
  const statements: OwnStatement[] = [];
  let isClosed = false;
  return {
    transaction: {
      run: (sql, values = [], { rows } = {}) => {
        if (isClosed)
          throw new TypeError(
            'Expected statements before the end of the handler: its transaction is on its way already.',
          );
        if (sql.length > maxSqlLength || !writes.test(sql))
          throw new TypeError(`Expected a statement that writes, found '${sql.slice(0, 80)}'.`);
        const wrong = values.find((value) => !isValue(value));
        if (wrong !== undefined)
          throw new TypeError(`Expected texts, numbers and null as values, found ${typeof wrong}. Write it as text.`);
        if (rows !== undefined && !(Number.isSafeInteger(rows) && rows >= 0))
          throw new TypeError(`Expected a number of rows from 0, found ${rows}.`);
        if (statements.length >= maxStatements)
          throw new TypeError(`Expected up to ${maxStatements} statements in a transaction, found more.`);
        statements.push({ sql, values: [...values], rows: rows ?? null });
      },
    },
    close: () => {
      isClosed = true;
      return statements;
    },
  };
};
