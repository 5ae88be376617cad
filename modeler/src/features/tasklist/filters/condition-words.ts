import type { TaskCondition } from '../../../api/tasklist';
import { t } from '../../../language/texts';

export type ConditionField = TaskCondition['field'];
export type ConditionOperator = TaskCondition['operator'];
type Kind = 'text' | 'person' | 'entry' | 'number' | 'date' | 'variable';

/** What can be asked of tasks, in the order in which it is offered. */
export const conditionFields: readonly (readonly [ConditionField, { readonly name: string; readonly kind: Kind }])[] = [
  ['variable', { name: t('Variable'), kind: 'variable' }],
  ['name', { name: t('Name of the task'), kind: 'text' }],
  ['processName', { name: t('Name of the process'), kind: 'text' }],
  ['processDefinitionId', { name: t('Id of the process'), kind: 'text' }],
  ['elementId', { name: t('Id of the element'), kind: 'text' }],
  ['businessId', { name: t('Business id'), kind: 'text' }],
  ['assignee', { name: t('Assignee'), kind: 'person' }],
  ['candidateGroup', { name: t('Candidate group'), kind: 'entry' }],
  ['candidateUser', { name: t('Candidate user'), kind: 'entry' }],
  ['priority', { name: t('Priority'), kind: 'number' }],
  ['dueDate', { name: t('Due date'), kind: 'date' }],
  ['followUpDate', { name: t('Follow-up'), kind: 'date' }],
  ['creationDate', { name: t('Created'), kind: 'date' }],
  ['completionDate', { name: t('Completed'), kind: 'date' }],
];

/** How it can be asked, as the server takes it for each kind of field. */
const operatorsOf: Readonly<Record<Kind, readonly ConditionOperator[]>> = {
  variable: ['is', 'is-not', 'contains', 'more', 'less', 'at-least', 'at-most', 'is-set', 'is-empty'],
  text: ['is', 'is-not', 'contains', 'is-set', 'is-empty'],
  person: ['is', 'is-not', 'contains', 'is-set', 'is-empty', 'is-me'],
  entry: ['is', 'contains'],
  number: ['is', 'at-least', 'at-most'],
  date: ['within-days', 'in-last-days', 'before', 'after', 'is-set', 'is-empty'],
};

export const operatorNames: Readonly<Record<ConditionOperator, string>> = {
  is: t('is'),
  'is-not': t('is not'),
  contains: t('contains'),
  more: t('is more than'),
  less: t('is less than'),
  'at-least': t('is at least'),
  'at-most': t('is at most'),
  'is-set': t('is there'),
  'is-empty': t('is not there'),
  'is-me': t('is whoever looks'),
  before: t('is before'),
  after: t('is after'),
  'within-days': t('is within days from now'),
  'in-last-days': t('is at most days ago'),
};

export function kindOf(field: ConditionField): Kind {
  return conditionFields.find(([id]) => id === field)?.[1].kind ?? 'text';
}

/** The operators of a field. */
export function operatorsFor(field: ConditionField): readonly ConditionOperator[] {
  return operatorsOf[kindOf(field)];
}

/** Whether an operator compares with something. */
export function takesValue(operator: ConditionOperator): boolean {
  return operator !== 'is-set' && operator !== 'is-empty' && operator !== 'is-me';
}
