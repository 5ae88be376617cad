import type { Knex } from 'knex';
import type { UserTaskRow } from '../tables/user-tasks.ts';
import { applyCondition } from './apply-filter.ts';
import { plainEnum } from './enum-values.ts';
import type { Condition, CustomFilter, SearchContext, SearchPlan } from './search-plan.ts';
import type { VariableCondition } from './variable-condition.ts';

/** States of user tasks. */
export const userTaskStates = [
  'CREATING',
  'CREATED',
  'ASSIGNING',
  'UPDATING',
  'COMPLETING',
  'COMPLETED',
  'CANCELING',
  'CANCELED',
  'FAILED',
] as const;

/** Some entry of a JSON array column meets all conditions; their column is `c.value`. */
export const someEntry =
  (column: string): CustomFilter =>
  (query, value, context) => {
    const each =
      context.dialect === 'sqlite'
        ? `json_each(${column}) AS c`
        : `jsonb_array_elements_text(${column}::jsonb) AS c(value)`;
    query.whereExists((sub) => {
      sub.select(context.knex.raw('1')).from(context.knex.raw(each));
      for (const condition of value as Condition[]) applyCondition(sub, condition, context);
    });
  };

const variablesIn =
  (scope: string): CustomFilter =>
  (query: Knex.QueryBuilder, value: unknown, context: SearchContext) => {
    for (const variable of value as VariableCondition[]) {
      query.whereExists((sub) => {
        sub
          .select(context.knex.raw('1'))
          .from('variables as v')
          .whereRaw(`v.scope_key = ${scope}`)
          .where('v.name', variable.name);
        for (const condition of variable.conditions) applyCondition(sub, condition, context);
      });
    }
  };

/** Search of user tasks. */
export const userTaskPlan: SearchPlan<UserTaskRow> = {
  from: 'user_tasks as u',
  columns: ['u.*'],
  tenant: 'u.tenant_id',
  tiebreak: 'u.key',
  fields: {
    userTaskKey: { kind: 'key', column: 'u.key' },
    elementInstanceKey: { kind: 'key', column: 'u.element_instance_key' },
    processInstanceKey: { kind: 'key', column: 'u.process_instance_key' },
    processDefinitionKey: { kind: 'key', column: 'u.definition_key' },
    processDefinitionId: { kind: 'string', column: 'u.process_id' },
    elementId: { kind: 'string', column: 'u.element_id' },
    name: { kind: 'string', column: 'COALESCE(u.element_name, u.element_id)' },
    state: {
      kind: 'enum',
      column: 'u.state',
      values: plainEnum(...userTaskStates),
    },
    assignee: { kind: 'string', column: 'u.assignee', nullable: true },
    priority: { kind: 'int', column: 'u.priority' },
    creationDate: { kind: 'date', column: 'u.created_ms' },
    completionDate: { kind: 'date', column: 'u.end_ms', nullable: true },
    dueDate: { kind: 'date', column: 'u.due_ms', nullable: true },
    followUpDate: { kind: 'date', column: 'u.follow_up_ms', nullable: true },
  },
  sortable: ['creationDate', 'completionDate', 'followUpDate', 'dueDate', 'priority', 'name'],
  custom: {
    candidateGroup: someEntry('u.candidate_groups'),
    candidateUser: someEntry('u.candidate_users'),
    tags: (query, value, { dialect }) => {
      for (const tag of value as string[]) {
        const each =
          dialect === 'sqlite' ? 'json_each(u.tags) AS t' : 'jsonb_array_elements_text(u.tags::jsonb) AS t(value)';
        query.whereRaw(`EXISTS (SELECT 1 FROM ${each} WHERE t.value = ?)`, [tag]);
      }
    },
    processInstanceVariables: variablesIn('u.process_instance_key'),
    localVariables: variablesIn('u.element_instance_key'),
  },
};
