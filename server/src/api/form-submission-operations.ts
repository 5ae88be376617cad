import type { Variables } from '@baton/engine';
import { z } from 'zod';
import { checkFormData } from '../runtime/form-rules.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Database } from '../store/database.ts';
import { findScopeChain } from '../store/searches/find-scope-chain.ts';
import { findScopeVariables } from '../store/searches/find-scope-variables.ts';
import type { UserTaskRow } from '../store/tables/user-tasks.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import { stored } from './answer.ts';
import { completeUserTask } from './change-user-task.ts';
import { startedAnswer, startedExample, startedType } from './create-instance-operation.ts';
import { foundRow } from './found-row.ts';
import { key, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { processOf, startOf } from './start-input.ts';
import { startForm } from './start-form.ts';
import { mayComplete } from './user-task-operations.ts';
import { userTaskForm } from './user-task-form.ts';

const description =
  'As the form would say it: required, minimum and maximum, lengths, patterns and options. What breaks a rule is refused with a problem whose `fields` name each one. The operation of `/v2` asks no form.';

/** What a task sees, by name; of those with the same name the innermost. */
export const seenBy = async (database: Database, task: UserTaskRow): Promise<Record<string, unknown>> => {
  const seen = Object.create(null) as Record<string, unknown>;
  for (const scope of (await findScopeChain(database, task.element_instance_key)).reverse())
    for (const { name, value } of await findScopeVariables(database, scope)) seen[name] = stored(value);
  return seen;
};

/** Throws INVALID_ARGUMENT with all fields that break a rule of the form; without a form there are no rules. */
export const mustFit = (
  form: { readonly schema: string } | null,
  data: Variables,
  context: Record<string, unknown>,
  nowMs: number,
): void => {
  const fields = form === null ? [] : checkFormData(form.schema, data, context, nowMs);
  if (fields.length === 0) return;
  const told = fields.map(({ label, message }) => `${label}: ${message}`).join(' ');
  throw new Refusal('INVALID_ARGUMENT', `The form is not filled in as it asks for. ${told}`, {
    fields: fields.map((each) => ({ ...each })),
  });
};

/** What is sent from a form, which is checked against its rules: a browser can be told to send anything. */
export const formSubmissionOperations = (runtime: Runtime): readonly Operation[] => {
  const { database, definitions, clock } = runtime;
  return [
    operation({
      id: 'submitUserTaskForm',
      method: 'POST',
      path: '/ext/user-tasks/{userTaskKey}/form-submission',
      tag: 'Web app',
      summary: 'Complete a user task by its form',
      description,
      params: { userTaskKey: key },
      body: body(z.strictObject({ variables: variables.nullish(), action: text(256).nullish() })),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
      isRepeatable: true,
      access: mayComplete,
      isLimitable: true,
      example: { body: { variables: { approved: true } } },
      run: async (call) => {
        const task = await foundRow<UserTaskRow>(call, database, 'user_tasks', call.params.userTaskKey);
        const form = await userTaskForm(database, task);
        const data = call.body.variables ?? {};
        mustFit(form, data, form === null ? {} : await seenBy(database, task), clock.nowMs());
        await completeUserTask(runtime, call);
      },
    }),
    operation({
      id: 'submitStartForm',
      method: 'POST',
      path: '/ext/process-definitions/{processDefinitionKey}/form-submission',
      tag: 'Web app',
      summary: 'Start a process by its form',
      description,
      params: { processDefinitionKey: key },
      body: body(z.strictObject({ variables: variables.nullish(), businessId: text(256).min(1).nullish() })),
      answer: json(startedType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('PROCESS_DEFINITION', 'CREATE_PROCESS_INSTANCE'),
      isLimitable: true,
      example: {
        body: { variables: { amount: 1_250 } },
        answer: { ...startedExample, businessId: null },
      },
      run: async (call) => {
        const { processDefinitionKey } = call.params;
        await foundRow<ProcessDefinitionRow>(call, database, 'process_definitions', processDefinitionKey);
        const deployed = await definitions.byKey(processDefinitionKey);
        const data = call.body.variables ?? {};
        if (deployed !== null) mustFit(await startForm(database, deployed), data, {}, clock.nowMs());
        const { businessId = null } = call.body;
        const process = processOf(call, { processDefinitionKey }, null);
        const input = { variables: data, businessId, tenantId: null, startInstructions: [], terminateAfter: [] };
        const started = await submit(runtime, call, startOf(process, input, call.caller));
        return startedAnswer(started, call.body);
      },
    }),
  ];
};
