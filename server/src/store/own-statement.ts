import type { SqlValue } from './table.ts';

/** A statement of the program that embeds Baton. It is carried out in the transaction of the batch that it came with. */
export interface OwnStatement {
  /** With a `?` for each value. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** How many rows it has to change, else nothing of the transaction is done; null for any number. */
  readonly rows: number | null;
}

/** A statement of the embedding program failed by its own fault. Nothing of its batch was written, and nothing is wrong with the database. */
export class FailedStatement extends Error {
  readonly statement: OwnStatement;

  constructor(statement: OwnStatement, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`The statement '${statement.sql.replaceAll(/\s+/g, ' ').slice(0, 200)}' failed: ${why}`, { cause });
    this.name = 'FailedStatement';
    this.statement = statement;
  }
}

/** The code of a statement that changed another number of rows than it should, on SQLite. */
export const wrongNumberOfRows = 'BATON_ROWS';

/**
 * What a statement can be to blame for: a constraint, a wrong value or number of them, a name that does not exist, a time that is over. SQLite's codes, PostgreSQL's classes of SQLSTATE,
 * and none at all, which is how the drivers refuse. Everything else is trouble of the database, or a conflict with others.
 */
const ownFaults =
  /^($|SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|AUTH)|BATON_ROWS|(0A|2[0-3]|2F|3[89F]|42|44|54|P0)|08P01$|57014$|BT001$)/;

/** The error of a statement of the embedding program as the pipeline has to take it. */
export const errorOfOwn = (statement: OwnStatement, error: unknown): unknown => {
  const { code } = error as { code?: string | null };
  return ownFaults.test(code ?? '') ? new FailedStatement(statement, error) : error;
};
