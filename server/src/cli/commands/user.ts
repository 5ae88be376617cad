import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { printJson, printTable } from '../print.ts';
import { readSecret } from '../read-secret.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

interface PersonOptions extends GlobalOptions {
  readonly name?: string;
  readonly email?: string;
}

interface User {
  readonly username: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly isEnabled: boolean;
}

const pathOf = (username: string): string => `/v2/users/${encodeURIComponent(username)}`;

/** `baton user …`: people who sign in with a password that Baton keeps. */
export const userCommand = (program: Command, world: World): void => {
  const user = program
    .command('user')
    .summary('administer users')
    .description('Users who sign in with a password. Passwords are read from standard input.');

  user
    .command('create')
    .description('Adds a user. The password is read from standard input.')
    .argument('<username>', 'how they sign in')
    .option('--name <name>', 'how they are called')
    .option('--email <address>', 'their address')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<PersonOptions>();
      const { name, email } = options;
      const client = connect(world, options);
      const body = { username, password: await readSecret(world), name, email };
      await client.request({ method: 'POST', path: '/v2/users', body });
      tellDone(world, options, `Added user ${username}.`, { added: username });
    });

  user
    .command('list')
    .description('Lists users.')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const page = { limit: 1_000 };
      const answer = await connect(world, options).request({
        method: 'POST',
        path: '/ext/users/search',
        body: { page },
      });
      const { items } = answer as { readonly items: readonly User[] };
      if (options.json === true) return printJson(world, items);
      if (items.length === 0) return world.err.write('No users found.\n');
      printTable(
        world,
        [
          ['username', ({ username }) => username],
          ['may sign in', ({ isEnabled }) => (isEnabled ? 'yes' : 'no')],
          ['email', ({ email }) => email],
          ['name', ({ name }) => name],
        ],
        items,
      );
    });

  user
    .command('password')
    .description('Gives a user another password, which is read from standard input.')
    .argument('<username>', 'whose')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const client = connect(world, options);
      await client.request({ method: 'PUT', path: pathOf(username), body: { password: await readSecret(world) } });
      tellDone(world, options, `Changed the password of ${username}.`, { changed: username });
    });

  for (const [verb, isEnabled, description] of [
    ['enable', true, 'Lets a user sign in again.'],
    ['disable', false, 'Lets a user no longer sign in; who is signed in is out at once.'],
  ] as const)
    user
      .command(verb)
      .description(description)
      .argument('<username>', 'who')
      .action(async (username: string, _options: unknown, command: Command) => {
        const options = command.optsWithGlobals<GlobalOptions>();
        const path = `/ext/users/${encodeURIComponent(username)}/enabled`;
        await connect(world, options).request({ method: 'PUT', path, body: { isEnabled } });
        tellDone(world, options, `User ${username} may ${isEnabled ? '' : 'no longer '}sign in.`, {
          username,
          isEnabled,
        });
      });

  user
    .command('delete')
    .description('Removes a user with their memberships, permissions, sessions and tokens.')
    .argument('<username>', 'who')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await connect(world, options).request({ method: 'DELETE', path: pathOf(username) });
      tellDone(world, options, `Removed user ${username}.`, { removed: username });
    });
};
