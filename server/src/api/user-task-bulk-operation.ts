import type { Command, Key } from '@baton/engine';
import { z } from 'zod';
import { permitFor } from '../identity/permit.ts';
import type { Permit } from '../identity/permit.ts';
import { Refusal } from '../runtime/refusal.ts';
import { tellingTask } from '../runtime/task-delegation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Task } from '../runtime/task.ts';
import type { Transition } from '../runtime/task-transition.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { keyText, keyTextOrNull } from './answer.ts';
import { undelegatedOnly, untilSettled, userTaskChange } from './change-user-task.ts';
import type { Verb } from './change-user-task.ts';
import { mustFit, seenBy } from './form-submission-operations.ts';
import { foundRow } from './found-row.ts';
import { handerOf } from './hander-of.ts';
import { key, text, variables } from './input.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import type { Call } from './operation/call.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { withoutValues } from './operation/audit-note-of.ts';
import { submitEach } from './operation/submit.ts';
import { problemOf } from './problem.ts';
import { changeset, changesOf } from './update-user-task.ts';
import { userTaskForm } from './user-task-form.ts';
import { assignPermit, mayClaim, mayComplete, mayUpdate } from './user-task-operations.ts';

/** So many tasks in one call: their listeners are waited for together. */
const maxTasks = 200;

const name = text(256).min(1);
/** What is done to each task. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), user: name.nullish().describe('Passed over where people sign in.') }),
  z.strictObject({ kind: z.literal('unclaim') }),
  z.strictObject({ kind: z.literal('assign'), assignee: name }),
  z.strictObject({ kind: z.literal('update'), changeset }),
  z.strictObject({
    kind: z.literal('complete'),
    variables: variables.nullish(),
    formKey: key
      .nullish()
      .describe(
        'The form that the variables were filled into. Tasks with another form, or one of their own, are refused.',
      ),
  }),
]);
type Change = z.output<typeof change>;
const input = z.strictObject({ userTaskKeys: z.array(key).min(1).max(maxTasks), change });

const problemType = z.looseObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
});
const outcomes = listOf(
  z.strictObject({ userTaskKey: keyType, error: problemType.nullable().describe('Null: it is done.') }),
);

/** What a change is to the engine, and who may do it. */
interface Deed {
  readonly verb: Verb;
  readonly permit: Permit;
  readonly command: (elementInstanceKey: Key, userTaskKey: Key) => Command;
}

const deedOf = (call: Call<unknown, unknown, unknown>, wanted: Change): Deed => {
  const { principal } = call.permit;
  const assignment =
    (assignee: string | null, allowOverride: boolean, action: string): Deed['command'] =>
    (elementInstanceKey, userTaskKey) => ({
      type: 'assign-user-task',
      elementInstanceKey,
      userTaskKey,
      assignee,
      allowOverride,
      action,
    });
  switch (wanted.kind) {
    case 'claim': {
      const user = principal.type === 'ANONYMOUS' ? wanted.user : principal.type === 'USER' ? principal.id : null;
      if (user == null)
        throw new Refusal(
          'INVALID_ARGUMENT',
          `Expected somebody to claim the tasks for: a user who is signed in, or 'user' where nobody signs in. Assign them instead.`,
        );
      return { verb: 'ASSIGN', permit: assignPermit(call, user).permit, command: assignment(user, false, 'claim') };
    }
    case 'unclaim':
      return { verb: 'ASSIGN', permit: permitFor(principal, mayUpdate), command: assignment(null, true, 'unassign') };
    case 'assign': {
      const { mayOverride, permit } = assignPermit(call, wanted.assignee);
      return { verb: 'ASSIGN', permit, command: assignment(wanted.assignee, mayOverride, 'assign') };
    }
    case 'update':
      return {
        verb: 'UPDATE',
        permit: permitFor(principal, mayUpdate),
        command: (elementInstanceKey, userTaskKey) => ({
          type: 'update-user-task',
          elementInstanceKey,
          userTaskKey,
          changes: changesOf(wanted.changeset),
          action: 'update',
        }),
      };
    case 'complete':
      return {
        verb: 'COMPLETE',
        permit: permitFor(principal, mayComplete),
        command: (elementInstanceKey, userTaskKey) => ({
          type: 'complete-user-task',
          elementInstanceKey,
          userTaskKey,
          variables: wanted.variables ?? {},
          action: 'complete',
        }),
      };
  }
};

