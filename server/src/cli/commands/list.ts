import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { kindNames, kindOf } from '../kinds.ts';
import { printFound } from '../print-found.ts';
import { readLimit } from '../read-number.ts';
import type { World } from '../world.ts';

interface ListOptions extends GlobalOptions {
  readonly limit: number;
}

/** `baton list [kind]`: what there is now, the newest first. */
export const listCommand = (program: Command, world: World): void =>
  void program
    .command('list')
    .summary('list instances, tasks, jobs, incidents …')
    .description(
      'Lists what there is now, the newest first. Of tasks, jobs and incidents only those that are open; `search` finds the others.',
    )
    .addArgument(program.createArgument('[kind]', 'what to list').choices(kindNames).default('instances'))
    .option('-n, --limit <count>', 'how many', readLimit, 20)
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const kind = kindOf(name);
      const found = await kind.search(connect(world, options), {
        filter: kind.listed ?? {},
        sort: [{ field: kind.sort, order: 'DESC' }],
        page: { limit: options.limit },
      });
      printFound(world, options, kind, found.items, found.page);
    });
