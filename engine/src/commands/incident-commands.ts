import type { Command } from '../command.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { activate, beginAgain, isOneTooMany, leave } from '../element-lifecycle.ts';
import type { Rejection } from '../failure.ts';
import { closeIncident } from '../incidents.ts';
import { emit, type Step } from '../step.ts';
import { resumeTaskListening } from '../task-listeners.ts';

/** Tries again what the incident stopped: the job is offered again, or the phase that failed runs again with the variables of now. */
export const resolveIncident = (
  step: Step,
  command: Extract<Command, { type: 'resolve-incident' }>,
): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  if (!instance || instance.incident?.key !== command.incidentKey) {
    return {
      code: 'NOT_FOUND',
      detail: `Expected incident ${command.incidentKey} to be open, but no such incident is found.`,
    };
  }
  const { job } = instance;
  if (job && job.retries < 1) {
    return {
      code: 'INVALID_STATE',
      detail: `Expected job ${job.key} to have retries, but it has none. Update its retries to 1 or more, then resolve incident ${command.incidentKey}.`,
    };
  }
  // The only incident of this type on something that holds nothing: it came when there was no room for it.
  const wasOneTooMany = instance.incident.type === 'UNKNOWN' && instance.children === 0;
  closeIncident(step, instance);
  if (wasOneTooMany && isOneTooMany(step, instance)) return null;
  if (job) {
    emit(step, { type: 'job-reopened', key: job.key, elementInstanceKey: instance.key });
    return null;
  }
  const node = nodeOf(step.definition, instance.elementId);
  const isTaskListening =
    instance.listening && instance.listening.event !== 'start' && instance.listening.event !== 'end';
  if (isTaskListening && node.type === 'user-task') resumeTaskListening(step, instance, node);
  else if (instance.state === 'ACTIVATING') activate(step, instance, node);
  else if (instance.state === 'COMPLETING') leave(step, instance, node);
  else beginAgain(step, instance, node);
  return null;
};
