import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from './exit-code.ts';
import type { World } from './world.ts';

const text = z.string().min(1).max(10_000);
const authType = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('basic'), username: text, password: text }),
  z.strictObject({ type: z.literal('bearer'), token: text }),
  z.strictObject({
    type: z.literal('client-credentials'),
    tokenUrl: z.url(),
    clientId: text,
    clientSecret: text,
    scope: text.optional(),
    audience: text.optional(),
  }),
]);
const profileType = z.strictObject({ address: z.url({ protocol: /^https?$/ }), auth: authType });
const profilesType = z.strictObject({
  /** The one that is used when no other is named; null for the server on this machine. */
  current: z.string().nullable(),
  profiles: z.record(z.string(), profileType),
});

/** A server with what is needed to sign in. */
export type Profile = z.output<typeof profileType>;
/** The servers that a person has named. */
export type Profiles = z.output<typeof profilesType>;

const folderOf = ({ configFolder }: Pick<World, 'configFolder'>): string => join(configFolder, 'baton');
/** Where the profiles of a person are kept. */
export const profilesFile = (world: Pick<World, 'configFolder'>): string => join(folderOf(world), 'profiles.json');

/** Reads the profiles; none where there is no file yet. Throws `UsageError` when the file is not what it should be. */
export const readProfiles = (world: Pick<World, 'configFolder'>): Profiles => {
  const file = profilesFile(world);
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { current: null, profiles: {} };
    throw error;
  }
  const read = profilesType.safeParse(jsonOf(content));
  if (!read.success)
    throw new UsageError(
      `Expected profiles in ${file}, found something else: ${z.prettifyError(read.error)}. Mend it, or remove it.`,
    );
  return read.data;
};

/** Undefined where it is no JSON. */
const jsonOf = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/** Writes the profiles as a whole or not at all, readable by their owner only: there are secrets in them. */
export const writeProfiles = (world: Pick<World, 'configFolder'>, profiles: Profiles): void => {
  const file = profilesFile(world);
  mkdirSync(folderOf(world), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(profilesType.parse(profiles), null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
};
