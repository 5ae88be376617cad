import type { Random } from '../sim/random.ts';
import { hostileText } from './hostile.ts';

export type Schema = Readonly<Record<string, unknown>>;

/** What values are made of that a schema does not tell. */
export interface Known {
  /** The named parts of the document, by their `$ref`. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Keys, ids and cursors that answers have told, by the name of their property. */
  readonly seen: ReadonlyMap<string, readonly string[]>;
}

/** How deep values in values go before they are cut short. */
const maxDepth = 6;

/** A value that fits a JSON Schema, as good as that can be told from it. `name` is the property that it is for. */
export const valueOf = (schema: Schema, random: Random, known: Known, name = '', depth = 0): unknown => {
  const { $ref, anyOf, oneOf, allOf, enum: values, const: only } = schema as Partial<SchemaParts>;
  if ($ref !== undefined) return valueOf(known.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, random, known, name, depth);
  if (allOf !== undefined)
    return Object.assign(
      {},
      ...allOf.map((each) => valueOf(each, random, known, name, depth)).filter((each) => typeof each === 'object'),
    ) as object;
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return valueOf(random.pick(choices), random, known, name, depth);
  if (only !== undefined) return only;
  if (values !== undefined) return random.pick(values);
  const { type } = schema;
  switch (Array.isArray(type) ? random.pick(type as readonly string[]) : type) {
    case 'object':
      return objectOf(schema, random, known, depth);
    case 'array': {
      const { items = {} } = schema as Partial<SchemaParts>;
      const length = depth > maxDepth ? 0 : random.between(0, 3);
      return Array.from({ length }, () => valueOf(items, random, known, name, depth + 1));
    }
    case 'string':
      return textOf(schema, random, known, name);
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 100 } = schema as Partial<SchemaParts>;
      return random.between(Math.max(minimum, -1e6), Math.min(maximum, 1e6));
    }
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return random.pick<unknown>([1, 'text', true, null, ['a'], { a: 1 }]);
  }
};

interface SchemaParts {
  readonly $ref: string;
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly allOf: readonly Schema[];
  readonly enum: readonly unknown[];
  readonly const: unknown;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema;
  readonly minimum: number;
  readonly maximum: number;
  readonly format: string;
}

const objectOf = (
  { properties = {}, required = [] }: Partial<SchemaParts>,
  random: Random,
  known: Known,
  depth: number,
): object => {
  const entries = Object.entries(properties).flatMap(([name, schema]) => {
    const isWanted = required.includes(name) || (depth <= maxDepth && random.chance(0.4));
    return isWanted ? [[name, valueOf(schema, random, known, name, depth + 1)] as const] : [];
  });
  return entries.length === 0 && Object.keys(properties).length === 0
    ? { [random.pick(['a', 'b', 'amount'])]: random.between(0, 9) }
    : Object.fromEntries(entries);
};

const textOf = ({ format }: Partial<SchemaParts>, random: Random, { seen }: Known, name: string): string => {
  const found = seen.get(name);
  if (found !== undefined && random.chance(0.8)) return random.pick(found);
  if (format === 'date-time') return random.pick(['2030-01-31T10:00:00Z', '2020-01-01T00:00:00.000+02:00']);
  if (name.endsWith('Key')) return String(random.between(1, 4e6));
  return random.chance(0.2) ? hostileText(random) : random.pick(['a', 'start', 'work', 'eva', 'order-1', 'P1D']);
};
