import type { JsonSchema } from '../../src/api/operation/shape.ts';

/** A schema with the document in which its references point. */
interface Placed {
  readonly root: JsonSchema;
  readonly schema: JsonSchema;
}

/** All that a value may be by a schema, alternatives and parts put together. Undefined where it says nothing: any JSON. */
interface Merged {
  readonly types: ReadonlySet<string>;
  /** Undefined where a text may be any. */
  readonly values: readonly string[] | undefined;
  /** Whether texts are all date-times in UTC. */
  readonly areDates: boolean;
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
  readonly isOpen: boolean;
  readonly items: JsonSchema | undefined;
}

const list = <T>(value: unknown): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as T[]) : [value as T];

const followed = ({ root, schema }: Placed): JsonSchema => {
  if (typeof schema.$ref !== 'string') return schema;
  const found = schema.$ref === '#' ? root : (root.$defs as Record<string, JsonSchema>)[schema.$ref.slice(8)]!;
  return followed({ root, schema: found });
};

/** The parts of a schema that say something of their own: alternatives, and what is put together by `allOf`. */
const partsOf = ({ root, schema }: Placed): JsonSchema[] => {
  const here = followed({ root, schema });
  const inner = [here.anyOf, here.oneOf, here.allOf].flatMap((each) => list<JsonSchema>(each));
  return inner.length === 0 ? [here] : inner.flatMap((each) => partsOf({ root, schema: each }));
};

const merged = (placed: Placed): Merged | undefined => {
  const parts = partsOf(placed).filter((part) => Object.keys(part).some((name) => name !== 'description'));
  const isAny = ({ type, enum: values, const: value }: JsonSchema) =>
    type === undefined && values === undefined && value === undefined;
  if (parts.length === 0 || parts.some(isAny)) return undefined;
  const texts = parts.filter(({ type }) => list(type).includes('string'));
  const valuesOf = (part: JsonSchema): readonly string[] | undefined =>
    part.enum === undefined && part.const === undefined ? undefined : list<string>(part.enum ?? part.const);
  return {
    types: new Set(
      parts.flatMap(({ type }) => list<string>(type)).map((type) => (type === 'integer' ? 'number' : type)),
    ),
    values: texts.some((part) => valuesOf(part) === undefined) ? undefined : texts.flatMap((part) => valuesOf(part)!),
    areDates: texts.length > 0 && texts.every(({ format }) => format === 'date-time'),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, JsonSchema>,
    required: parts.flatMap(({ required }) => list<string>(required)),
    isOpen: parts.some(({ additionalProperties: more }) => more !== undefined && more !== false),
    items: parts.find(({ items }) => items !== undefined)?.items as JsonSchema | undefined,
  };
};

/**
 * What `ours` may answer that `theirs` refuses: a type, a value of an enum, a field that they do not know, a field that they need and that may be absent.
 * Each as `where: what`.
 */
export const misfits = (ours: Placed, theirs: Placed, where = 'answer', depth = 0): string[] => {
  const given = merged(ours);
  const taken = merged(theirs);
  if (taken === undefined || depth > 8) return [];
  if (given === undefined) return [`${where}: any JSON`];
  const at = (side: Placed, schema: JsonSchema): Placed => ({ root: side.root, schema });
  const known = taken.values;
  return [
    ...[...given.types].filter((type) => !taken.types.has(type)).map((type) => `${where}: ${type}`),
    ...(known === undefined || !given.types.has('string')
      ? []
      : (given.values?.filter((value) => !known.includes(value)) ?? ['any text']).map((value) => `${where}: ${value}`)),
    ...(taken.areDates && given.types.has('string') && !given.areDates ? [`${where}: any text, not only dates`] : []),
    ...Object.entries(given.properties).flatMap(([name, schema]) => {
      const other = taken.properties[name];
      if (other === undefined) return taken.isOpen ? [] : [`${where}.${name}: unknown`];
      return misfits(at(ours, schema), at(theirs, other), `${where}.${name}`, depth + 1);
    }),
    ...taken.required
      .filter((name) => given.types.has('object') && !given.required.includes(name) && !given.isOpen)
      .map((name) => `${where}.${name}: not always there`),
    ...(given.items === undefined || taken.items === undefined
      ? []
      : misfits(at(ours, given.items), at(theirs, taken.items), `${where}[]`, depth + 1)),
  ];
};
