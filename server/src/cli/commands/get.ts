import { BatonError } from '@baton/client';
import type { Client } from '@baton/client';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { kindNames, kindOf } from '../kinds.ts';
import type { Kind } from '../kinds.ts';
import { printFields, printJson } from '../print.ts';
import { readKey } from '../read-number.ts';
import type { World } from '../world.ts';

interface GetOptions extends GlobalOptions {
  readonly xml?: boolean;
}

const singular = kindNames.map((name) => name.replace(/s$/, ''));

/** `baton get <kind> <key>`: everything about one thing. */
export const getCommand = (program: Command, world: World): void =>
  void program
    .command('get')
    .summary('show one thing')
    .description('Shows all fields of one thing.')
    .addArgument(program.createArgument('<kind>', 'what it is').choices(singular))
    .argument('<key>', 'its key', readKey)
    .option('--xml', 'the file of a definition or a decision, as it was deployed')
    .action(async (name: string, key: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GetOptions>();
      const client = connect(world, options);
      if (options.xml === true) return world.out.write(await xmlOf(client, name, key, command));
      const item = await read(client, kindOf(name), key);
      if (options.json === true) printJson(world, item);
      else printFields(world, item);
    });

const read = async (client: Client, kind: Kind, key: string): Promise<object> => {
  if (kind.get !== undefined) return kind.get(client, key);
  const { items } = await kind.search(client, { filter: { [kind.keyField]: key } });
  const [found] = items;
  if (found !== undefined) return found;
  const detail = `Expected one of the ${kind.name} to have the key ${key}, but none has.`;
  throw new BatonError({ code: 'NOT_FOUND', status: 404, detail, operation: 'get' });
};

const xmlOf = (client: Client, name: string, key: string, command: Command): Promise<string> => {
  switch (name) {
    case 'definition':
      return client.processDefinitions.getProcessDefinitionXML({ processDefinitionKey: key });
    case 'decision':
      return client.decisions.getDecisionDefinitionXML({ decisionDefinitionKey: key });
    default:
      return command.error(`error: only a definition or a decision has XML, found ${name}`);
  }
};
