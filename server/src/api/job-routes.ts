import { Router } from 'express';
import { z } from 'zod';
import { jobPlan } from '../store/searches/job-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { JobRow } from '../store/tables/jobs.ts';
import { ownedTask, updateJobTask } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { activateJobsHandler } from './activate-jobs-handler.ts';
import { completeJobHandler } from './complete-job-handler.ts';
import { dateText, dateTextOrNull, keyText, stored, tenantId } from './answer.ts';
import { operationReference, pathKey, readBody, text, variables } from './input.ts';

import { readSearch, searchAnswer } from './search/read-search.ts';
import { submit } from './submit.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const item = (row: JobRow) => ({
  jobKey: keyText(row.key),
  type: row.type,
  worker: row.worker ?? '',
  state: row.state,
  kind: row.kind,
  listenerEventType: row.listener_event,
  retries: row.retries,
  isDenied: row.is_denied === 1,
  deniedReason: row.denied_reason,
  hasFailedWithRetriesLeft: row.state === 'FAILED' && row.retries > 0,
  errorCode: row.error_code,
  errorMessage: row.error_message,
  customHeaders: stored(row.headers),
  deadline: dateTextOrNull(row.deadline_ms),
  creationTime: dateText(row.created_ms),
  lastUpdateTime: dateText(row.updated_ms),
  endTime: dateTextOrNull(row.end_ms),
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.definition_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  elementId: row.element_id,
  elementInstanceKey: keyText(row.element_instance_key),
  tenantId,
});

const maxRetries = 2_147_483_647;
const failure = z.strictObject({
  retries: wholeNumber(0, maxRetries).nullish(),
  errorMessage: text().nullish(),
  retryBackOff: wholeNumber(0, maxDurationMs).nullish(),
  variables: variables.nullish(),
});
const thrown = z.strictObject({ errorCode: text(), errorMessage: text().nullish(), variables: variables.nullish() });
const update = z.strictObject({
  changeset: z.strictObject({
    retries: wholeNumber(1, maxRetries).nullish(),
    timeout: wholeNumber(0, maxDurationMs).nullish(),
  }),
  operationReference,
});

/** Jobs: fetch, complete, fail, throw an error, update, search. */
export const jobRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.post('/activation', activateJobsHandler(runtime));

  router.post('/search', async (request, response) => {
    response.json(searchAnswer(await runSearch(database, jobPlan, readSearch(request.body, { plan: jobPlan })), item));
  });

  router.post('/:jobKey/completion', completeJobHandler(runtime));

  router.post('/:jobKey/failure', async (request, response) => {
    const input = readBody(request, failure);
    const jobKey = pathKey(request, 'jobKey');
    const task = ownedTask('FAIL', 'jobs', jobKey, null, (elementInstanceKey) => ({
      type: 'fail-job',
      elementInstanceKey,
      jobKey,
      retries: input.retries ?? 0,
      errorMessage: input.errorMessage ?? '',
      retryBackOffMs: input.retryBackOff ?? 0,
      variables: input.variables ?? {},
    }));
    await submit(runtime, request, task);
    response.status(204).end();
  });

  router.post('/:jobKey/error', async (request, response) => {
    const input = readBody(request, thrown);
    const jobKey = pathKey(request, 'jobKey');
    const task = ownedTask('THROW_ERROR', 'jobs', jobKey, null, (elementInstanceKey) => ({
      type: 'throw-job-error',
      elementInstanceKey,
      jobKey,
      errorCode: input.errorCode,
      errorMessage: input.errorMessage ?? '',
      variables: input.variables ?? {},
    }));
    await submit(runtime, request, task);
    response.status(204).end();
  });

  router.patch('/:jobKey', async (request, response) => {
    const { changeset } = readBody(request, update);
    const change = { retries: changeset.retries ?? null, timeoutMs: changeset.timeout ?? null };
    if (change.retries === null && change.timeoutMs === null) {
      throw new Refusal('INVALID_ARGUMENT', 'Expected retries, timeout or both in the changeset, found neither.');
    }
    await submit(runtime, request, updateJobTask(pathKey(request, 'jobKey'), change, null));
    response.status(204).end();
  });
  return router;
};
