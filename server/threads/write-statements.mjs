// @ts-check
/**
 * Runs the statements of one batch in one transaction of SQLite. For the thread that writes, and for the simulation, which has no threads.
 *
 * @typedef {object} Statement one statement for many rows
 * @property {string} sql
 * @property {boolean} guarded every row must be hit, else the whole transaction is taken back
 * @property {number} width placeholders of one row
 * @property {(string | number | null)[]} values of all rows, one after the other
 *
 * @typedef {object} OwnStatement one of the program that embeds the server
 * @property {string} sql
 * @property {readonly (string | number | null)[]} values
 * @property {number | null} rows how many it has to change; null for any number
 */

/** Texts of the embedding program that are kept prepared: they may be made up anew each time. */
const maxOwn = 200;

/**
 * @param {import('better-sqlite3').Database} database
 * @returns {(statements: readonly Statement[], own?: readonly OwnStatement[]) => { index: number, row: number } | null} runs everything or nothing; answers
 *   the guarded row that was not as expected. The error of an own statement has its number, `own`.
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

  /** @type {Map<string, import('better-sqlite3').Statement>} */
  const preparedOwn = new Map();

  /** @param {OwnStatement} statement */
  const runOwn = ({ sql, values, rows }) => {
    let statement = preparedOwn.get(sql);
    if (statement === undefined) {
      if (preparedOwn.size >= maxOwn) preparedOwn.clear();
      preparedOwn.set(sql, (statement = database.prepare(sql)));
    }
    const { changes } = statement.run(values);
    if (rows === null || changes === rows) return;
    throw Object.assign(new Error(`Expected it to change ${rows} rows, but it changed ${changes}.`), {
      code: 'BATON_ROWS',
    });
  };

  /** @param {readonly OwnStatement[]} statements */
  const runAllOwn = (statements) => {
    for (const [own, statement] of statements.entries()) {
      try {
        runOwn(statement);
      } catch (error) {
        throw Object.assign(/** @type {object} */ (error), { own });
      }
    }
  };

  return (statements, own = []) => {
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
      runAllOwn(own);
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
