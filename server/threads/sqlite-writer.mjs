// @ts-check
/**
 * The thread that writes to SQLite, so that the server goes on reading requests while the disk works. It runs what it is sent: one
 * transaction per message, by statements that it prepares once. What they mean is the business of `src/store/sqlite`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite from 'better-sqlite3';
import { keyTaker, statementWriter } from './write-statements.mjs';

/** @type {{ filename: string }} */
const { filename } = workerData;
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const database = new BetterSqlite(filename, { fileMustExist: true });
database.pragma('busy_timeout = 5000');
database.pragma('foreign_keys = ON');
database.pragma('trusted_schema = OFF');
// FULL: an answer given is an answer kept, also when the power goes. Group commit makes it affordable.
database.pragma('synchronous = FULL');
// The log is moved into the file in larger pieces than the default's 1,000 pages: fewer stops on the way.
database.pragma('wal_autocheckpoint = 4000');

const write = statementWriter(database);
const takeKeys = keyTaker(database);

/** @param {unknown} error */
const told = (error) => {
  const { message, code } = /** @type {{ message?: string, code?: string }} */ (error);
  return { message: message ?? String(error), code: code ?? null };
};

port.on('message', (message) => {
  try {
    switch (message.type) {
      case 'write':
        port.postMessage({ id: message.id, answer: write(message.statements) });
        return;
      case 'take-keys':
        port.postMessage({ id: message.id, answer: takeKeys(message.count) });
        return;
      case 'close':
        database.close();
        port.postMessage({ id: message.id, answer: null });
        port.close();
        return;
    }
  } catch (error) {
    port.postMessage({ id: message.id, error: told(error) });
  }
});
