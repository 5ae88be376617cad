import type { Command } from 'commander';
import type { GlobalOptions } from '../connect.ts';
import { UsageError } from '../exit-code.ts';
import { printJson, printTable } from '../print.ts';
import { profilesFile, readProfiles, writeProfiles } from '../profiles.ts';
import type { Profile } from '../profiles.ts';
import { readSecret } from '../read-secret.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

interface AddOptions {
  readonly address?: string;
  readonly token?: boolean;
  readonly username?: string;
  readonly clientId?: string;
  readonly tokenUrl?: string;
  readonly scope?: string;
  readonly audience?: string;
}

/** `baton profile …`: named servers with what is needed to sign in. */
export const profileCommand = (program: Command, world: World): void => {
  const profile = program
    .command('profile')
    .summary('name servers, and keep how you sign in there')
    .description(`Named servers, kept in ${profilesFile(world)}, which only you can read.`);

  profile
    .command('list')
    .description('list the profiles; none of their secrets is shown')
    .action((_options: unknown, command: Command) => {
      const { current, profiles } = readProfiles(world);
      const shown = Object.entries(profiles).map(([name, { address, auth }]) => ({
        name,
        address,
        auth: auth.type,
        isCurrent: name === current,
      }));
      if (command.optsWithGlobals<GlobalOptions>().json === true) return printJson(world, shown);
      if (shown.length === 0) return world.err.write('No profiles. `baton profile add NAME --address …` makes one.\n');
      printTable(
        world,
        [
          ['', ({ isCurrent }) => (isCurrent ? '*' : ' ')],
          ['name', ({ name }) => name],
          ['signs in by', ({ auth }) => auth],
          ['address', ({ address }) => address],
        ],
        shown,
      );
    });

  profile
    .command('add')
    .description(
      'Adds or replaces a profile, and uses it from now on. The address is that of --address. A secret (token, password or client secret) is read from standard input, so that no list of processes shows it.',
    )
    .argument('<name>', 'how to call it')
    .option('--token', 'sign in by a token')
    .option('--username <name>', 'sign in by a name and a password')
    .option('--client-id <id>', 'sign in by an OAuth client, with --token-url')
    .option('--token-url <url>', 'where the OAuth server gives out tokens')
    .option('--scope <scope>', 'what to ask a token for')
    .option('--audience <audience>', 'whom to ask a token for')
    .addHelpText(
      'after',
      '\nExample:\n  baton profile add prod --address https://baton.example.com --token < token.txt',
    )
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions & GlobalOptions>();
      if (!/^[\w.-]{1,60}$/.test(name) || name === '__proto__')
        throw new UsageError(`Expected a name of letters, digits, dots and dashes, found '${name}'.`);
      const { address } = options;
      if (address === undefined || !/^https?:\/\//.test(address) || !URL.canParse(address))
        throw new UsageError(`Expected --address https://…, found ${address ?? 'none'}.`);
      const before = readProfiles(world);
      const profiles = { ...before.profiles, [name]: { address, auth: await readAuth(world, options) } };
      writeProfiles(world, { current: name, profiles });
      tellDone(world, options, `Added profile ${name}. It is used from now on.`, { added: name });
    });

  profile
    .command('use')
    .description('go to this server from now on')
    .argument('<name>', 'of the profile')
    .action((name: string, _options: unknown, command: Command) => {
      const before = readProfiles(world);
      known(before.profiles, name);
      writeProfiles(world, { ...before, current: name });
      tellDone(world, command.optsWithGlobals<GlobalOptions>(), `Using profile ${name}.`, { using: name });
    });

  profile
    .command('remove')
    .description('forget a server and what is kept of it')
    .argument('<name>', 'of the profile')
    .action((name: string, _options: unknown, command: Command) => {
      const { current, profiles } = readProfiles(world);
      known(profiles, name);
      const { [name]: _removed, ...rest } = profiles;
      writeProfiles(world, { current: current === name ? null : current, profiles: rest });
      tellDone(world, command.optsWithGlobals<GlobalOptions>(), `Removed profile ${name}.`, { removed: name });
    });
};

const known = (profiles: Readonly<Record<string, Profile>>, name: string): void => {
  if (!Object.hasOwn(profiles, name))
    throw new UsageError(`Expected a profile named '${name}', found none of that name.`);
};

const readAuth = async (world: World, options: AddOptions): Promise<Profile['auth']> => {
  const { token, username, clientId, tokenUrl, scope, audience } = options;
  const ways = [token === true, username !== undefined, clientId !== undefined].filter(Boolean).length;
  if (ways > 1) throw new UsageError('Expected one of --token, --username and --client-id, found several.');
  if (ways === 0) return { type: 'none' };
  if (clientId !== undefined && tokenUrl === undefined)
    throw new UsageError('Expected --token-url with --client-id, found none.');
  const secret = await readSecret(world);
  if (username !== undefined) return { type: 'basic', username, password: secret };
  if (clientId === undefined) return { type: 'bearer', token: secret };
  return { type: 'client-credentials', tokenUrl: tokenUrl ?? '', clientId, clientSecret: secret, scope, audience };
};
