// @ts-check
/**
 * The thread that writes to SQLite, so that the server goes on reading requests while the disk works. It runs what it is sent: one
 * transaction per message, by statements that it prepares once. What they mean is the business of `src/store/sqlite`.
 */
import { accessSync, constants } from 'node:fs';
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
/** The last transaction was not written: those that follow it are left out, up to one that stands on its own. */
let isBroken = false;

/** @param {{ statements: Parameters<typeof write>[0], follows: boolean, own: Parameters<typeof write>[1] }} message */
const writeInOrder = ({ statements, follows, own }) => {
  if (isBroken && follows) return 'left out';
  isBroken = true;
  const missed = write(statements, own);
  isBroken = missed !== null;
  return missed;
};

/** Whether the operating system has made the file system read-only, as it does with a disk that it no longer trusts. */
const isReadOnly = () => {
  try {
    accessSync(filename, constants.W_OK);
    return false;
  } catch (error) {
    return /** @type {{ code?: string }} */ (error).code === 'EROFS';
  }
};

/**
 * The code of an error, more exactly where SQLite has one for several reasons.
 *
 * @param {string | null} code
 */
const exactCode = (code) => {
  // No room for the shared memory beside the log.
  if (code === 'SQLITE_IOERR_SHMSIZE') return 'SQLITE_FULL';
  return code === 'SQLITE_IOERR_WRITE' && isReadOnly() ? 'SQLITE_READONLY' : code;
};

/**
 * What the server is told of an error. After a failed write or sync this thread ends instead, and the server with it: a sync that is tried again
 * answers well although its pages are lost.
 *
 * @param {unknown} error
 */
const told = (error) => {
  const { message, code, own } = /** @type {{ message?: string, code?: string, own?: number }} */ (error);
  const exact = exactCode(code ?? null);
  if (exact !== null && /^SQLITE_(IOERR(?!_NOMEM)|CORRUPT|NOTADB)/.test(exact)) throw new Error(`${exact}: ${message}`);
  return { message: message ?? String(error), code: exact, own };
};

port.on('message', (message) => {
  try {
    switch (message.type) {
      case 'write':
        port.postMessage({ id: message.id, answer: writeInOrder(message) });
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
