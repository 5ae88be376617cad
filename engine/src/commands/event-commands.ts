import type { Command } from '../command.ts';
import { catchEvent, staysOpen } from '../event-catching.ts';
import { fireTimer } from '../events/timer.ts';
import type { Rejection } from '../failure.ts';
import { emit, type Step } from '../step.ts';

type EventCommand = Extract<Command, { type: 'fire-timer' | 'correlate-message' | 'catch-signal' }>;

/** Something that was waited for happened outside. Whoever comes second finds the wait closed and is refused. */
export const handleEvent = (step: Step, command: EventCommand): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  const key = command.type === 'fire-timer' ? command.timerKey : command.subscriptionKey;
  const wait = instance?.waits?.get(key);
  const of = { key, elementInstanceKey: command.elementInstanceKey };
  switch (command.type) {
    case 'fire-timer':
      if (!instance || wait?.kind !== 'timer') return notOpen('timer', key);
      if (wait.dueMs > step.nowMs) {
        return {
          code: 'INVALID_STATE',
          detail: `Expected timer ${key} to be due, but it is due ${wait.dueMs - step.nowMs} ms later.`,
        };
      }
      fireTimer(step, instance, wait, staysOpen(step, wait.targetId));
      catchEvent(step, instance, wait.targetId, {});
      return null;
    case 'correlate-message': {
      if (!instance || wait?.kind !== 'message') return notOpen('message subscription', key);
      const closed = !staysOpen(step, wait.targetId);
      emit(step, {
        type: 'message-correlated',
        ...of,
        targetId: wait.targetId,
        messageKey: command.messageKey,
        closed,
      });
      catchEvent(step, instance, wait.targetId, command.variables);
      return null;
    }
    case 'catch-signal': {
      if (!instance || wait?.kind !== 'signal') return notOpen('signal subscription', key);
      const closed = !staysOpen(step, wait.targetId);
      emit(step, { type: 'signal-caught', ...of, targetId: wait.targetId, signalKey: command.signalKey, closed });
      catchEvent(step, instance, wait.targetId, command.variables);
      return null;
    }
  }
};

const notOpen = (what: string, key: number): Rejection => ({
  code: 'NOT_FOUND',
  detail: `Expected ${what} ${key} to be open, but it is not: something else happened first.`,
});
