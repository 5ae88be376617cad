import { z } from 'zod';
import { jobPlan } from '../store/searches/job-plan.ts';
import { ownedTask, updateJobTask } from '../runtime/instance-commands.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { activateJobsOperation } from './activate-jobs-operation.ts';
import { key, operationReference, text, variables } from './input.ts';
import { jobAnswer, jobExample, jobType } from './job-answer.ts';
import { changeset, jobUpdateOf, maxRetries } from './job-changeset.ts';
import { completionInput, completionOf } from './job-completion.ts';
import { needs } from './operation/access.ts';
import { nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const failure = z.strictObject({
  retries: wholeNumber(0, maxRetries).nullish(),
  errorMessage: text().nullish(),
  retryBackOff: wholeNumber(0, maxDurationMs).nullish(),
  variables: variables.nullish(),
});
const thrown = z.strictObject({ errorCode: text(), errorMessage: text().nullish(), variables: variables.nullish() });
const update = z.strictObject({ changeset, operationReference });

const params = { jobKey: key };
const tag = 'Jobs';
const mayUpdate = needs('PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE');

/** Jobs: fetch, complete, fail, throw an error, update, search. */
export const jobOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    activateJobsOperation(runtime),
    searchOperation(database, {
      id: 'searchJobs',
      path: '/v2/jobs/search',
      tag,
      summary: 'Search jobs',
      reader: { plan: jobPlan },
      item: jobType,
      answer: jobAnswer,
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      example: { body: { filter: { type: 'book-invoice', state: 'FAILED' } }, item: jobExample },
    }),
    operation({
      id: 'completeJob',
      method: 'POST',
      path: '/v2/jobs/{jobKey}/completion',
      tag,
      summary: 'Complete a job',
      params,
      body: body(completionInput),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { variables: { booked: true } } },
      run: async (call) => void (await submit(runtime, call, completionOf(call.params.jobKey, call.body, call.caller))),
    }),
    operation({
      id: 'failJob',
      method: 'POST',
      path: '/v2/jobs/{jobKey}/failure',
      tag,
      summary: 'Fail a job',
      description:
        '`retries` are those that are left; none (also when left out) raises an incident. With `retryBackOff` milliseconds it is not fetched again before.',
      params,
      body: body(failure),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { retries: 2, errorMessage: 'The ledger is closed', retryBackOff: 60_000 } },
      run: async (call) => {
        const { jobKey } = call.params;
        const input = call.body;
        const task = ownedTask('FAIL', 'jobs', jobKey, call.caller, (elementInstanceKey) => ({
          type: 'fail-job',
          elementInstanceKey,
          jobKey,
          retries: input.retries ?? 0,
          errorMessage: input.errorMessage ?? '',
          retryBackOffMs: input.retryBackOff ?? 0,
          variables: input.variables ?? {},
        }));
        await submit(runtime, call, task);
      },
    }),
    operation({
      id: 'throwJobError',
      method: 'POST',
      path: '/v2/jobs/{jobKey}/error',
      tag,
      summary: 'Throw a BPMN error from a job',
      params,
      body: body(thrown),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { errorCode: 'not-our-invoice', errorMessage: 'The number is unknown' } },
      run: async (call) => {
        const { jobKey } = call.params;
        const input = call.body;
        const task = ownedTask('THROW_ERROR', 'jobs', jobKey, call.caller, (elementInstanceKey) => ({
          type: 'throw-job-error',
          elementInstanceKey,
          jobKey,
          errorCode: input.errorCode,
          errorMessage: input.errorMessage ?? '',
          variables: input.variables ?? {},
        }));
        await submit(runtime, call, task);
      },
    }),
    operation({
      id: 'updateJob',
      method: 'PATCH',
      path: '/v2/jobs/{jobKey}',
      tag,
      summary: 'Change retries or lock of a job',
      description: '`timeout` is the new lock time, milliseconds from now; only for a job that a worker holds.',
      params,
      body: body(update),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { changeset: { retries: 3 } } },
      run: async (call) => {
        const change = jobUpdateOf(call.body.changeset);
        await submit(runtime, call, updateJobTask(call.params.jobKey, change, call.caller));
      },
    }),
  ];
};
