import type { ElementChoice, Modification, MoveAncestor, VariableInstruction } from '@baton/engine';
import { z } from 'zod';
import { key, operationReference, text, variables } from './input.ts';

const elementId = text().min(1);
const variableInstructions = z
  .array(z.strictObject({ variables, scopeId: text().nullish() }))
  .max(100)
  .nullish()
  .describe(
    'Set before the element begins: in the scope with that element id (itself, or one around it), else in the process.',
  );

const activation = z.strictObject({
  elementId,
  variableInstructions,
  ancestorElementInstanceKey: key
    .nullish()
    .describe(
      'The scope in which it begins, or one around that; what lies between is made anew. -1 or none: the one that is active.',
    ),
});

const byKey = z.strictObject({ elementInstanceKey: key });
const byId = z.strictObject({ elementId });

/** The API of 8.9 tells the kinds apart by a type, earlier ones by which field is there: both are taken. */
const source = z.strictObject({
  sourceType: z.enum(['byId', 'byKey']).nullish(),
  sourceElementId: elementId.nullish(),
  sourceElementInstanceKey: key.nullish(),
});

const ancestorScope = z.strictObject({
  ancestorScopeType: z.enum(['direct', 'inferred', 'sourceParent']),
  ancestorElementInstanceKey: key.nullish(),
});

const move = z.strictObject({
  sourceElementInstruction: source.refine(
    (value) => (value.sourceElementId == null) !== (value.sourceElementInstanceKey == null),
    'must have exactly one of sourceElementId and sourceElementInstanceKey',
  ),
  targetElementId: elementId,
  ancestorScopeInstruction: ancestorScope
    .nullish()
    .describe(
      '`direct`: in the scope with that key. `inferred`: in the scope around the source that is around the target. `sourceParent`: in the scope of the source.',
    ),
  variableInstructions,
});

const list = <T extends z.ZodType>(item: T) => z.array(item).max(1_000).nullish();

/** The body of a modification: what begins, moves and ends. */
export const modificationInput = z.strictObject({
  operationReference,
  activateInstructions: list(activation),
  moveInstructions: list(move),
  terminateInstructions: list(z.union([byKey, byId])),
});

/** What a batch moves: in each instance all that is active of the source. */
export const batchMoves = z
  .array(z.strictObject({ sourceElementId: elementId, targetElementId: elementId }))
  .min(1)
  .max(1_000);

/** Reads it for the engine. */
export const modificationOf = (input: z.output<typeof modificationInput>): Modification => ({
  activate: (input.activateInstructions ?? []).map((each) => ({
    elementId: each.elementId,
    ancestorKey: given(each.ancestorElementInstanceKey),
    variables: variablesOf(each.variableInstructions),
  })),
  move: (input.moveInstructions ?? []).map((each) => ({
    source: sourceOf(each.sourceElementInstruction),
    targetElementId: each.targetElementId,
    ancestor: ancestorOf(each.ancestorScopeInstruction),
    variables: variablesOf(each.variableInstructions),
  })),
  terminate: input.terminateInstructions ?? [],
});

/** The moves of a batch for one instance. */
export const batchModificationOf = (moves: z.output<typeof batchMoves>): Pick<Modification, 'move'> => ({
  move: moves.map(({ sourceElementId, targetElementId }) => ({
    source: { elementId: sourceElementId },
    targetElementId,
    ancestor: { type: 'inferred' },
    variables: [],
  })),
});

/** -1 is read as a key that nothing has: none is meant by it. */
const given = <K extends number>(value: K | null | undefined): K | null =>
  value == null || value === 0 ? null : value;

const sourceOf = ({ sourceElementId, sourceElementInstanceKey }: z.output<typeof source>): ElementChoice =>
  sourceElementInstanceKey == null
    ? { elementId: sourceElementId ?? '' }
    : { elementInstanceKey: sourceElementInstanceKey };

const ancestorOf = (input: z.output<typeof ancestorScope> | null | undefined): MoveAncestor => {
  switch (input?.ancestorScopeType) {
    case 'inferred':
      return { type: 'inferred' };
    case 'sourceParent':
      return { type: 'source-parent' };
    default: {
      const ancestorKey = given(input?.ancestorElementInstanceKey);
      return ancestorKey === null ? { type: 'any' } : { type: 'key', key: ancestorKey };
    }
  }
};

/** The cluster client sends an empty text where its caller named no scope. */
const scopeOf = (scopeId: string | null | undefined): string | null =>
  scopeId == null || scopeId === '' ? null : scopeId;

const variablesOf = (input: z.output<typeof variableInstructions>): VariableInstruction[] =>
  (input ?? []).map((each) => ({ scopeId: scopeOf(each.scopeId), variables: each.variables }));
