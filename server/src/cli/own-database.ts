import type { Database } from '../store/database.ts';
import type { World } from './world.ts';

/** Opens the database that the settings name, for reading only. */
export const withDatabase = async (world: World, use: (database: Database) => Promise<void>): Promise<void> => {
  const [{ readConfig }, { openDatabase }] = await Promise.all([
    import('../config.ts'),
    import('../store/open-database.ts'),
  ]);
  // Nobody listens, so nobody has to be warned of where.
  const config = readConfig({ ...world.env, BATON_HOST: undefined });
  const database = await openDatabase({ ...config, readOnly: true });
  try {
    await use(database);
  } finally {
    await database.close();
  }
};
