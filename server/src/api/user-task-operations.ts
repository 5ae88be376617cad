import { z } from 'zod';
import { findScopeChain } from '../store/searches/find-scope-chain.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { Condition, Field, SearchPlan, SearchRequest } from '../store/searches/search-plan.ts';
import type { OfTenant } from '../store/searches/tenant-of-instance.ts';
import { userTaskPlan } from '../store/searches/user-task-plan.ts';
import { effectiveVariablePlan, variablePlan } from '../store/searches/variable-plan.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import type { VariableRow } from '../store/tables/variables.ts';
import { mayEverywhere, permitFor } from '../identity/permit.ts';
import type { Permit } from '../identity/permit.ts';
import { Refusal } from '../runtime/refusal.ts';
import { tellingTask } from '../runtime/task-delegation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { changeUserTask, completeUserTask } from './change-user-task.ts';
import { formExample, formType } from './form-answer.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { handerOf } from './hander-of.ts';
import { key, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json, jsonOrNothing, nothing } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { readTags, readVariableConditions } from './process-instance-reader.ts';
import { readConditions } from './search/read-condition.ts';
import { searchAnswer } from './search/read-search.ts';
import { truncateValues } from './truncate-values.ts';
import { bareChanges, updateUserTask, wrappedChanges } from './update-user-task.ts';
import { userTaskAnswer, userTaskExample, userTaskType } from './user-task-answer.ts';
import { userTaskForm } from './user-task-form.ts';
import { shownVariable, shownVariableType, variableExample } from './variable-answer.ts';

const entry: Field = { kind: 'string', column: 'c.value' };
const reader = {
  plan: userTaskPlan,
  custom: {
    candidateGroup: (value: unknown) => readConditions('candidateGroup', entry, value),
    candidateUser: (value: unknown) => readConditions('candidateUser', entry, value),
    tags: readTags,
    processInstanceVariables: readVariableConditions,
    localVariables: readVariableConditions,
  },
};

const assignment = z.strictObject({
  assignee: text(256).nullish(),
  allowOverride: z.boolean().nullish(),
  action: text(256).nullish(),
});
const completion = z.strictObject({ variables: variables.nullish(), action: text(256).nullish() });

/**
 * Who may change a task may give it to anybody. Who may only claim takes it for themselves, and only what nobody has: the permission for that says nothing about
 * what others are at.
 */
export const assignPermit = ({ permit }: Permitted, assignee: string): { mayOverride: boolean; permit: Permit } => {
  const { principal } = permit;
  if (principal.grants === null) return { mayOverride: true, permit };
  const isForThemselves = principal.type === 'USER' && principal.id === assignee;
  if (!isForThemselves) return { mayOverride: true, permit: permitFor(principal, mayUpdate) };
  return { mayOverride: mayEverywhere(principal, mayUpdate), permit };
};

const params = { userTaskKey: key };
const tag = 'User tasks';
/** Who may see a user task. */
export const mayRead = [needs('USER_TASK', 'READ'), needs('PROCESS_DEFINITION', 'READ_USER_TASK')];
/** Who may change a user task. */
export const mayUpdate = [needs('USER_TASK', 'UPDATE'), needs('PROCESS_DEFINITION', 'UPDATE_USER_TASK')];
/** Who may take a user task that nobody has. */
export const mayClaim = [needs('USER_TASK', 'CLAIM'), needs('PROCESS_DEFINITION', 'CLAIM_USER_TASK')];
/** Who may complete a user task. */
export const mayComplete = [needs('USER_TASK', 'COMPLETE'), needs('PROCESS_DEFINITION', 'COMPLETE_USER_TASK')];

