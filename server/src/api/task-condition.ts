import { z } from 'zod';
import { containing } from '../store/searches/apply-filter.ts';
import type { Condition, Field, Filter } from '../store/searches/search-plan.ts';
import { tasklistPlan } from '../store/searches/tasklist-plan.ts';
import type { TaskViewer } from '../store/searches/tasklist-plan.ts';
import type { TaskVariableCondition } from '../store/searches/task-variable-filter.ts';
import { readDate, text } from './input.ts';

/** What can be asked of fields of a kind. Days are counted from when one looks, so that a saved filter stays true. */
const operatorsOf = {
  text: ['is', 'is-not', 'contains', 'is-set', 'is-empty'],
  person: ['is', 'is-not', 'contains', 'is-set', 'is-empty', 'is-me'],
  entry: ['is', 'contains'],
  number: ['is', 'at-least', 'at-most'],
  date: ['before', 'after', 'within-days', 'in-last-days', 'is-set', 'is-empty'],
  variable: ['is', 'is-not', 'contains', 'more', 'less', 'at-least', 'at-most', 'is-set', 'is-empty'],
} as const;
type Kind = keyof typeof operatorsOf;
type Operator = (typeof operatorsOf)[Kind][number];

const kinds = {
  name: 'text',
  elementId: 'text',
  processDefinitionId: 'text',
  processName: 'text',
  businessId: 'text',
  assignee: 'person',
  candidateGroup: 'entry',
  candidateUser: 'entry',
  priority: 'number',
  creationDate: 'date',
  dueDate: 'date',
  followUpDate: 'date',
  completionDate: 'date',
  variable: 'variable',
} as const satisfies Readonly<Record<string, Kind>>;
type ConditionField = keyof typeof kinds;

const names = Object.keys(kinds) as ConditionField[];
const operators = [...new Set(Object.values(operatorsOf).flat())];
const withoutValue = new Set<Operator>(['is-set', 'is-empty', 'is-me']);

/** One thing that is asked of a task. */
export const taskCondition = z
  .strictObject({
    field: z.enum(names),
    operator: z.enum(operators).describe('Which there are depends on the field.'),
    value: z
      .union([text(1_000), z.number(), z.boolean(), z.null()])
      .optional()
      .describe(
        'A date-time with offset for `before` and `after`, a number of days for `within-days` and `in-last-days`.',
      ),
    name: text(256).min(1).optional().describe('Of a variable.'),
    scope: z
      .enum(['task', 'process'])
      .optional()
      .describe('Of a variable: beside the task, or of its process instance. (Default: process.)'),
  })
  .superRefine((given, context) => {
    const problem = problemOf(given);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  .meta({ id: 'TaskCondition' });
export type TaskCondition = z.output<typeof taskCondition>;

const problemOf = ({ field, operator, value, name, scope }: z.input<typeof taskCondition>): string | null => {
  const kind = kinds[field];
  const allowed: readonly string[] = operatorsOf[kind];
  if (!allowed.includes(operator)) return `must ask '${field}' by ${allowed.join(', ')}; found '${operator}'`;
  if (kind === 'variable' ? name === undefined : name !== undefined || scope !== undefined)
    return kind === 'variable' ? 'must have the name of a variable' : `must have no name and no scope for '${field}'`;
  if (withoutValue.has(operator)) return value === undefined ? null : `must have no value for '${operator}'`;
  if (value === undefined) return `must have a value for '${operator}'`;
  if (operator === 'within-days' || operator === 'in-last-days')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3_660
      ? null
      : 'must have a whole number of days, 0 to 3660';
  if (kind === 'date')
    return readDate(value) === null ? 'must have a date-time with offset such as 2030-01-31T10:00:00Z' : null;
  if (kind === 'number')
    return typeof value === 'number' && Number.isSafeInteger(value) ? null : 'must have a whole number';
  if (kind === 'variable')
    return ['is', 'is-not'].includes(operator) ||
      typeof value === 'string' ||
      (typeof value === 'number' && operator !== 'contains')
      ? null
      : `must have a text or a number for '${operator}'`;
  return typeof value === 'string' ? null : 'must have a text';
};

const dayMs = 86_400_000;
const comparing = { is: 'eq', 'is-not': 'neq', 'at-least': 'gte', 'at-most': 'lte' } as const;

const on = (field: Field, { operator, value }: TaskCondition, { user, nowMs }: TaskViewer): Condition => {
  switch (operator) {
    case 'is-set':
    case 'is-empty':
      return { field, operator: 'exists', value: operator === 'is-set' };
    case 'is-me':
      return { field, operator: 'eq', value: user ?? '' };
    case 'contains':
      return { field, operator: 'like', value: containing(String(value)) };
    case 'before':
      return { field, operator: 'lt', value: readDate(value) };
    case 'after':
      return { field, operator: 'gt', value: readDate(value) };
    case 'within-days':
      return { field, operator: 'lte', value: nowMs + Number(value) * dayMs };
    case 'in-last-days':
      return { field, operator: 'gte', value: nowMs - Number(value) * dayMs };
    case 'more':
    case 'less':
      throw new Error(`Expected '${operator}' to be asked of a variable only.`);
    default:
      return { field, operator: comparing[operator], value };
  }
};

/** The conditions as a search takes them. */
export const conditionsFilter = (
  given: readonly TaskCondition[],
  viewer: TaskViewer,
): Pick<Filter, 'conditions' | 'custom'> => {
  const conditions: Condition[] = [];
  const custom: Filter['custom'][number][] = [];
  const variables: TaskVariableCondition[] = [];
  for (const each of given) {
    const { field } = each;
    if (field === 'variable') {
      const { name = '', scope = 'process', value = null } = each;
      variables.push({ name, scope, value, operator: each.operator as TaskVariableCondition['operator'] });
    } else if (field === 'candidateGroup' || field === 'candidateUser')
      custom.push({ name: field, value: [on({ kind: 'string', column: 'c.value' }, each, viewer)] });
    else conditions.push(on(tasklistPlan.fields[field] as Field, each, viewer));
  }
  if (variables.length > 0) custom.push({ name: 'taskVariables', value: variables });
  return { conditions, custom };
};
