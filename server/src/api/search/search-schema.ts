import type { Field } from '../../store/searches/search-plan.ts';
import type { JsonSchema } from '../operation/shape.ts';
import { operatorsOf } from './read-condition.ts';
import type { SearchReader } from './read-search.ts';

const literals: Readonly<Record<Field['kind'], JsonSchema>> = {
  key: { type: 'string', pattern: '^-?[0-9]+$' },
  string: { type: 'string' },
  int: { type: 'integer' },
  date: { type: 'string', format: 'date-time' },
  enum: { type: 'string' },
  boolean: { type: 'boolean' },
};

const literalOf = ({ kind, values }: Field): JsonSchema =>
  kind === 'enum' ? { type: 'string', enum: Object.keys(values ?? {}) } : literals[kind];

const operand = (operator: string, literal: JsonSchema): JsonSchema => {
  switch (operator) {
    case '$exists':
      return { type: 'boolean' };
    case '$in':
    case '$notIn':
      return { type: 'array', items: literal, maxItems: 1_000 };
    case '$like':
      return {
        type: 'string',
        description: '`*` stands for any text, `?` for one character, a backslash before them for themselves.',
      };
    default:
      return literal;
  }
};

const filterOf = (field: Field): JsonSchema => {
  const literal = literalOf(field);
  if (field.literalOnly === true) return literal;
  const properties = Object.fromEntries(operatorsOf(field.kind).map((name) => [name, operand(name, literal)]));
  return { anyOf: [literal, { type: 'object', properties, additionalProperties: false, minProperties: 1 }] };
};

/** The JSON Schema of a filter: what `readFilter` takes with the same reader. */
export const filterSchema = <Row>({
  plan,
  filters,
  custom,
  required = [],
  alternatives,
}: SearchReader<Row>): JsonSchema => {
  const fields = Object.entries(plan.fields).filter(([name]) => filters?.includes(name) !== false);
  const filterProperties: Record<string, JsonSchema> = {
    tenantId: { anyOf: [{ type: 'string' }, { type: 'object' }] },
    ...Object.fromEntries(fields.map(([name, field]) => [name, filterOf(field)])),
    ...Object.fromEntries(Object.keys(custom ?? {}).map((name) => [name, {}])),
  };
  const filter = {
    type: 'object',
    properties: filterProperties,
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
  return alternatives === true
    ? { ...filter, properties: { ...filterProperties, $or: { type: 'array', items: filter, maxItems: 50 } } }
    : filter;
};

/** The JSON Schema of a search: what `readSearch` takes with the same reader. */
export const searchSchema = <Row>(reader: SearchReader<Row>): JsonSchema => {
  return {
    type: 'object',
    additionalProperties: false,
    ...((reader.required ?? []).length > 0 ? { required: ['filter'] } : {}),
    properties: {
      filter: filterSchema(reader),
      sort: {
        type: 'array',
        maxItems: 10,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['field'],
          properties: {
            field: { type: 'string', enum: reader.plan.sortable },
            order: { type: 'string', enum: ['ASC', 'DESC', 'asc', 'desc'], default: 'ASC' },
          },
        },
      },
      page: {
        type: 'object',
        additionalProperties: false,
        description: 'One of `from`, `after` and `before`; cursors come from the page of an answer.',
        properties: {
          limit: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 },
          from: { type: 'integer', minimum: 0 },
          after: { type: 'string' },
          before: { type: 'string' },
        },
      },
    },
  };
};
