import type { Random } from '../sim/random.ts';
import type { FuzzedServer } from './fuzzed-server.ts';

export const familyNames = ['xml', 'feel', 'rest', 'filters', 'injection'] as const;
export type FamilyName = (typeof familyNames)[number];

/** One input, and how it is given to a server. */
export interface FuzzCase {
  /** What is wrong with how the server takes it; null where nothing is. */
  run(server: FuzzedServer): Promise<string | null>;
  /** Cases that are smaller than this one, to find what of it matters. */
  simpler(): Iterable<FuzzCase>;
  /** The input for people. */
  show(): string;
}

/** A kind of inputs. */
export interface Family {
  readonly name: FamilyName;
  /** Fills the server with what inputs may meet. */
  prepare(server: FuzzedServer): Promise<void>;
  /** The `index` lets a family go through what it covers, one after the other. */
  make(random: Random, index: number): FuzzCase;
}
