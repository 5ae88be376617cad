import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { activatedJobAnswer, activatedJobExample, activatedJobType } from './activated-job-answer.ts';
import type { Permitted } from './found-row.ts';
import { tenantName, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const activation = z.strictObject({
  type: text().min(1),
  timeout: wholeNumber(1, maxDurationMs),
  maxJobsToActivate: wholeNumber(1, 2_147_483_647),
  worker: text().nullish(),
  fetchVariable: z.array(text()).max(1_000).nullish(),
  requestTimeout: wholeNumber(-maxDurationMs, maxDurationMs).nullish(),
  tenantIds: z.array(tenantName).max(1_000).nullish(),
  tenantFilter: z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(['PROVIDED', 'ASSIGNED']))
    .nullish(),
});

/** What a worker that names no time gets. Zero means this too: answering it at once would make such workers poll in a hot loop. */
const defaultPollMs = 10_000;
const maxPollMs = 600_000;
/** One answer holds at most so many jobs, whatever was asked for. */
const maxJobs = 1_000;

/** Fetches jobs, waiting for some if none is there. A caller who hangs up meanwhile gets no job locked. */
export const activateJobsOperation = (runtime: Runtime): Operation =>
  operation({
    id: 'activateJobs',
    method: 'POST',
    path: '/v2/jobs/activation',
    tag: 'Jobs',
    summary: 'Fetch jobs for a worker',
    description:
      'Locks up to `maxJobsToActivate` jobs (at most 1,000) for `timeout` milliseconds. Where there is none it waits for one: `requestTimeout` milliseconds, 10 seconds when that is 0 or left out, not at all when it is negative.',
    body: body(activation),
    answer: json(z.strictObject({ jobs: z.array(activatedJobType) })),
    access: needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE'),
    isLimitable: true,
    example: {
      body: { type: 'book-invoice', worker: 'accounting-1', timeout: 300_000, maxJobsToActivate: 32 },
      answer: { jobs: [activatedJobExample] },
    },
    run: async (call, { request, response }) => {
      const { body: input, permit } = call;
      const asked = input.requestTimeout ?? 0;
      const worker = input.worker ?? '';
      response.on('close', () => runtime.jobWaiters.sweep());
      const jobs = await runtime.jobWaiters.poll({
        type: input.type,
        tenantIds: tenantIdsOf(call, input),
        worker,
        timeoutMs: input.timeout,
        maxJobs: Math.min(input.maxJobsToActivate, maxJobs),
        fetchVariables: input.fetchVariable == null || input.fetchVariable.length === 0 ? null : input.fetchVariable,
        processIds: permit.isEverywhere ? null : permit.idsOf('PROCESS_DEFINITION'),
        waitMs: asked < 0 ? 0 : asked === 0 ? defaultPollMs : Math.min(asked, maxPollMs),
        isGone: () => response.destroyed || request.socket.destroyed,
      });
      return { jobs: jobs.map(activatedJobAnswer(worker)) };
    },
  });

/** Whose jobs a worker gets: those of the tenants that it names, or of all that it is a member of. */
const tenantIdsOf = (
  call: Permitted,
  { tenantIds, tenantFilter }: z.output<typeof activation>,
): readonly string[] | undefined => {
  const { tenants } = call.permit;
  if (tenantFilter === 'ASSIGNED' && tenants !== null) return tenants;
  const named = (tenantIds ?? []).map((id) => tenantOf(call, id));
  // Where tenants are not told apart there is the default one.
  return tenants === null ? undefined : named.length === 0 ? [tenantOf(call, null)] : [...new Set(named)];
};
