// @ts-check
/**
 * Runs the statements of one batch in one transaction of SQLite. For the thread that writes, and for the simulation, which has no threads.
 *
 * @typedef {object} Statement one statement for many rows
 * @property {string} sql
 * @property {boolean} guarded every row must be hit, else the whole transaction is taken back
 * @property {number} width placeholders of one row
 * @property {(string | number | null)[]} values of all rows, one after the other
 */

/**
 * @param {import('better-sqlite3').Database} database
 * @returns {(statements: readonly Statement[]) => { index: number, row: number } | null} runs everything or nothing; answers the guarded row
 *   that was not as expected
 */
export const statementWriter = (database) => {
  /** @type {Map<string, import('better-sqlite3').Statement>} */
  const prepared = new Map();
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');

  /** @param {string} sql */
  const statementOf = (sql) => {
    let statement = prepared.get(sql);
    if (statement === undefined) prepared.set(sql, (statement = database.prepare(sql)));
    return statement;
  };

  return (statements) => {
    begin.run();
    try {
      for (const [index, { sql, guarded, width, values }] of statements.entries()) {
        const statement = statementOf(sql);
        for (let at = 0; at < values.length; at += width) {
          const { changes } = statement.run(values.slice(at, at + width));
          if (!guarded || changes === 1) continue;
          rollback.run();
          return { index, row: at / width };
        }
      }
      commit.run();
      return null;
    } catch (error) {
      if (database.inTransaction) rollback.run();
      throw error;
    }
  };
};

/**
 * @param {import('better-sqlite3').Database} database
 * @returns {(count: number) => number} counts out so many fresh keys and answers the first
 */
export const keyTaker = (database) => {
  const takeKeys = database.prepare("UPDATE key_blocks SET next = next + ? WHERE name = 'keys' RETURNING next");
  return (count) => /** @type {{ next: number }} */ (takeKeys.get(count)).next - count;
};
