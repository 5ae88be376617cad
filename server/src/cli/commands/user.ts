import { searchAll } from '@baton/client';
import type { Command } from 'commander';
import { all } from '../all.ts';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { printFields, printJson } from '../print.ts';
import { printList } from '../print-list.ts';
import { readSecret } from '../read-secret.ts';
import { tellDone } from '../tell-done.ts';
import type { World } from '../world.ts';

interface PersonOptions extends GlobalOptions {
  readonly name?: string;
  readonly email?: string;
}

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
      const { identity } = connect(world, options);
      await identity.createUser({ username, password: await readSecret(world), name, email });
      tellDone(world, options, `Added user ${username}.`, { added: username });
    });

  user
    .command('list')
    .description('Lists users.')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { identity } = connect(world, options);
      const items = await all(searchAll(identity.searchExtendedUsers));
      printList(world, options, 'users', items, [
        ['username', ({ username }) => username],
        ['may sign in', ({ isEnabled }) => (isEnabled ? 'yes' : 'no')],
        ['email', ({ email }) => email],
        ['name', ({ name }) => name],
      ]);
    });

  user
    .command('get')
    .description('Shows a user with their groups, roles and tenants.')
    .argument('<username>', 'who')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { identity } = connect(world, options);
      const found = { ...(await identity.getUser({ username })), ...(await identity.getUserMemberships({ username })) };
      if (options.json === true) printJson(world, found);
      else printFields(world, found);
    });

  user
    .command('password')
    .description('Gives a user another password, which is read from standard input.')
    .argument('<username>', 'whose')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { identity } = connect(world, options);
      await identity.updateUser({ username, password: await readSecret(world) });
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
        await connect(world, options).identity.enableUser({ username, isEnabled });
        const words = `User ${username} may ${isEnabled ? '' : 'no longer '}sign in.`;
        tellDone(world, options, words, { username, isEnabled });
      });

  user
    .command('delete')
    .description('Removes a user with their memberships, permissions, sessions and tokens.')
    .argument('<username>', 'who')
    .action(async (username: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await connect(world, options).identity.deleteUser({ username });
      tellDone(world, options, `Removed user ${username}.`, { removed: username });
    });
};
