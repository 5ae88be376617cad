import type { Key, UserTaskChanges } from '@baton/engine';
import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { changeUserTask } from './change-user-task.ts';
import { readDate, text } from './input.ts';
import { body } from './operation/body-kinds.ts';
import type { Call } from './operation/call.ts';

/** A date-time with offset; an empty text takes the date away, null leaves it as it is. */
const date = text(100)
  .refine(
    (value) => value === '' || readDate(value) !== null,
    'must be a date-time with offset such as 2030-01-31T10:00:00Z, or ""',
  )
  .nullish();

export const changeset = z.strictObject({
  dueDate: date,
  followUpDate: date,
  candidateUsers: z.array(text(256)).max(1_000).nullish(),
  candidateGroups: z.array(text(256)).max(1_000).nullish(),
  priority: z.number().int().min(0).max(100).nullish(),
});
const wrapped = z.strictObject({ changeset: changeset.nullish(), action: text(256).nullish() });

/** The changes as the engine takes them. */
export const changesOf = (input: z.output<typeof changeset>): UserTaskChanges => ({
  ...(input.dueDate == null ? {} : { dueDate: input.dueDate === '' ? null : input.dueDate }),
  ...(input.followUpDate == null ? {} : { followUpDate: input.followUpDate === '' ? null : input.followUpDate }),
  ...(input.candidateUsers == null ? {} : { candidateUsers: input.candidateUsers }),
  ...(input.candidateGroups == null ? {} : { candidateGroups: input.candidateGroups }),
  ...(input.priority == null ? {} : { priority: input.priority }),
});

/** The body with a changeset, as the specification has it. */
export const wrappedChanges = body(wrapped);
/** The changes alone, as one published client sends them. */
export const bareChanges = body(changeset);

/** Changes dates, candidates or priority of a user task. */
export const updateUserTask = (
  runtime: Runtime,
  call: Call<{ readonly userTaskKey: Key }, unknown, unknown>,
  changes: z.output<typeof changeset>,
  action: string | null,
): Promise<void> =>
  changeUserTask(runtime, call, 'UPDATE', (elementInstanceKey, userTaskKey) => ({
    type: 'update-user-task',
    elementInstanceKey,
    userTaskKey,
    changes: changesOf(changes),
    action: action ?? 'update',
  }));
