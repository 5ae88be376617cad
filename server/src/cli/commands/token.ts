import { searchAll } from '@baton/client';
import type { Command } from 'commander';
import { all } from '../all.ts';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { UsageError } from '../exit-code.ts';
import { printJson, styled } from '../print.ts';
import { printList } from '../print-list.ts';
import { tellDone } from '../tell-done.ts';
import { collect } from '../variables.ts';
import type { World } from '../world.ts';

interface CreateOptions extends GlobalOptions {
  readonly client?: string;
  readonly scope?: readonly string[];
  readonly expires?: string;
}

/** `baton token …`: secrets by which programs say who they are. */
export const tokenCommand = (program: Command, world: World): void => {
  const token = program
    .command('token')
    .summary('make, list and revoke API tokens')
    .description('API tokens, by which programs sign in.');

  token
    .command('create')
    .description('Makes a token and prints it. It is shown this once.')
    .argument('<name>', 'what it is for')
    .option('--client <id>', 'the client that it is for (default: yourself)')
    .option(
      '--scope <resource:permission>',
      'what it may at most do; may be repeated (default: all that its owner may)',
      collect,
    )
    .option('--expires <time>', 'when it ends: a date-time, or days such as 90d (default: never)')
    .addHelpText(
      'after',
      '\nExample:\n  baton token create "invoice worker" --scope PROCESS_DEFINITION:* --expires 90d > token.txt',
    )
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const { client: clientId, scope: scopes, expires } = options;
      const body = {
        name,
        ...(clientId === undefined ? {} : { clientId }),
        ...(scopes === undefined ? {} : { scopes }),
        ...(expires === undefined ? {} : { expiresAt: readExpiry(expires) }),
      };
      const made = await connect(world, options).identity.createToken(body);
      if (options.json === true) return printJson(world, made);
      world.out.write(`${made.token}\n`);
      world.err.write(styled(world, world.err, 'dim', `Token ${made.tokenId} is shown this once; keep it safe.\n`));
    });

  token
    .command('list')
    .description('Lists tokens, never their secrets: your own; administrators see all.')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const items = await all(searchAll(connect(world, options).identity.searchTokens));
      printList(world, options, 'tokens', items, [
        ['id', ({ tokenId }) => tokenId],
        ['name', ({ name }) => name],
        ['owner', ({ ownerId }) => ownerId],
        ['expires', ({ expiresAt }) => expiresAt],
        ['scopes', ({ scopes }) => scopes.join(' ')],
      ]);
    });

  token
    .command('revoke')
    .description('Makes a token void at once.')
    .argument('<id>', 'id of the token, as `token list` shows it')
    .action(async (id: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await connect(world, options).identity.revokeToken({ tokenId: id });
      tellDone(world, options, `Revoked token ${id}.`, { revoked: id });
    });
};

const dayMs = 86_400_000;

const readExpiry = (text: string): string => {
  const days = /^(\d{1,4})d$/.exec(text)?.[1];
  if (days !== undefined) return new Date(Date.now() + Number(days) * dayMs).toISOString();
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new UsageError(`Expected --expires 2031-01-31T12:00:00Z or a number of days such as 90d, found '${text}'.`);
};
