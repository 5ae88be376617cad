import type { Command } from '../command.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { throwError } from '../error-throwing.ts';
import type { Rejection } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance, Job } from '../state.ts';
import { emit, type Step } from '../step.ts';
import { setLocal } from '../variables.ts';

type JobCommand = Extract<Command, { readonly jobKey: unknown }>;

export const handleJob = (step: Step, command: JobCommand): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  const job = instance?.job;
  if (!instance || job?.key !== command.jobKey) {
    return { code: 'NOT_FOUND', detail: `Expected job ${command.jobKey} to be open, but no such job is found.` };
  }
  const of = { key: job.key, elementInstanceKey: instance.key };
  if (command.type === 'update-job-retries') {
    if (command.retries < 1)
      return {
        code: 'INVALID_ARGUMENT',
        detail: `Expected 1 retry or more for job ${job.key}, but found ${command.retries}.`,
      };
    emit(step, { type: 'job-retries-updated', ...of, retries: command.retries });
    return null;
  }
  const blocked = whyBlocked(instance, job, verbs[command.type]);
  if (blocked) return blocked;
  switch (command.type) {
    case 'complete-job': {
      emit(step, { type: 'job-completed', ...of });
      const node = nodeOf(step.definition, instance.elementId);
      step.behaviorOf(node).trigger?.(step, instance, node, node.id, command.variables);
      return null;
    }
    case 'fail-job':
      failJob(step, instance, command);
      return null;
    case 'throw-job-error':
      emit(step, { type: 'job-error-thrown', ...of, errorCode: command.errorCode, errorMessage: command.errorMessage });
      throwError(step, instance, {
        code: command.errorCode,
        message: command.errorMessage,
        variables: command.variables,
        origin: { processInstanceKey: step.state.key, elementInstanceKey: instance.key },
      });
      return null;
  }
};

const verbs = { 'complete-job': 'complete', 'fail-job': 'fail', 'throw-job-error': 'throw an error for' } as const;

const whyBlocked = (instance: ElementInstance, job: Job, verb: string): Rejection | null => {
  if (job.state === 'ERROR_THROWN') {
    return { code: 'INVALID_STATE', detail: `Expected to ${verb} job ${job.key}, but it has thrown an error already.` };
  }
  return instance.incident
    ? {
        code: 'INVALID_STATE',
        detail: `Expected to ${verb} job ${job.key}, but it has an incident. Resolve incident ${instance.incident.key} first.`,
      }
    : null;
};

const failJob = (step: Step, instance: ElementInstance, command: Extract<JobCommand, { type: 'fail-job' }>): void => {
  const retries = Math.max(0, command.retries);
  setLocal(step, instance.key, Object.entries(command.variables));
  emit(step, {
    type: 'job-failed',
    key: command.jobKey,
    elementInstanceKey: instance.key,
    retries,
    errorMessage: command.errorMessage,
    retryAtMs: retries > 0 && command.retryBackOffMs > 0 ? step.nowMs + command.retryBackOffMs : null,
  });
  if (retries > 0) return;
  raiseIncident(step, instance, {
    type: 'JOB_NO_RETRIES',
    message:
      command.errorMessage || 'The job failed and has no retries left. Give it new retries, then resolve the incident.',
  });
};
