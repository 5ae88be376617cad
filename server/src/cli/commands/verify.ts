import type { Command } from 'commander';
import type { GlobalOptions } from '../connect.ts';
import { exitCodes } from '../exit-code.ts';
import { withDatabase } from '../own-database.ts';
import { printJson } from '../print.ts';
import type { World } from '../world.ts';

/** `baton verify`: reads the database itself, beside a running server or without one. */
export const verifyCommand = (program: Command, world: World, end: (code: number) => void): void =>
  void program
    .command('verify')
    .summary('compare every journal with the stored state')
    .description(
      'Compares every journal with the stored state. Only reads; the exit code is 1 when something does not fit.',
    )
    .action(async (_options: unknown, command: Command) => {
      const { verify } = await import('../../verify.ts');
      await withDatabase(world, async (database) => {
        const { instances, entries, violations } = await verify(database);
        if (violations.length > 0) end(exitCodes.refused);
        if (command.optsWithGlobals<GlobalOptions>().json === true)
          return printJson(world, { instances, entries, violations });
        for (const violation of violations) world.out.write(`${violation}\n`);
        world.out.write(
          `${instances} process instances, ${entries} journal entries, ${violations.length} violations\n`,
        );
      });
    });
