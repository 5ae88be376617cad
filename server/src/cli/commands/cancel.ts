import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { readKey } from '../read-number.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

/** `baton cancel <instance…>`. */
export const cancelCommand = (program: Command, world: World): void =>
  void program
    .command('cancel')
    .summary('cancel process instances')
    .description('Cancels process instances, one after the other; ends at the first that cannot be canceled.')
    .argument('<instances...>', 'keys of the instances')
    .action(async (given: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const keys = given.map(readKey);
      const client = connect(world, options);
      for (const processInstanceKey of keys) {
        await client.processInstances.cancelProcessInstance({ processInstanceKey });
        tellDone(world, options, `Canceled ${processInstanceKey}.`, { canceled: processInstanceKey });
      }
    });
