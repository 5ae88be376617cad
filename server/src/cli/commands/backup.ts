import type { Command } from 'commander';
import type { GlobalOptions } from '../connect.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

/** `baton backup <file>`: copies the SQLite database beside a running server. */
export const backupCommand = (program: Command, world: World): void =>
  void program
    .command('backup')
    .summary('copy the SQLite database')
    .description('Copies the SQLite database as it is at this moment, also beside a running server.')
    .argument('<file>', 'where to; nothing may be there yet')
    .action(async (target: string, _options: unknown, command: Command) => {
      const [{ readConfig }, { backupSqlite }, { databaseFileName }] = await Promise.all([
        import('../../config.ts'),
        import('../../store/sqlite/backup-sqlite.ts'),
        import('../../store/sqlite/open-sqlite.ts'),
      ]);
      const config = readConfig({ ...world.env, BATON_HOST: undefined });
      if (config.databaseUrl !== null)
        throw new Error(
          'Expected SQLite, found BATON_DATABASE_URL. PostgreSQL is backed up with its own tools: pg_dump, or the base backups of pg_basebackup.',
        );
      backupSqlite(config.dataFolder, target);
      tellDone(
        world,
        command.optsWithGlobals<GlobalOptions>(),
        `The database was copied to ${target}. To restore it, put it into an empty folder as ${databaseFileName} and set BATON_DATA to that.`,
        { copied: target },
      );
    });
