import type { Command } from '../command.ts';
import type { ProcessDefinition } from '../definition/process-definition.ts';
import type { Rejection } from '../failure.ts';
import { isBeingCanceled, type Step } from '../step.ts';
import { whyTooLarge } from '../variable-size.ts';
import { activateAdHocActivities } from './ad-hoc-commands.ts';
import { assignBusinessId } from './business-id-commands.ts';
import { handleCall } from './call-commands.ts';
import { handleEvaluation } from './evaluation-commands.ts';
import { handleEvent } from './event-commands.ts';
import { resolveIncident } from './incident-commands.ts';
import { cancelInstance, createInstance, terminateCalledInstance } from './instance-commands.ts';
import { handleJob } from './job-commands.ts';
import { migrateInstance } from './migration-commands.ts';
import { modifyInstance } from './modification-commands.ts';
import { deliverLater, isHeld, resumeInstance, suspendInstance, whileSuspended } from './suspension-commands.ts';
import { handleUserTask } from './user-task-commands.ts';
import { setVariables } from './variable-commands.ts';

/** Applies a command to the instance. Null: accepted. A rejection: nothing was changed. */
export const handle = (step: Step, command: Command, target?: ProcessDefinition): Rejection | null => {
  const { status, key } = step.state;
  if (command.type === 'create-instance') {
    const problem = whyVariablesTooLarge(step, command);
    if (problem !== null) return { code: 'INVALID_ARGUMENT', detail: problem };
    return status === 'NONE'
      ? createInstance(step, command)
      : { code: 'INVALID_STATE', detail: `Expected process instance ${key} not to exist yet, but it does.` };
  }
  if (status !== 'ACTIVE') {
    return {
      code: 'NOT_FOUND',
      detail: `Expected process instance ${key} to be active, but it is ${status === 'NONE' ? 'not there' : status.toLowerCase()}.`,
    };
  }
  if (isBeingCanceled(step.state) && !staysPossible(step, command)) {
    return {
      // A job or an incident that is about to be gone is answered like one that is.
      code: 'jobKey' in command || 'incidentKey' in command ? 'NOT_FOUND' : 'INVALID_STATE',
      detail: `Expected process instance ${key} to be active, but it is being canceled.`,
    };
  }
  if (isHeld(step)) {
    const when = whileSuspended(step, command);
    if (when === 'later') return deliverLater(step, command);
    if (when !== 'now') return when;
  }
  const tooLarge = whyVariablesTooLarge(step, command);
  if (tooLarge !== null) return { code: 'INVALID_ARGUMENT', detail: tooLarge };
  switch (command.type) {
    case 'cancel-instance':
      return cancelInstance(step);
    case 'terminate-called-instance':
      return terminateCalledInstance(step);
    case 'suspend-instance':
      return suspendInstance(step);
    case 'resume-instance':
      return resumeInstance(step);
    case 'assign-business-id':
      return assignBusinessId(step, command.businessId);
    case 'modify-instance':
      return modifyInstance(step, command);
    case 'migrate-instance':
      return migrateInstance(step, command, target);
    case 'continue-step':
      return null;
    case 'complete-job':
    case 'fail-job':
    case 'throw-job-error':
    case 'update-job-retries':
      return handleJob(step, command);
    case 'assign-user-task':
    case 'update-user-task':
    case 'complete-user-task':
      return handleUserTask(step, command);
    case 'fire-timer':
    case 'correlate-message':
    case 'catch-signal':
      return handleEvent(step, command);
    case 'set-variables':
      return setVariables(step, command);
    case 'activate-ad-hoc-activities':
      return activateAdHocActivities(step, command);
    case 'resolve-incident':
      return resolveIncident(step, command);
    case 'complete-call':
    case 'fail-call':
    case 'throw-called-error':
    case 'throw-called-escalation':
    case 'report-uncaught-error':
      return handleCall(step, command);
    case 'complete-evaluation':
    case 'fail-evaluation':
      return handleEvaluation(step, command);
  }
};

/** What can still be done while the instance is being canceled: to end more of it, and what listeners of canceled tasks do. */
const staysPossible = (step: Step, command: Command): boolean => {
  switch (command.type) {
    case 'continue-step':
      return true;
    case 'complete-job':
    case 'fail-job':
    case 'throw-job-error':
    case 'update-job-retries':
    case 'resolve-incident':
      return step.state.elements.get(command.elementInstanceKey)?.state === 'TERMINATING';
    default:
      return false;
  }
};

const whyVariablesTooLarge = (step: Step, command: Command): string | null => {
  if (!('variables' in command)) return null;
  for (const [name, value] of Object.entries(command.variables)) {
    const problem = whyTooLarge(name, value, step.limits);
    if (problem !== null) return problem;
  }
  return null;
};
