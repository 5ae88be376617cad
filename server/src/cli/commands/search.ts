import { searchAll } from '@baton/client';
import type { Client } from '@baton/client';
import type { Command } from 'commander';
import { readConditions } from '../conditions.ts';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { UsageError } from '../exit-code.ts';
import { kindNames, kindOf } from '../kinds.ts';
import type { Kind } from '../kinds.ts';
import { printFound } from '../print-found.ts';
import { startProgress } from '../progress.ts';
import { readLimit } from '../read-number.ts';
import type { World } from '../world.ts';

interface SearchOptions extends GlobalOptions {
  readonly sort?: string;
  readonly limit: number;
  readonly all?: boolean;
}

type Input = Parameters<Kind['search']>[1];

/** Items of a page when all are read. */
const pageSize = 1_000;

const help = `
Conditions, all of which have to hold; the fields are those of the API:
  state=ACTIVE               is
  state!=ACTIVE              is not
  processDefinitionId~=ord*  is like; * stands for any text, ? for one character
  retries:='{"$lt": 2}'      JSON: a number, or operators ($in, $gt, $exists …)

Examples:
  baton search instances hasIncident=true
  baton search jobs type=charge-card --sort deadline:desc
  baton search variables processInstanceKey=2251799813685249 --all --json`;

/** `baton search <kind> [conditions…]`: by any filter of the API. */
export const searchCommand = (program: Command, world: World): void =>
  void program
    .command('search')
    .summary('search by any filter')
    .description('Searches by conditions on fields.')
    .addArgument(program.createArgument('<kind>', 'what to search for').choices(kindNames))
    .argument('[conditions...]', 'field=value, see below')
    .option('-s, --sort <field[:desc]>', 'the order')
    .option('-n, --limit <count>', 'how many', readLimit, 100)
    .option('-a, --all', 'all, however many')
    .addHelpText('after', help)
    .action(async (name: string, conditions: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<SearchOptions>();
      const kind = kindOf(name);
      const input: Input = { filter: readConditions(conditions), sort: readSort(options.sort, kind) };
      const client = connect(world, options);
      if (options.all === true)
        return printFound(world, options, kind, await everything(world, client, kind, input), null);
      const { items, page } = await kind.search(client, { ...input, page: { limit: options.limit } });
      printFound(world, options, kind, items, page);
    });

const everything = async (world: World, client: Client, kind: Kind, input: Input): Promise<readonly object[]> => {
  const progress = startProgress(world.err);
  const found: object[] = [];
  const search = (page: Input): ReturnType<Kind['search']> => kind.search(client, page);
  try {
    for await (const item of searchAll(search, { ...input, page: { limit: pageSize } })) {
      found.push(item);
      progress.show(`${found.length} ${kind.name} …`);
    }
  } finally {
    progress.end();
  }
  return found;
};

const readSort = (text: string | undefined, kind: Kind): NonNullable<Input['sort']> => {
  if (text === undefined) return [{ field: kind.sort, order: 'DESC' }];
  const [, field, order = 'asc'] = /^(\w+)(?::(asc|desc))?$/i.exec(text) ?? [];
  if (field === undefined) throw new UsageError(`Expected --sort field or field:desc, found '${text}'.`);
  return [{ field, order: order.toLowerCase() === 'desc' ? 'DESC' : 'ASC' }];
};
