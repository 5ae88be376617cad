import fc from 'fast-check';
import { block, subs } from './blocks.ts';
import { editKinds, editNet, type Edit } from './edit-net.ts';
import { layOut } from './lay-out.ts';
import type { Net } from './net.ts';

/** One run: a model, and what the environment chooses. */
export interface Case {
  readonly net: Net;
  readonly isStructured: boolean;
  /** The variable `n` at the beginning. */
  readonly n: number;
  /** Each picks one of the things that may happen then. */
  readonly numbers: readonly number[];
  readonly budget: number;
}

const structured: fc.Arbitrary<Net> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8, size: 'max' }), subs)
  .map(([blocks, handlers]) => layOut({ kind: 'sequence', blocks }, handlers));

const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.constantFrom(...editKinds), a: fc.nat(99), b: fc.nat(99) });

const environment = {
  n: fc.integer({ min: 0, max: 2 }),
  numbers: fc.array(fc.nat(999), { minLength: 4, maxLength: 24, size: 'max' }),
  budget: fc.constantFrom(1, 3, 1_000),
};

export const structuredCase: fc.Arbitrary<Case> = fc.record({
  net: structured,
  isStructured: fc.constant(true),
  ...environment,
});

/** One to six edits of a structured model. */
export const unstructuredCase: fc.Arbitrary<Case> = fc.record({
  net: fc
    .tuple(structured, fc.array(edit, { minLength: 1, maxLength: 6, size: 'max' }))
    .map(([net, edits]) => editNet(net, edits)),
  isStructured: fc.constant(false),
  ...environment,
});
