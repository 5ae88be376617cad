import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { ActivatedJob, ListenedTask } from '../runtime/activate-jobs.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText, stored, tenantId } from './answer.ts';
import { readBody, text } from './input.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const body = z.strictObject({
  type: text().min(1),
  timeout: wholeNumber(1, maxDurationMs),
  maxJobsToActivate: wholeNumber(1, 2_147_483_647),
  worker: text().nullish(),
  fetchVariable: z.array(text()).max(1_000).nullish(),
  requestTimeout: wholeNumber(-maxDurationMs, maxDurationMs).nullish(),
  tenantIds: z.array(z.literal('<default>', 'is unknown: multi-tenancy is off')).nullish(),
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

const jobAnswer =
  (worker: string) =>
  ({ row, deadlineMs, variables, tags, userTask }: ActivatedJob) => ({
    jobKey: keyText(row.key),
    type: row.type,
    kind: row.kind,
    listenerEventType: row.listener_event,
    processInstanceKey: keyText(row.process_instance_key),
    rootProcessInstanceKey: keyText(row.root_key),
    processDefinitionKey: keyText(row.definition_key),
    processDefinitionId: row.process_id,
    processDefinitionVersion: row.version,
    elementId: row.element_id,
    elementInstanceKey: keyText(row.element_instance_key),
    customHeaders: stored(row.headers),
    worker,
    retries: row.retries,
    deadline: deadlineMs,
    variables,
    tenantId,
    tags,
    userTask: userTask === null ? null : jobTaskAnswer(userTask),
  });

/** What the worker of a task listener is told of its task, with what is about to change. */
const jobTaskAnswer = ({ task, listening, row }: ListenedTask) => {
  // A change to null counts, too: it takes the value away.
  const seen = { ...task, ...listening.changes };
  return {
    action: listening.action,
    assignee: seen.assignee,
    candidateGroups: seen.candidateGroups,
    candidateUsers: seen.candidateUsers,
    changedAttributes: Object.keys(listening.changes ?? {}),
    dueDate: seen.dueDate,
    followUpDate: seen.followUpDate,
    formKey: row?.form_key == null ? null : keyText(row.form_key),
    priority: seen.priority,
    userTaskKey: keyText(task.key),
  };
};

/** Fetches jobs, waiting for some if none is there. A caller who hangs up meanwhile gets no job locked. */
export const activateJobsHandler =
  (runtime: Runtime): RequestHandler =>
  async (request, response) => {
    const input = readBody(request, body);
    const asked = input.requestTimeout ?? 0;
    const worker = input.worker ?? '';
    response.on('close', () => runtime.jobWaiters.sweep());
    const jobs = await runtime.jobWaiters.poll({
      type: input.type,
      worker,
      timeoutMs: input.timeout,
      maxJobs: Math.min(input.maxJobsToActivate, maxJobs),
      fetchVariables: input.fetchVariable == null || input.fetchVariable.length === 0 ? null : input.fetchVariable,
      waitMs: asked < 0 ? 0 : asked === 0 ? defaultPollMs : Math.min(asked, maxPollMs),
      isGone: () => response.destroyed || request.socket.destroyed,
    });
    if (!response.destroyed) response.json({ jobs: jobs.map(jobAnswer(worker)) });
  };
