import BetterSqlite from 'better-sqlite3';

/** Remembers what has been seen, however much that is: a verification runs in bounded memory. */
export interface SeenKeys {
  /** Whether this is the first time. `what` is a kind of thing; keys are compared inside of a kind. */
  isFirst(what: string, key: number): boolean;
  close(): void;
}

/** Opens an empty memory. It is a temporary file of SQLite, which lives in a few megabytes of cache until it outgrows them. */
export const openSeenKeys = (): SeenKeys => {
  const scratch = new BetterSqlite('');
  scratch.pragma('journal_mode = OFF');
  scratch.pragma('synchronous = OFF');
  scratch.exec('CREATE TABLE seen (what TEXT, key INTEGER, PRIMARY KEY (what, key)) WITHOUT ROWID');
  // One transaction for all: nothing of this is ever committed.
  scratch.exec('BEGIN');
  const insert = scratch.prepare('INSERT OR IGNORE INTO seen (what, key) VALUES (?, ?)');
  return {
    isFirst: (what, key) => insert.run(what, key).changes === 1,
    close: () => void scratch.close(),
  };
};
