/** A damaged database. Its code is SQLite's own, so that a server that finds out while it runs stops. */
export class DamagedDatabase extends Error {
  readonly code = 'SQLITE_CORRUPT';

  /** `what`: what was found, in a few words. */
  constructor(what: string, cause?: unknown) {
    super(
      `The database is damaged (${what}). The server does not work on it, so that nothing gets worse. Keep a copy of the data folder, then ` +
        'restore a backup as docs/production.md says under "Backup and restore".',
      { cause },
    );
    this.name = 'DamagedDatabase';
  }
}
