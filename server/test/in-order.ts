import type { Database, WriteResult } from '../src/store/database.ts';

type Changes = Parameters<Database['write']>[0];

/**
 * Makes a write of a test what the database's own is: on a shared one they go side by side; on one of our own they go one after the other, and one that
 * follows another is taken only when that was.
 */
export const inOrder = (
  { isShared }: Pick<Database, 'isShared'>,
  write: (changes: Changes) => Promise<WriteResult>,
): Database['write'] => {
  if (isShared) return write;
  let last = Promise.resolve(true);
  return (changes, follows = false) => {
    const result = last.then((isTaken): Promise<WriteResult> | WriteResult =>
      follows && !isTaken ? { ok: false, conflict: null } : write(changes),
    );
    last = result.then(
      ({ ok }) => ok,
      () => false,
    );
    return result;
  };
};
