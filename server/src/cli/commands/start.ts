import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { printFields, printJson } from '../print.ts';
import { readWhole } from '../read-number.ts';
import { collect, readVariables } from '../variables.ts';
import type { VariableOptions } from '../variables.ts';
import type { World } from '../world.ts';

interface StartOptions extends GlobalOptions, VariableOptions {
  readonly processVersion?: number;
  readonly businessId?: string;
  readonly tag?: readonly string[];
  readonly wait?: boolean;
  readonly tenant?: string;
  readonly timeout: number;
}

/** `baton start <process>`: starts an instance, and waits for its end where that is asked for. */
export const startCommand = (program: Command, world: World): void =>
  void program
    .command('start')
    .summary('start a process instance')
    .description('Starts an instance of a deployed process and shows its key.')
    .argument('<process>', 'id of the process, as the model has it')
    .option(
      '--process-version <number>',
      'the version (default: the latest)',
      readWhole('--process-version', 1, 2 ** 31 - 1),
    )
    .option('-v, --variables <json>', 'JSON object, or @ and the name of a file with one')
    .option('--set <name=value>', 'one variable; JSON where it is some, else text; may be repeated', collect)
    .option('--business-id <id>', 'your own name for the instance')
    .option('--tag <tag>', 'a tag; may be repeated', collect)
    .option('--tenant <id>', 'of which tenant (default: the default tenant)')
    .option('-w, --wait', 'wait until it is completed, and show its variables')
    .option('--timeout <seconds>', 'how long to wait at most', readWhole('--timeout', 1, 600), 60)
    .action(async (processDefinitionId: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<StartOptions>();
      const { processVersion, businessId, tag, tenant, wait, timeout } = options;
      const started = await connect(world, options).processInstances.createProcessInstance(
        {
          processDefinitionId,
          variables: readVariables(options),
          ...(processVersion === undefined ? {} : { processDefinitionVersion: processVersion }),
          ...(businessId === undefined ? {} : { businessId }),
          ...(tag === undefined ? {} : { tags: tag }),
          ...(tenant === undefined ? {} : { tenantId: tenant }),
          ...(wait === true ? { awaitCompletion: true, requestTimeout: timeout * 1_000 } : {}),
        },
        { signal: world.signal },
      );
      if (options.json === true) return printJson(world, started);
      const { processInstanceKey, processDefinitionVersion, variables } = started;
      printFields(world, {
        instance: processInstanceKey,
        process: processDefinitionId,
        version: processDefinitionVersion,
        ...(wait === true ? { variables } : {}),
      });
    });
