import { Router } from 'express';
import { z } from 'zod';
import { findForm } from '../store/searches/find-form.ts';
import { findRow } from '../store/searches/find-row.ts';
import { findScopeChain } from '../store/searches/find-scope-chain.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { Condition, Field } from '../store/searches/search-plan.ts';
import { userTaskPlan } from '../store/searches/user-task-plan.ts';
import { effectiveVariablePlan, variablePlan } from '../store/searches/variable-plan.ts';
import type { FormRow } from '../store/tables/forms.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { changeUserTask } from './change-user-task.ts';
import { embeddedForm, formAnswer } from './form-answer.ts';
import { pathKey, readBody, text, variables } from './input.ts';
import { readTags, readVariableConditions } from './process-instance-reader.ts';
import { readConditions } from './search/read-condition.ts';
import { readSearch, searchAnswer } from './search/read-search.ts';
import { userTaskAnswer } from './user-task-answer.ts';
import { updateUserTaskHandler } from './update-user-task-handler.ts';
import { shownVariable } from './variable-answer.ts';

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

/** User tasks: search, read, claim, change, complete, and what belongs to one. */
export const userTaskRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();
  const find = async (key: number): Promise<UserTaskRow> => {
    const row = await findRow<UserTaskRow>(database, 'user_tasks', key);
    if (row === null) throw new Refusal('NOT_FOUND', `User Task with key '${key}' not found`);
    return row;
  };

  router.post('/search', async (request, response) => {
    response.json(
      searchAnswer(await runSearch(database, userTaskPlan, readSearch(request.body, reader)), userTaskAnswer),
    );
  });

  router.get('/:userTaskKey', async (request, response) => {
    response.json(userTaskAnswer(await find(pathKey(request, 'userTaskKey'))));
  });

  router.patch('/:userTaskKey', updateUserTaskHandler(runtime, 'changeset'));
  // Not in the specification, but one published client sends its changes here, without a changeset around them.
  router.patch('/:userTaskKey/update', updateUserTaskHandler(runtime, 'bare'));

  router.post('/:userTaskKey/assignment', async (request, response) => {
    const input = readBody(request, assignment);
    if (input.assignee == null || input.assignee === '') {
      throw new Refusal(
        'INVALID_ARGUMENT',
        `Expected an assignee, found none. To take the assignee away, DELETE .../assignee.`,
      );
    }
    const { assignee } = input;
    await changeUserTask(runtime, request, response, 'ASSIGN', (elementInstanceKey, userTaskKey) => ({
      type: 'assign-user-task',
      elementInstanceKey,
      userTaskKey,
      assignee,
      allowOverride: input.allowOverride ?? true,
      action: input.action ?? 'assign',
    }));
  });

  router.delete('/:userTaskKey/assignee', async (request, response) => {
    await changeUserTask(runtime, request, response, 'ASSIGN', (elementInstanceKey, userTaskKey) => ({
      type: 'assign-user-task',
      elementInstanceKey,
      userTaskKey,
      assignee: null,
      allowOverride: true,
      action: 'unassign',
    }));
  });

  router.post('/:userTaskKey/completion', async (request, response) => {
    const input = readBody(request, completion);
    await changeUserTask(runtime, request, response, 'COMPLETE', (elementInstanceKey, userTaskKey) => ({
      type: 'complete-user-task',
      elementInstanceKey,
      userTaskKey,
      variables: input.variables ?? {},
      action: input.action ?? 'complete',
    }));
  });

  router.get('/:userTaskKey/form', async (request, response) => {
    const task = await find(pathKey(request, 'userTaskKey'));
    if (task.embedded_form !== null) return void response.json(embeddedForm(task.key, task.embedded_form));
    const form = await formOf(runtime, task);
    if (form === null) return void response.status(204).end();
    response.json(await formAnswer(database, form));
  });

  for (const [path, plan] of [
    ['variables', variablePlan],
    ['effective-variables', effectiveVariablePlan],
  ] as const) {
    router.post(`/:userTaskKey/${path}/search`, async (request, response) => {
      const task = await find(pathKey(request, 'userTaskKey'));
      const search = readSearch(request.body, { plan, filters: ['name'] });
      const scopes = await findScopeChain(database, task.element_instance_key);
      const visible: Condition = { field: { kind: 'key', column: 'v.scope_key' }, operator: 'in', value: scopes };
      const custom =
        plan === effectiveVariablePlan
          ? [...search.filter.custom, { name: 'innermost', value: scopes }]
          : search.filter.custom;
      const filter = { ...search.filter, custom, conditions: [...search.filter.conditions, visible] };
      const result = await runSearch(database, plan, { ...search, filter });
      response.json(searchAnswer(result, shownVariable(request.query['truncateValues'] !== 'false')));
    });
  }
  return router;
};

/** The version that was there when the task began; where none was, what has been deployed since. */
const formOf = async ({ database }: Runtime, task: UserTaskRow): Promise<FormRow | null> => {
  if (task.form_key !== null) return findRow<FormRow>(database, 'forms', task.form_key);
  if (task.form_id === null) return null;
  const definition = await findRow<ProcessDefinitionRow>(database, 'process_definitions', task.definition_key);
  return findForm(database, {
    formId: task.form_id,
    binding: (task.form_binding ?? 'latest') as 'latest' | 'deployment' | 'versionTag',
    versionTag: task.form_version_tag,
    deploymentKey: definition?.deployment_key ?? 0,
  });
};
