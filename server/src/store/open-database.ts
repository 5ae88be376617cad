import type { Database } from './database.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

export interface DatabaseChoice {
  /** postgres://…; null for SQLite. */
  readonly databaseUrl: string | null;
  /** Folder of the SQLite file. */
  readonly dataFolder: string;
  /** Reads only: no lock is taken and nothing is migrated. (Default: false.) */
  readonly readOnly?: boolean;
}

/** Opens the database that the settings name. */
export const openDatabase = ({ databaseUrl, dataFolder, readOnly = false }: DatabaseChoice): Promise<Database> =>
  databaseUrl === null ? openSqlite({ folder: dataFolder, readOnly }) : openPostgres({ url: databaseUrl, readOnly });
