import type { Condition, Field } from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { readDate } from '../input.ts';

type Operator = Condition['operator'];
const operators: Readonly<Record<string, Operator>> = {
  $eq: 'eq',
  $neq: 'neq',
  $exists: 'exists',
  $gt: 'gt',
  $gte: 'gte',
  $lt: 'lt',
  $lte: 'lte',
  $in: 'in',
  $notIn: 'notIn',
  $like: 'like',
};
const allowed: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  string: ['eq', 'neq', 'exists', 'in', 'notIn', 'like'],
  key: ['eq', 'neq', 'exists', 'in', 'notIn'],
  int: ['eq', 'neq', 'exists', 'gt', 'gte', 'lt', 'lte', 'in'],
  date: ['eq', 'neq', 'exists', 'gt', 'gte', 'lt', 'lte', 'in'],
  enum: ['eq', 'neq', 'exists', 'in', 'notIn', 'like'],
  boolean: ['eq', 'neq', 'exists'],
};

/** The operators that a field of this kind takes, as they are written in a filter. */
export const operatorsOf = (kind: Field['kind']): readonly string[] =>
  Object.entries(operators).flatMap(([text, each]) => (allowed[kind].includes(each) ? [text] : []));

const wrong = (name: string, expected: string, found: unknown): Refusal =>
  new Refusal('INVALID_ARGUMENT', `Filter '${name}': expected ${expected}, found ${shorten(JSON.stringify(found))}.`);

/** What callers sent is told back to them, not all of it. */
const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** SQLite takes patterns of 50,000 bytes. */
const maxPattern = 10_000;

/** Reads the filter of one field: a value alone, or an object of operators that must all hold. */
export const readConditions = (name: string, field: Field, input: unknown): Condition[] => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return [{ field, operator: 'eq', value: readValue(name, field, input) }];
  }
  if (field.literalOnly === true) throw wrong(name, 'a value alone', input);
  const entries = Object.entries(input as Record<string, unknown>);
  if (entries.length === 0) throw wrong(name, `a value or operators such as {"$eq": …}`, input);
  return entries.map(([operatorName, operand]): Condition => {
    const operator = Object.hasOwn(operators, operatorName) ? operators[operatorName] : undefined;
    if (operator === undefined || !allowed[field.kind].includes(operator)) {
      throw wrong(name, `one of the operators ${operatorsOf(field.kind).join(', ')}`, operatorName);
    }
    if (operator === 'exists') {
      if (typeof operand !== 'boolean') throw wrong(name, 'true or false for $exists', operand);
      return { field, operator, value: operand };
    }
    if (operator === 'in' || operator === 'notIn') {
      if (!Array.isArray(operand) || operand.length > 1_000)
        throw wrong(name, `a list of at most 1,000 values for ${operatorName}`, operand);
      return { field, operator, value: operand.flatMap((each) => readValue(name, field, each)) };
    }
    if (operator === 'like') {
      if (typeof operand !== 'string' || operand.length > maxPattern)
        throw wrong(name, `a text of at most ${maxPattern} characters for $like`, operand);
      return { field, operator, value: operand };
    }
    return { field, operator, value: readValue(name, field, operand) };
  });
};

/** Reads one value by the kind of its field. An enum may mean several values of the column. */
const readValue = (name: string, field: Field, value: unknown): unknown => {
  switch (field.kind) {
    case 'string':
      if (typeof value !== 'string') throw wrong(name, 'a text', value);
      return value;
    case 'key':
      if ((typeof value !== 'string' && typeof value !== 'number') || !/^-?[0-9]{1,25}$/.test(String(value)))
        throw wrong(name, 'a decimal key', value);
      return Number.isSafeInteger(Number(value)) ? Number(value) : -1;
    case 'int':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong(name, 'an integer', value);
      return value;
    case 'date': {
      const ms = readDate(value);
      if (ms === null) throw wrong(name, 'a date-time with offset such as 2030-01-31T10:00:00Z', value);
      return ms;
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
      return value ? 1 : 0;
    case 'enum': {
      const known = field.values ?? {};
      const canonical = typeof value === 'string' ? value.toUpperCase() : '';
      if (!Object.hasOwn(known, canonical)) throw wrong(name, `one of ${Object.keys(known).join(', ')}`, value);
      return [...(known[canonical] ?? [])];
    }
  }
};
