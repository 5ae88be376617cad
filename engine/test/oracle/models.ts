import fc from 'fast-check';
import { block, subs } from './blocks.ts';
import { layOut } from './lay-out.ts';
import type { Net } from './net.ts';

/** One run: a model and what the environment chooses. */
export interface Case {
  readonly net: Net;
  readonly numbers: readonly number[];
  readonly budget: number;
}

const structured: fc.Arbitrary<Net> = fc.tuple(block, subs).map(([found, handlers]) => layOut(found, handlers));

export const structuredCase: fc.Arbitrary<Case> = fc.record({
  net: structured,
  numbers: fc.array(fc.nat(999), { minLength: 4, maxLength: 24 }),
  budget: fc.constantFrom(1, 3, 1_000),
});
