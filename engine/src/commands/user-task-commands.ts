import type { Command, UserTaskChanges } from '../command.ts';
import { nodeOf } from '../definition/process-definition.ts';
import { instantMs } from '../events/timer-schedule.ts';
import type { Rejection } from '../failure.ts';
import type { Step } from '../step.ts';
import { changeTask } from '../task-listeners.ts';

type UserTaskCommand = Extract<Command, { readonly userTaskKey: unknown }>;

export const handleUserTask = (step: Step, command: UserTaskCommand): Rejection | null => {
  const instance = step.state.elements.get(command.elementInstanceKey);
  const task = instance?.userTask;
  if (!instance || task?.key !== command.userTaskKey) {
    return {
      code: 'NOT_FOUND',
      detail: `Expected user task ${command.userTaskKey} to be open, but no such task is found.`,
    };
  }
  if (instance.listening) {
    return {
      code: 'INVALID_STATE',
      detail: `Expected user task ${task.key} to be at rest, but it is in state '${instance.listening.event.toUpperCase()}': its listeners are at work. Try again when they are done.`,
    };
  }
  const node = nodeOf(step.definition, instance.elementId);
  if (node.type !== 'user-task') throw new Error(`Expected ${node.id} to be a user task.`);
  switch (command.type) {
    case 'assign-user-task':
      if (!command.allowOverride && task.assignee !== null && task.assignee !== command.assignee) {
        return {
          code: 'INVALID_STATE',
          detail: `Expected user task ${task.key} to be unassigned, but it is assigned to '${task.assignee}'. Ask for it to be unassigned, or allow to override.`,
        };
      }
      changeTask(step, instance, node, 'assigning', { assignee: command.assignee }, command.action);
      return null;
    case 'update-user-task': {
      const wrong = whyWrong(command.changes);
      if (wrong) return wrong;
      changeTask(step, instance, node, 'updating', command.changes, command.action);
      return null;
    }
    case 'complete-user-task': {
      changeTask(step, instance, node, 'completing', {}, command.action, command.variables);
      return null;
    }
  }
};

const whyWrong = ({ priority, dueDate, followUpDate }: UserTaskChanges): Rejection | null => {
  if (priority !== undefined && (!Number.isInteger(priority) || priority < 0 || priority > 100)) {
    return { code: 'INVALID_ARGUMENT', detail: `Expected a priority from 0 to 100, but found ${priority}.` };
  }
  for (const date of [dueDate, followUpDate]) {
    if (typeof date === 'string' && instantMs(date) === null) {
      return {
        code: 'INVALID_ARGUMENT',
        detail: `Expected an ISO 8601 date-time such as 2030-01-31T10:00:00Z, but found '${date}'.`,
      };
    }
  }
  return null;
};