/** User tasks: search, read, claim, change, complete, and what belongs to one. */
export const userTaskOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const find = (call: Permitted, userTaskKey: number): Promise<UserTaskRow> =>
    foundRow(call, database, 'user_tasks', userTaskKey);

  /** Searches the variables that a user task sees: its own and those of the scopes around it. */
  const searchVariables = async (
    call: Permitted,
    userTaskKey: number,
    search: SearchRequest,
    plan: SearchPlan<OfTenant<VariableRow>>,
    truncate: boolean,
  ) => {
    const task = await find(call, userTaskKey);
    const scopes = await findScopeChain(database, task.element_instance_key);
    const visible: Condition = { field: { kind: 'key', column: 'v.scope_key' }, operator: 'in', value: scopes };
    const custom =
      plan === effectiveVariablePlan
        ? [...search.filter.custom, { name: 'innermost', value: scopes }]
        : search.filter.custom;
    const filter = { ...search.filter, custom, conditions: [...search.filter.conditions, visible] };
    return searchAnswer(await runSearch(database, plan, { ...search, filter }), shownVariable(truncate));
  };

  return [
    searchOperation(database, {
      id: 'searchUserTasks',
      path: '/v2/user-tasks/search',
      tag,
      summary: 'Search user tasks',
      reader: reader,
      item: userTaskType,
      answer: userTaskAnswer,
      access: mayRead,
      example: { body: { filter: { state: 'CREATED', candidateGroup: 'accounting' } }, item: userTaskExample },
    }),
    operation({
      id: 'getUserTask',
      method: 'GET',
      path: '/v2/user-tasks/{userTaskKey}',
      tag,
      summary: 'Read a user task',
      params,
      answer: json(userTaskType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: userTaskExample },
      run: async (call) => userTaskAnswer(await find(call, call.params.userTaskKey)),
    }),
    operation({
      id: 'updateUserTask',
      method: 'PATCH',
      path: '/v2/user-tasks/{userTaskKey}',
      tag,
      summary: 'Change dates, candidates or priority of a user task',
      description: 'An empty text takes a date away, an empty list the candidates; what is left out or null stays.',
      params,
      body: wrappedChanges,
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { changeset: { priority: 80, dueDate: '2030-02-03T17:00:00+01:00' } } },
      run: (call) => updateUserTask(runtime, call, call.body.changeset ?? {}, call.body.action ?? null),
    }),
    operation({
      id: 'updateUserTaskBare',
      method: 'PATCH',
      path: '/v2/user-tasks/{userTaskKey}/update',
      tag,
      summary: 'Change a user task, without a changeset around the changes',
      description: 'Not in the specification of Camunda 8, but one of its published clients calls it.',
      params,
      body: bareChanges,
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: { body: { priority: 80 } },
      run: (call) => updateUserTask(runtime, call, call.body, null),
    }),
    operation({
      id: 'assignUserTask',
      method: 'POST',
      path: '/v2/user-tasks/{userTaskKey}/assignment',
      tag,
      summary: 'Assign a user task',
      description:
        'With `allowOverride` false it is refused when somebody else has it, and for those who may only claim: for themselves, what nobody has.',
      params,
      body: body(assignment),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: [...mayUpdate, ...mayClaim],
      isLimitable: true,
      example: { body: { assignee: 'mia', allowOverride: false } },
      run: (call) => {
        const { assignee, allowOverride, action } = call.body;
        if (assignee == null || assignee === '') {
          throw new Refusal(
            'INVALID_ARGUMENT',
            `Expected an assignee, found none. To take the assignee away, DELETE .../assignee.`,
          );
        }
        const { mayOverride, permit } = assignPermit(call, assignee);
        return changeUserTask(
          runtime,
          call,
          'ASSIGN',
          (elementInstanceKey, userTaskKey) => ({
            type: 'assign-user-task',
            elementInstanceKey,
            userTaskKey,
            assignee,
            allowOverride: mayOverride && (allowOverride ?? true),
            action: action ?? 'assign',
          }),
          permit,
          (task) => tellingTask(task, assignee, call.params.userTaskKey, handerOf(call)),
        );
      },
    }),
    operation({
      id: 'unassignUserTask',
      method: 'DELETE',
      path: '/v2/user-tasks/{userTaskKey}/assignee',
      tag,
      summary: 'Take the assignee away',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: mayUpdate,
      isLimitable: true,
      example: {},
      run: (call) =>
        changeUserTask(runtime, call, 'ASSIGN', (elementInstanceKey, userTaskKey) => ({
          type: 'assign-user-task',
          elementInstanceKey,
          userTaskKey,
          assignee: null,
          allowOverride: true,
          action: 'unassign',
        })),
    }),
    operation({
      id: 'completeUserTask',
      method: 'POST',
      path: '/v2/user-tasks/{userTaskKey}/completion',
      tag,
      summary: 'Complete a user task',
      params,
      body: body(completion),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: mayComplete,
      isLimitable: true,
      example: { body: { variables: { approved: true } } },
      run: (call) => completeUserTask(runtime, call),
    }),
    operation({
      id: 'getUserTaskForm',
      method: 'GET',
      path: '/v2/user-tasks/{userTaskKey}/form',
      tag,
      summary: 'Read the form of a user task',
      params,
      answer: jsonOrNothing(formType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { answer: formExample },
      run: async (call) => userTaskForm(database, await find(call, call.params.userTaskKey)),
    }),
    operation({
      id: 'searchUserTaskVariables',
      method: 'POST',
      path: '/v2/user-tasks/{userTaskKey}/variables/search',
      tag,
      summary: 'Search the variables of a user task and of the scopes around it',
      params,
      query: truncateValues,
      body: searchBody({ plan: variablePlan, filters: ['name'] }),
      answer: json(pageOf(shownVariableType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { body: {}, answer: onePage({ ...variableExample, isTruncated: false }) },
      run: (call) => searchVariables(call, call.params.userTaskKey, call.body, variablePlan, call.query.truncateValues),
    }),
    operation({
      id: 'searchUserTaskEffectiveVariables',
      method: 'POST',
      path: '/v2/user-tasks/{userTaskKey}/effective-variables/search',
      tag,
      summary: 'Search the variables that a user task sees',
      description: 'Of those with the same name the innermost.',
      params,
      query: truncateValues,
      body: searchBody({ plan: effectiveVariablePlan, filters: ['name'] }),
      answer: json(pageOf(shownVariableType)),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isLimitable: true,
      example: { body: {}, answer: onePage({ ...variableExample, isTruncated: false }) },
      run: (call) =>
        searchVariables(call, call.params.userTaskKey, call.body, effectiveVariablePlan, call.query.truncateValues),
    }),
  ];
};
