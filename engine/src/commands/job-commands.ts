import type { Command, JobResult } from '../command.ts';
import { applyAdHocResult, whyNotActivatable } from '../elements/ad-hoc-sub-process.ts';
import type { Node } from '../elements/registry.ts';
import { throwError } from '../error-throwing.ts';
import type { IncidentType, Rejection } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import type { ElementInstance, Job, JobKind } from '../state.ts';
import { continueListening } from '../listeners.ts';
import { emit, hooksOf, type Step } from '../step.ts';
import { continueTaskListening } from '../task-listeners.ts';
import { propagate, setLocal } from '../variables.ts';

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
      return completeJob(step, instance, job, command);
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

const completeJob = (
  step: Step,
  instance: ElementInstance,
  job: Job,
  command: Extract<JobCommand, { type: 'complete-job' }>,
): Rejection | null => {
  const { node, hooks } = hooksOf(step, instance);
  const result = command.result ?? null;
  const wrong = whyWrongResult(step, job, node, result);
  if (wrong) return wrong;
  const denied = result?.type === 'userTask' && result.denied ? { denied: { reason: result.deniedReason } } : {};
  emit(step, { type: 'job-completed', key: job.key, elementInstanceKey: instance.key, ...denied });
  switch (job.kind) {
    case 'BPMN_ELEMENT':
      hooks.trigger?.(step, instance, node, node.id, command.variables);
      return null;
    case 'EXECUTION_LISTENER':
      continueListening(step, instance, node, command.variables);
      return null;
    case 'TASK_LISTENER':
      if (node.type === 'user-task')
        continueTaskListening(step, instance, node, command.variables, result?.type === 'userTask' ? result : null);
      return null;
    case 'AD_HOC_SUB_PROCESS':
      propagate(step, instance.key, Object.entries(command.variables));
      if (node.type === 'ad-hoc-sub-process' && result?.type === 'adHocSubProcess')
        applyAdHocResult(step, instance, node, result);
      return null;
  }
};

/** A result that does not fit the job, or names activities that are not there, is refused before anything happens. */
const whyWrongResult = (step: Step, job: Job, node: Node, result: JobResult | null): Rejection | null => {
  if (!result) return null;
  const fits =
    (result.type === 'userTask' && job.kind === 'TASK_LISTENER') ||
    (result.type === 'adHocSubProcess' && job.kind === 'AD_HOC_SUB_PROCESS');
  if (!fits) {
    return {
      code: 'INVALID_ARGUMENT',
      detail: `Expected a result that fits job ${job.key} of kind ${job.kind}, found one of type '${result.type}'.`,
    };
  }
  if (result.type !== 'adHocSubProcess') return null;
  const detail = whyNotActivatable(
    step.definition,
    node.id,
    result.activateElements.map(({ elementId }) => elementId),
  );
  return detail === null ? null : { code: 'INVALID_ARGUMENT', detail };
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

const noRetries = {
  BPMN_ELEMENT: 'JOB_NO_RETRIES',
  EXECUTION_LISTENER: 'EXECUTION_LISTENER_NO_RETRIES',
  TASK_LISTENER: 'TASK_LISTENER_NO_RETRIES',
  AD_HOC_SUB_PROCESS: 'AD_HOC_SUB_PROCESS_NO_RETRIES',
} as const satisfies Record<JobKind, IncidentType>;

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
    type: noRetries[instance.job?.kind ?? 'BPMN_ELEMENT'],
    message:
      command.errorMessage || 'The job failed and has no retries left. Give it new retries, then resolve the incident.',
  });
};
