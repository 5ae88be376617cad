import type { Random } from '../../sim/random.ts';
import { schemas, searchOperations } from '../api-operations.ts';
import type { SearchOperation } from '../api-operations.ts';
import type { Family } from '../fuzz-case.ts';
import { hostileText, hostileValue } from '../hostile.ts';
import { mutateText } from '../mutate-text.ts';
import { mutatedBody } from '../mutate-json.ts';
import { valueOf } from '../schema-value.ts';
import type { Known, Schema } from '../schema-value.ts';
import { prepareData } from './prepared-data.ts';
import { addressFor, requestCase } from './rest.ts';
import { SeenValues } from './seen-values.ts';

const operators = ['$eq', '$neq', '$exists', '$gt', '$gte', '$lt', '$lte', '$in', '$notIn', '$like'];

/** Filters, sorts and pages of every search: some of them well-formed, all with something in them that nobody expects. */
export const filtersFamily = (): Family => {
  const seen = new SeenValues();
  const known: Known = { schemas, seen: seen.byName };
  return {
    name: 'filters',
    prepare: prepareData,
    make: (random, index) => {
      const operation = searchOperations[index % searchOperations.length] as SearchOperation;
      const value = searchBodyOf(operation, random, known);
      const body = random.chance(0.3) ? mutatedBody(value, random) : JSON.stringify(value);
      return requestCase({ method: operation.method, path: addressFor(operation, random, known), body }, seen);
    },
  };
};

const searchBodyOf = (operation: SearchOperation, random: Random, known: Known): object => {
  const { filters, sortable, isPaged, body } = operation;
  const rest = valueOf(body ?? {}, random, known) as Record<string, unknown>;
  const filter = Object.fromEntries(
    random
      .some(Object.keys(filters), Math.min(0.5, 2 / (Object.keys(filters).length + 1)))
      .filter((name) => name !== '$or' || random.chance(0.5))
      .map((name) => [name, conditionOf(filters[name] ?? {}, name, random, known)]),
  );
  const sort = random.some(sortable, 0.2).map((field) => ({ field, order: random.pick(['ASC', 'DESC', 'asc', null]) }));
  const fields = random.chance(0.1) ? [...sort, { field: hostileText(random), order: hostileText(random) }] : sort;
  return {
    ...rest,
    filter,
    ...(sortable.length > 0 && random.chance(0.5) ? { sort: fields } : {}),
    ...(isPaged && random.chance(0.6) ? { page: pageOf(random, known) } : {}),
  };
};

/** What a field is asked for: the value as it is, in an operator that it takes or in another one, or something else. */
const conditionOf = (schema: Schema, name: string, random: Random, known: Known): unknown => {
  const value = valueOf(schema, random, known, name);
  if (random.chance(0.4)) return value;
  const operand = random.chance(0.5) ? hostileText(random) : hostileValue(random);
  if (random.chance(0.1)) return operand;
  const { anyOf = [] } = schema as { anyOf?: readonly { readonly type?: string; readonly properties?: object }[] };
  const literal = anyOf.find(({ type }) => type !== 'object') ?? schema;
  const fitting = Object.keys(anyOf.find(({ type }) => type === 'object')?.properties ?? {});
  const operator = random.pick(fitting.length > 0 && random.chance(0.8) ? fitting : operators);
  const one = random.chance(0.5) ? operand : valueOf(literal, random, known, name);
  const isList = operator === '$in' || operator === '$notIn';
  return { [operator]: isList ? [one, one] : operator === '$exists' ? random.chance(0.5) : one };
};

const pageOf = (random: Random, { seen }: Known): object => {
  const direction = random.pick(['after', 'before']);
  const cursor = random.pick(seen.get(direction) ?? ['x']);
  return random.pick<() => object>([
    () => ({ [direction]: cursor, limit: random.between(1, 5) }),
    () => ({ [direction]: mutateText(cursor, random) }),
    () => ({ [direction]: forged(cursor, random) }),
    () => ({ from: hostileValue(random) }),
    () => ({ limit: random.pick([0, 1, 10_000, 10_001, 1.5, -1]) }),
  ])();
};

/** A cursor that was changed by somebody who knows what is in it. */
const forged = (cursor: string, random: Random): string =>
  Buffer.from(mutatedBody(parsed(Buffer.from(cursor, 'base64').toString()), random)).toString('base64');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return { s: '', v: [text] };
  }
};
