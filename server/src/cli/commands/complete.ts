import type { Client } from '@baton/client';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { readKey } from '../read-number.ts';
import { tellDone } from '../tell-done.ts';
import { collect, readVariables } from '../variables.ts';
import type { VariableOptions } from '../variables.ts';
import type { World } from '../world.ts';

const complete = {
  task: (client: Client, key: string, variables: Record<string, unknown>) =>
    client.userTasks.completeUserTask({ userTaskKey: key, variables }),
  job: (client: Client, key: string, variables: Record<string, unknown>) =>
    client.jobs.completeJob({ jobKey: key, variables }),
};

/** `baton complete <task|job> <key>`: does the work by hand. */
export const completeCommand = (program: Command, world: World): void =>
  void program
    .command('complete')
    .summary('complete a user task or a job')
    .description('Completes a user task, or a job as its worker would.')
    .addArgument(program.createArgument('<kind>', 'what it is').choices(Object.keys(complete)))
    .argument('<key>', 'its key', readKey)
    .option('-v, --variables <json>', 'JSON object, or @ and the name of a file with one')
    .option('--set <name=value>', 'one variable; JSON where it is some, else text; may be repeated', collect)
    .action(async (kind: keyof typeof complete, key: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & VariableOptions>();
      await complete[kind](connect(world, options), key, readVariables(options));
      tellDone(world, options, `Completed ${kind} ${key}.`, { completed: key });
    });
