import { BatonError } from '@baton/client';
import { styled } from './print.ts';
import type { World } from './world.ts';

interface Problem {
  readonly resourceName: string;
  readonly elementId: string | null;
  readonly severity: string;
  readonly message: string;
}

/** Tells on standard error why a command failed, for people or (with `--json`) for programs. */
export const tellError = (world: World, error: unknown, isJson: boolean): void => {
  const { err } = world;
  const code = error instanceof BatonError ? error.code : 'ERROR';
  const detail = error instanceof BatonError ? error.detail : error instanceof Error ? error.message : String(error);
  const problems = problemsOf(error);
  if (isJson) {
    const status = error instanceof BatonError ? error.status : 0;
    err.write(`${JSON.stringify({ error: { code, status, detail, ...(problems.length > 0 ? { problems } : {}) } })}\n`);
    return;
  }
  err.write(`${styled(world, err, 'red', 'error')}${code === 'ERROR' ? '' : ` ${code}`}: ${detail}\n`);
  for (const { resourceName, elementId, severity, message } of problems)
    err.write(`  ${resourceName}${elementId === null ? '' : ` ${elementId}`}: ${severity}: ${message}\n`);
  if (code === 'UNREACHABLE')
    err.write('Start one by `baton serve`, or name another by --address, BATON_ADDRESS or --profile.\n');
};

/** What a refused deployment found wrong in its files. */
const problemsOf = (error: unknown): readonly Problem[] => {
  const problems = error instanceof BatonError ? error.problem?.['problems'] : undefined;
  return Array.isArray(problems) ? (problems as Problem[]) : [];
};
