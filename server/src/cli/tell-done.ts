import type { GlobalOptions } from './connect.ts';
import { printJson } from './print.ts';
import type { World } from './world.ts';

/** Says that a command that has no answer of its own is done. */
export const tellDone = (world: World, { json }: GlobalOptions, words: string, data: object): void =>
  json === true ? printJson(world, data) : world.out.write(`${words}\n`);
