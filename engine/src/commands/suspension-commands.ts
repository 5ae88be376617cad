import type { Command } from '../command.ts';
import type { Rejection } from '../failure.ts';
import { emit, enqueue, isBeingCanceled, type Step } from '../step.ts';

/** Whether nothing in the instance goes on: it is suspended, and not about to end. */
export const isHeld = ({ state }: Pick<Step, 'state'>): boolean =>
  state.suspendedMs !== null && !isBeingCanceled(state);

export const suspendInstance = (step: Step): Rejection | null => {
  emit(step, { type: 'process-instance-suspended' });
  return null;
};

/** What came meanwhile, and what a long step had still to do, is done now. */
export const resumeInstance = (step: Step): Rejection | null => {
  const { key, suspendedMs } = step.state;
  if (suspendedMs === null)
    return { code: 'INVALID_STATE', detail: `Expected process instance ${key} to be suspended, but it is not.` };
  emit(step, { type: 'process-instance-resumed' });
  return null;
};

/**
 * What a command can do to a suspended instance. `now`: what does not let it go on. `later`: what others tell it, which would be lost otherwise; it
 * is worked off when the instance is resumed. A refusal for the rest: whoever asks can ask again.
 */
export const whileSuspended = (step: Step, command: Command): 'now' | 'later' | Rejection => {
  switch (command.type) {
    case 'cancel-instance':
    case 'terminate-called-instance':
    case 'resume-instance':
    case 'set-variables':
    case 'assign-business-id':
      return 'now';
    case 'catch-signal':
    case 'complete-call':
    case 'fail-call':
    case 'throw-called-error':
    case 'throw-called-escalation':
    case 'report-uncaught-error':
    case 'complete-evaluation':
    case 'fail-evaluation':
      return 'later';
    default:
      return {
        code: 'INVALID_STATE',
        detail: `Expected process instance ${step.state.key} to go on, but it is suspended. Resume it first.`,
      };
  }
};

export const deliverLater = (step: Step, command: Command): null => {
  enqueue(step, { do: 'deliver', command });
  return null;
};
