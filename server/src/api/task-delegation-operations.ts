import type { Key } from '@baton/engine';
import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import { findTaskPeople } from '../identity/people.ts';
import { permitFor } from '../identity/permit.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { delegateTask, endDelegationTask, notDelegated } from '../runtime/task-delegation.ts';
import type { Transition } from '../runtime/task-transition.ts';
import { findDelegation } from '../store/searches/find-task-delegations.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { guardTask } from '../identity/guard-task.ts';
import { stored } from './answer.ts';
import { untilSettled } from './change-user-task.ts';
import { foundRow } from './found-row.ts';
import { handerOf } from './hander-of.ts';
import { key, text } from './input.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import type { Call } from './operation/call.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { mayRead, mayUpdate } from './user-task-operations.ts';

const params = { userTaskKey: key };
const note = text(2_000).nullish().describe('What is said with it.');
const tag = 'User tasks';
const refusals = ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'] as const;
const candidateType = z
  .strictObject({
    username: z.string(),
    name: z.string().nullable(),
    isCandidate: z.boolean().describe('Whether the task is offered to them or to a group of theirs.'),
  })
  .meta({ id: 'TaskPerson' });

/** Handing a task to somebody for a while, and back; and whom it can be given to. */
export const taskDelegationOperations = (
  runtime: Runtime,
  identity: Pick<Identity, 'directory' | 'isOn'>,
): readonly Operation[] => {
  const { database } = runtime;
  const settle = (call: Call<{ readonly userTaskKey: Key }, unknown, unknown>, transition: Transition | null) =>
    untilSettled(runtime, 'ASSIGN', call.params.userTaskKey, transition, call.hangUp());
  return [
    operation({
      id: 'delegateUserTask',
      method: 'POST',
      path: '/ext/user-tasks/{userTaskKey}/delegation',
      tag,
      summary: 'Hand a user task to somebody for a while',
      description:
        'Its assignee stays its owner: it comes back to them and is completed by them. Whoever has it may hand it on, and its owner stays the same. The delegate is told.',
      params,
      body: body(z.strictObject({ delegate: text(256).min(1), note })),
      answer: nothing,
      refusals: [...refusals],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { delegate: 'mia', note: 'Is this the right account?' } },
      run: async (call) => {
        const { delegate, note: said } = call.body;
        const task = delegateTask(call.params.userTaskKey, delegate, said ?? null, call.caller, handerOf(call));
        await settle(call, await submit(runtime, call, task));
      },
    }),
    operation({
      id: 'changeUserTaskDelegation',
      method: 'PATCH',
      path: '/ext/user-tasks/{userTaskKey}/delegation',
      tag,
      summary: 'Give a delegated user task back, or take it back',
      description:
        '`give-back` by whoever has it, who is done; its owner is told. `take-back` by its owner, also where they may not change what others have.',
      params,
      body: body(z.strictObject({ end: z.enum(['give-back', 'take-back']), note })),
      answer: nothing,
      refusals: [...refusals],
      access: [...mayUpdate, ...mayRead],
      isLimitable: true,
      example: { body: { end: 'give-back', note: 'It is.' } },
      run: async (call) => {
        const { userTaskKey } = call.params;
        await foundRow(call, database, 'user_tasks', userTaskKey);
        const delegation = await findDelegation(database, userTaskKey);
        if (delegation === null) throw notDelegated(userTaskKey);
        const { end, note: said } = call.body;
        const { principal, tenants } = call.permit;
        const isOwner = principal.type === 'USER' && principal.id === delegation.owner;
        const permit =
          end === 'take-back' && isOwner
            ? { ...call.permit, isEverywhere: true, isUnlimited: tenants === null }
            : permitFor(principal, mayUpdate);
        const task = endDelegationTask(delegation, end, said ?? null, call.caller, handerOf(call));
        await settle(call, await runtime.pipeline.submit({ ...guardTask(task, permit), audit: call.audit() }));
      },
    }),
    operation({
      id: 'findUserTaskPeople',
      method: 'GET',
      path: '/ext/user-tasks/{userTaskKey}/people',
      tag,
      summary: 'Find users whom a user task can be given to',
      description:
        'Those who may use the tasklist and have `q` in their username or name, at most 20; those first whom the task is offered to. Where nobody signs in, the candidate users.',
      params,
      query: { q: text(100).default('') },
      answer: json(listOf(candidateType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: { items: [{ username: 'mia', name: 'Mia Berg', isCandidate: true }] } },
      run: async (call) => {
        const row = await foundRow<UserTaskRow>(call, database, 'user_tasks', call.params.userTaskKey);
        const task = {
          tenant_id: row.tenant_id,
          users: stored<string[]>(row.candidate_users),
          groups: stored<string[]>(row.candidate_groups),
        };
        return { items: [...(await findTaskPeople(database, identity, task, call.query.q))] };
      },
    }),
  ];
};
