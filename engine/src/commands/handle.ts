import type { Command } from '../command.ts';
import type { Rejection } from '../failure.ts';
import type { Step } from '../step.ts';
import { handleCall } from './call-commands.ts';
import { handleEvaluation } from './evaluation-commands.ts';
import { handleEvent } from './event-commands.ts';
import { resolveIncident } from './incident-commands.ts';
import { cancelInstance, createInstance, terminateCalledInstance } from './instance-commands.ts';
import { handleJob } from './job-commands.ts';
import { handleUserTask } from './user-task-commands.ts';
import { setVariables } from './variable-commands.ts';

/** Applies a command to the instance. Null: accepted. A rejection: nothing was changed. */
export const handle = (step: Step, command: Command): Rejection | null => {
  const { status, key } = step.state;
  if (command.type === 'create-instance') {
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
  switch (command.type) {
    case 'cancel-instance':
      return cancelInstance(step);
    case 'terminate-called-instance':
      return terminateCalledInstance(step);
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
    case 'resolve-incident':
      return resolveIncident(step, command);
    case 'complete-call':
    case 'fail-call':
    case 'throw-called-error':
    case 'report-uncaught-error':
      return handleCall(step, command);
    case 'complete-evaluation':
    case 'fail-evaluation':
      return handleEvaluation(step, command);
  }
};
