import type { Command } from '../command.ts';
import { throwEscalation } from '../escalation-throwing.ts';
import { reportUncaught, throwError } from '../error-throwing.ts';
import type { Rejection } from '../failure.ts';
import { raiseIncident } from '../incidents.ts';
import { hooksOf, type Step } from '../step.ts';

type CallCommand = Extract<
  Command,
  { type: 'complete-call' | 'fail-call' | 'throw-called-error' | 'throw-called-escalation' | 'report-uncaught-error' }
>;

/** What comes back from a called instance, or goes back to one. */
export const handleCall = (step: Step, command: CallCommand): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  if (!instance) return gone(command.elementInstanceKey);
  if (command.type === 'report-uncaught-error') {
    reportUncaught(step, instance, command.error);
    return null;
  }
  if (instance.calledInstanceKey !== command.calledInstanceKey) return gone(command.elementInstanceKey);
  const { node, hooks } = hooksOf(step, instance);
  switch (command.type) {
    case 'complete-call':
      hooks.trigger?.(step, instance, node, node.id, command.variables);
      return null;
    case 'fail-call':
      raiseIncident(step, instance, { type: command.incidentType, message: command.message });
      return null;
    case 'throw-called-error':
      throwError(step, instance, command.error);
      return null;
    case 'throw-called-escalation':
      throwEscalation(step, instance, command.code, command.variables);
      return null;
  }
};

const gone = (key: number): Rejection => ({
  code: 'NOT_FOUND',
  detail: `Expected call activity ${key} to wait for the called instance, but it does not any more.`,
});