/** Throws INVALID_STATE where a task has another form than the one that was filled in, INVALID_ARGUMENT where its rules are broken. */
const mustHaveForm = async (
  runtime: Runtime,
  permit: Permit,
  userTaskKey: Key,
  wanted: Extract<Change, { kind: 'complete' }>,
): Promise<void> => {
  const { database, clock } = runtime;
  const task = await foundRow<UserTaskRow>({ permit }, database, 'user_tasks', userTaskKey);
  const form = await userTaskForm(database, task);
  // A form that is part of the process goes by the key of its task: it is never the one that was filled in.
  if (form !== null && form.formKey !== keyTextOrNull(wanted.formKey ?? null))
    throw new Refusal(
      'INVALID_STATE',
      `Expected a task with ${wanted.formKey == null ? 'no form' : `form '${wanted.formKey}'`}, found one with form '${form.formId}'. Open the task and fill it in.`,
    );
  mustFit(form, wanted.variables ?? {}, form === null ? {} : await seenBy(database, task), clock.nowMs());
};

/** The same to many user tasks. */
export const userTaskBulkOperation = (runtime: Runtime): Operation =>
  operation({
    id: 'changeUserTasks',
    method: 'POST',
    path: '/ext/user-tasks/bulk',
    tag: 'User tasks',
    summary: 'Claim, assign, change or complete many user tasks',
    description: `One to ${maxTasks}. Each stands for itself: one that is refused has its problem in its place of the answer, and the others go on. Each is in the audit log.`,
    body: body(input),
    answer: json(outcomes),
    refusals: ['INVALID_STATE'],
    isRepeatable: true,
    access: [...mayUpdate, ...mayClaim, ...mayComplete],
    isLimitable: true,
    example: {
      body: { userTaskKeys: ['1000000106', '1000000206'], change: { kind: 'update', changeset: { priority: 80 } } },
      answer: {
        items: [
          { userTaskKey: '1000000106', error: null },
          { userTaskKey: '1000000206', error: null },
        ],
      },
    },
    run: async (call) => {
      const { change: wanted } = call.body;
      const { verb, permit, command } = deedOf(call, wanted);
      const keys = [...new Set(call.body.userTaskKeys)];
      const around = (task: Task<Transition | null>, userTaskKey: Key): Task<Transition | null> =>
        wanted.kind === 'assign'
          ? tellingTask(task, wanted.assignee, userTaskKey, handerOf(call))
          : wanted.kind === 'complete'
            ? undelegatedOnly(task, userTaskKey)
            : task;
      const tasks = await Promise.all(
        keys.map(async (userTaskKey): Promise<Task<Transition | null> | Refusal> => {
          const refusal =
            wanted.kind !== 'complete'
              ? null
              : await refusalOf(() => mustHaveForm(runtime, permit, userTaskKey, wanted));
          if (refusal !== null) return refusal;
          const task = around(userTaskChange(verb, userTaskKey, call.caller, command), userTaskKey);
          const note = call.audit();
          return {
            ...task,
            audit:
              note === null
                ? null
                : {
                    ...note,
                    operationType: operationTypes[wanted.kind],
                    // Each entry is about one task: the keys of the others are in theirs.
                    details: { ...note.details, sent: { change: withoutValues(wanted) } },
                    entityKey: keyText(userTaskKey),
                    keys: { userTaskKey },
                  },
          };
        }),
      );
      const done = await submitEach(runtime, call, tasks, permit);
      const items = await Promise.all(
        done.map(async ({ answer, refusal }, index) => {
          const userTaskKey = keys[index] as Key;
          const problem =
            refusal ?? (await refusalOf(() => untilSettled(runtime, verb, userTaskKey, answer, call.hangUp())));
          return { userTaskKey: keyText(userTaskKey), error: problem === null ? null : problemOf(call.url, problem) };
        }),
      );
      return { items };
    },
  });

/** As the audit log calls them. */
const operationTypes: Readonly<Record<Change['kind'], string>> = {
  claim: 'ASSIGN',
  unclaim: 'UNASSIGN',
  assign: 'ASSIGN',
  update: 'UPDATE',
  complete: 'COMPLETE',
};

const refusalOf = async (deed: () => Promise<void>): Promise<Refusal | null> => {
  try {
    await deed();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
