import { z } from 'zod';

/** What an RPA script says of itself; null where it says nothing. */
export interface ScriptFile {
  readonly scriptId: string | null;
  readonly versionTag: string | null;
}

const script = z.object({ id: z.string().max(256).nullish(), versionTag: z.string().max(256).nullish() });

/** Reads the id and version tag of an `.rpa` file (JSON). Any other file has neither, and one that is no JSON is taken as it is. */
export const readScriptFile = (name: string, content: string): ScriptFile => {
  const nothing = { scriptId: null, versionTag: null };
  if (!/\.rpa$/i.test(name)) return nothing;
  try {
    const { id, versionTag } = script.parse(JSON.parse(content));
    return { scriptId: id ?? null, versionTag: versionTag ?? null };
  } catch {
    return nothing;
  }
};
