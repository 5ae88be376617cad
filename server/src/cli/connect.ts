import { createClient } from '@baton/client';
import type { Auth, Client } from '@baton/client';
import { UsageError } from './exit-code.ts';
import { readProfiles } from './profiles.ts';
import type { Profile } from './profiles.ts';
import type { World } from './world.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  /** Print JSON instead of tables. */
  readonly json?: boolean;
  readonly address?: string;
  readonly profile?: string;
}

const localhost = 'http://localhost:8080';

/**
 * The server that a command goes to. The option `--address` comes before `BATON_ADDRESS`, then `--profile`, `BATON_PROFILE`, the current profile, and the server on
 * this machine. A secret of the environment comes before that of the profile.
 */
export const connect = (world: World, options: GlobalOptions): Client => {
  const { address, auth } = targetOf(world, options);
  try {
    return createClient({ address, auth: authOf(world) ?? auth, attempts: 3 });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
};

/** Which server, and who one is there as far as its profile says. */
export const targetOf = (world: World, { address, profile }: GlobalOptions): Profile => {
  const { env } = world;
  const given = address ?? (profile === undefined ? env['BATON_ADDRESS'] : undefined);
  // Secrets of a profile are for its own server only.
  if (given !== undefined && given !== '') return { address: given, auth: { type: 'none' } };
  const { current, profiles } = readProfiles(world);
  const name = profile ?? (env['BATON_PROFILE'] || current);
  if (name === null) return { address: localhost, auth: { type: 'none' } };
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(profiles).join(', ');
  throw new UsageError(
    `Expected a profile named '${name}', found ${names === '' ? 'none' : `only ${names}`}. Add it by \`baton profile add ${name} --address …\`.`,
  );
};

const authOf = ({ env }: World): Auth | null => {
  const { BATON_TOKEN: token, BATON_USERNAME: username, BATON_PASSWORD: password } = env;
  if (token !== undefined && token !== '') return { type: 'bearer', token };
  if (username !== undefined && username !== '') return { type: 'basic', username, password: password ?? '' };
  return null;
};
