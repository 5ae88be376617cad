import { Refusal } from './refusal.ts';

/** What keeps a database from taking changes for a while. */
export type StoreTrouble = 'disk-full' | 'read-only' | 'locked' | 'unavailable';

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/**
 * Deadlocks, serialization failures, lock time-outs, two inserts of the same key by two servers, and transactions that the database has given up because
 * nothing came any more (this server was paused). In all of them nothing was changed.
 */
export const isRetryable = (error: unknown): boolean =>
  ['40001', '40P01', '55P03', '23505', '25P03', '25P04'].includes(codeOf(error));

/** A connection that was there broke: another one may be well. What was read by it can be read again; what was written may be there. */
export const isConnectionBroken = (error: unknown): boolean =>
  ['08006', '57P01', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));

/** Nothing that a command could be to blame for: the database is away, full, locked or damaged. */
export const isDatabaseTrouble = (error: unknown): boolean => {
  const { name } = error as { name?: string };
  return (
    name === 'KnexTimeoutError' ||
    /^(SQLITE_(?!CONSTRAINT|ERROR|MISMATCH)|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|53|57|58|XX|25006)/.test(codeOf(error))
  );
};

/**
 * After this nobody knows what is on the disk: a write or a sync failed, or what was read is not what was written. It must not be tried again:
 * the operating system reports a failed sync once and forgets the pages, so that the next sync answers well. PostgreSQL stops by itself then.
 */
export const isStoreLost = (error: unknown): boolean => /^SQLITE_(WRITER_ENDED|CORRUPT|NOTADB)/.test(codeOf(error));

/** The trouble that an error tells of; null when it is not the database's. */
export const troubleOf = (error: unknown): StoreTrouble | null => {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === '53100') return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === '25006') return 'read-only';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return isDatabaseTrouble(error) ? 'unavailable' : null;
};

/** What people are told of a trouble. In all but the last nothing was changed. */
export const troubleText: Readonly<Record<StoreTrouble, string>> = {
  'disk-full': 'The disk is full. Nothing was changed; make room, and the server goes on by itself.',
  'read-only': 'The database is read-only. Nothing was changed; let the server write again, and it goes on by itself.',
  locked: 'Another program holds the database locked. Nothing was changed; try again when that one is done.',
  unavailable:
    'The database did not answer or confirm. Look whether a change is made, or repeat it with the same Idempotency-Key; the log of the server has the details.',
};

/** What a caller is told when the store failed. */
export const refusalFor = (error: unknown): Refusal => {
  const trouble = troubleOf(error);
  if (trouble === null)
    return new Refusal('INTERNAL', 'The server failed on this command. Nothing was changed; its log has the details.');
  return new Refusal(trouble === 'disk-full' ? 'RESOURCE_EXHAUSTED' : 'UNAVAILABLE', troubleText[trouble]);
};
