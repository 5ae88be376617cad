import { Refusal } from './refusal.ts';

/** Deadlocks, serialization failures, lock time-outs, and two inserts of the same key by two servers. */
export const isRetryable = (error: unknown): boolean =>
  ['40001', '40P01', '55P03', '23505'].includes((error as { code?: string }).code ?? '');

/** Nothing that a command could be to blame for: the database is away, full, locked or damaged. */
export const isDatabaseTrouble = (error: unknown): boolean => {
  const { code = '', name } = error as { code?: string; name?: string };
  return (
    name === 'KnexTimeoutError' ||
    /^(SQLITE_(?!CONSTRAINT|ERROR|MISMATCH)|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|53|57|58|XX|25006)/.test(code)
  );
};

/** What a caller is told when the store failed. */
export const refusalFor = (error: unknown): Refusal => {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL' || code === '53100')
    return new Refusal('RESOURCE_EXHAUSTED', 'The disk is full. Make room, then try again.');
  if (!isDatabaseTrouble(error))
    return new Refusal('INTERNAL', 'The server failed on this command. Nothing was changed; its log has the details.');
  return new Refusal(
    'UNAVAILABLE',
    'The database did not confirm the change. Look whether it is made, or repeat it with the same Idempotency-Key; the log of the server has the details.',
  );
};
