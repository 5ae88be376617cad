import type { Key } from '@baton/engine';
import { z } from 'zod';
import { ownedTask } from '../runtime/instance-commands.ts';
import type { Task } from '../runtime/task.ts';
import { variables } from './input.ts';
import { jobResult, readJobResult } from './job-result.ts';

/** What a worker says when its job is done. */
export const completionInput = z.strictObject({ variables: variables.nullish(), result: jobResult.nullish() });

/** The task that completes one job. */
export const completionOf = (
  jobKey: Key,
  { variables, result }: z.output<typeof completionInput>,
  actor: string | null,
): Task<null> =>
  ownedTask('COMPLETE', 'jobs', jobKey, actor, (elementInstanceKey) => ({
    type: 'complete-job',
    elementInstanceKey,
    jobKey,
    variables: variables ?? {},
    result: result == null ? null : readJobResult(result),
  }));
