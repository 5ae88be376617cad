import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Disagreement, play, Refused } from './compare.ts';
import type { Engine } from './engine-side.ts';
import type { Figures } from './figures.ts';
import { structuredCase, unstructuredCase, type Case } from './models.ts';
import { TooLarge } from './quiescence.ts';

export interface Batch {
  readonly models: number;
  readonly seed: number;
  /** Repeats one failure: what a failing run printed. */
  readonly path?: string;
  /** Shrinking a planted bug is of no use. */
  readonly shrink?: boolean;
  readonly kind?: 'structured' | 'unstructured' | 'both';
}

const arbitraryOf = (kind: Batch['kind']): fc.Arbitrary<Case> => {
  if (kind === 'structured') return structuredCase;
  return kind === 'unstructured' ? unstructuredCase : fc.oneof(structuredCase, unstructuredCase);
};

/** Plays random models on the engine and the oracle; the text of what differs, or null. */
export const checkModels = async (engine: Engine, batch: Batch, figures: Figures): Promise<string | null> => {
  const property = fc.asyncProperty(arbitraryOf(batch.kind), async (found) => {
    figures.models += 1;
    if (found.isStructured) figures.structured += 1;
    else figures.unstructured += 1;
    try {
      const played = await play(engine, found);
      figures.steps += played.steps;
      if (played.outcome === 'completed') figures.completed += 1;
      if (played.isStuck) figures.stuck += 1;
      if (played.isRacing) figures.racing += 1;
    } catch (error) {
      if (error instanceof TooLarge) figures.tooLarge += 1;
      else if (error instanceof Refused && !found.isStructured) figures.refused += 1;
      else throw error;
    }
  });
  const result = await fc.check(property, {
    numRuns: batch.models,
    seed: batch.seed,
    ...(batch.path === undefined ? {} : { path: batch.path }),
    endOnFailure: batch.shrink === false,
  });
  if (!result.failed) return null;
  const error = result.errorInstance;
  const text =
    error instanceof Error
      ? `${error.message}${error instanceof Disagreement ? '' : `\n${error.stack}`}`
      : String(error);
  return `${text}\n${saved(error)}Repeat: BATON_ORACLE_SEED=${result.seed} BATON_ORACLE_PATH=${result.counterexamplePath ?? ''} (${batch.kind ?? 'both'})`;
};

const saved = (error: unknown): string => {
  if (!(error instanceof Disagreement)) return '';
  const file = join(mkdtempSync(join(tmpdir(), 'baton-oracle-')), 'model.bpmn');
  writeFileSync(file, error.xml);
  return `The model as BPMN: ${file}\n`;
};
