import type { TaskCondition } from '../../../api/tasklist';
import { kindOf, operatorsFor, takesValue, type ConditionField, type ConditionOperator } from './condition-words';

/** A condition as it is typed. */
export interface ConditionRow {
  readonly id: number;
  readonly field: ConditionField;
  readonly operator: ConditionOperator;
  /** As typed. Of a variable JSON, or a text without quotes; of a date the local time, `YYYY-MM-DDTHH:MM`. */
  readonly value: string;
  /** Of a variable. */
  readonly name: string;
  readonly scope: 'process' | 'task';
}

/** A row as it begins. */
export function newRow(id: number, field: ConditionField = 'variable'): ConditionRow {
  return { id, field, operator: operatorsFor(field)[0] ?? 'is', value: '', name: '', scope: 'process' };
}

/** The same row about another field: its operator stays where the field has it. */
export function withField(row: ConditionRow, field: ConditionField): ConditionRow {
  const operators = operatorsFor(field);
  const isSameKind = kindOf(row.field) === kindOf(field);
  return {
    ...row,
    field,
    operator: operators.includes(row.operator) ? row.operator : (operators[0] ?? 'is'),
    value: isSameKind ? row.value : '',
  };
}

function jsonOrText(typed: string): TaskCondition['value'] {
  try {
    const value: unknown = JSON.parse(typed);
    return typeof value === 'object' && value !== null ? typed : (value as TaskCondition['value']);
  } catch {
    return typed;
  }
}

function isDays(operator: ConditionOperator): boolean {
  return operator === 'within-days' || operator === 'in-last-days';
}

/** What is typed into the value: numbers and dates have fields of their own. */
export function inputOf({ field, operator }: ConditionRow): 'text' | 'number' | 'datetime-local' {
  if (isDays(operator)) return 'number';
  const kind = kindOf(field);
  return kind === 'number' ? 'number' : kind === 'date' ? 'datetime-local' : 'text';
}

/** The condition that a row stands for; null while something of it is missing. */
export function conditionOf(row: ConditionRow): TaskCondition | null {
  const { field, operator, scope } = row;
  const name = row.name.trim();
  const typed = row.value.trim();
  if (field === 'variable' && name === '') return null;
  const about = field === 'variable' ? { field, operator, name, scope } : { field, operator };
  if (!takesValue(operator)) return about;
  if (typed === '') return null;
  switch (inputOf(row)) {
    case 'number': {
      const value = Number(typed);
      return Number.isInteger(value) && (value >= 0 || !isDays(operator)) ? { ...about, value } : null;
    }
    case 'datetime-local': {
      const at = new Date(typed);
      return Number.isNaN(at.getTime()) ? null : { ...about, value: at.toISOString() };
    }
    case 'text': {
      const isJson = field === 'variable' && operator !== 'contains';
      return { ...about, value: isJson ? jsonOrText(typed) : typed };
    }
  }
}

function localTime(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function typedValue(condition: TaskCondition): string {
  const { value, field } = condition;
  if (value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (kindOf(field) === 'date') return localTime(value);
  // A text that would be read as something else keeps its quotes.
  const isAmbiguous = field === 'variable' && condition.operator !== 'contains' && jsonOrText(value) !== value;
  return isAmbiguous ? JSON.stringify(value) : value;
}

/** The rows of some conditions, as they would be typed. */
export function rowsOf(conditions: readonly TaskCondition[]): readonly ConditionRow[] {
  return conditions.map((condition, index) => ({
    id: index + 1,
    field: condition.field,
    operator: condition.operator,
    value: typedValue(condition),
    name: condition.name ?? '',
    scope: condition.scope ?? 'process',
  }));
}
