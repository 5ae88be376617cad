import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { readKey, readWhole } from '../read-number.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

interface ResolveOptions extends GlobalOptions {
  readonly retries: number;
}

/** `baton resolve <incident>`: once what was wrong is mended. */
export const resolveCommand = (program: Command, world: World): void =>
  void program
    .command('resolve')
    .summary('resolve an incident')
    .description(
      'Lets an instance try again what an incident stopped. The job of the incident, if it has one, gets new retries first.',
    )
    .argument('<incident>', 'key of the incident', readKey)
    .option('--retries <count>', 'how often the job may be tried', readWhole('--retries', 1, 1_000), 1)
    .action(async (incidentKey: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ResolveOptions>();
      const client = connect(world, options);
      const { jobKey } = await client.incidents.getIncident({ incidentKey });
      if (jobKey !== null) await client.jobs.updateJob({ jobKey, changeset: { retries: options.retries } });
      await client.incidents.resolveIncident({ incidentKey });
      tellDone(world, options, `Resolved incident ${incidentKey}.`, { resolved: incidentKey });
    });
