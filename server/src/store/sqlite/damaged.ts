/** What people are told of a damaged database. Its code is SQLite's own, so that a server that finds out while it runs stops. */
export const damaged = (what: string, cause?: unknown): Error =>
  Object.assign(
    new Error(
      `The database is damaged (${what}). The server does not work on it, so that nothing gets worse. Keep a copy of the data folder, then ` +
        'restore a backup as docs/production.md says under "Backup and restore".',
      { cause },
    ),
    { code: 'SQLITE_CORRUPT' },
  );
