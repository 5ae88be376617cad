import { z } from 'zod';
import type { Filter, SearchRequest } from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { readItem } from '../input.ts';
import { readFilter, readSearch } from '../search/read-search.ts';
import type { SearchReader } from '../search/read-search.ts';
import { filterSchema, searchSchema } from '../search/search-schema.ts';
import { jsonSchemaOf } from './shape.ts';
import type { JsonSchema } from './shape.ts';

/** An uploaded file. */
export interface Upload {
  /** As the sender calls it. */
  readonly name: string;
  readonly content: Buffer;
  /** The name of the part that it came in. */
  readonly part: string;
  /** What the sender says of it. */
  readonly contentType: string;
}

/** How large an upload may be. */
export interface UploadLimits {
  readonly fileBytes: number;
  /** All of it, with what is around the files. (Default: as much as the number of files allows.) */
  readonly totalBytes?: number;
  readonly files: number;
}

/** What a multipart upload brought: its files in their order, and its other parts. */
export interface Uploads {
  readonly files: readonly Upload[];
  /** A part that comes several times is a list. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** How the body of an operation is read and described. */
export type BodyKind<B> =
  | {
      readonly kind: 'json';
      /** Whether a request without a body is well-formed. */
      readonly optional: boolean;
      /** Throws INVALID_ARGUMENT that names every wrong field. */
      readonly read: (value: unknown) => B;
      readonly schema: () => JsonSchema;
    }
  | {
      readonly kind: 'multipart';
      /** What parts with files are called. */
      readonly part: string;
      readonly limits: UploadLimits;
      readonly read: (uploads: Uploads) => B;
      readonly schema: () => JsonSchema;
    };

const readAs = <T extends z.ZodType>(type: T, value: unknown): z.output<T> => {
  const read = readItem(value, type);
  if (read instanceof Refusal) throw read;
  return read;
};

/** A JSON body of this type. No body counts as `{}`. */
export const body = <T extends z.ZodType>(type: T): BodyKind<z.output<T>> => ({
  kind: 'json',
  optional: type.safeParse({}).success,
  read: (value) => readAs(type, value ?? {}),
  schema: () => jsonSchemaOf(type, 'input'),
});

/** The body of a search: filter, sort and page, as the plan of the search takes them. */
export const searchBody = <Row>(reader: SearchReader<Row>): BodyKind<SearchRequest> => ({
  kind: 'json',
  optional: (reader.required ?? []).length === 0,
  read: (value) => readSearch(value, reader),
  schema: () => searchSchema(reader),
});

const searchAndFilter = z.looseObject({ filter: z.unknown().optional() });

/** The body of a search whose filter is not about what is listed, but a type of its own. `search` has no filter then. */
export const searchBodyWith = <Row, T extends z.ZodType>(
  reader: SearchReader<Row>,
  type: T,
): BodyKind<{ readonly filter: z.output<T>; readonly search: SearchRequest }> => ({
  kind: 'json',
  optional: type.safeParse({}).success,
  read: (value) => {
    const { filter, ...others } = readAs(searchAndFilter, value ?? {});
    return { filter: readAs(type, filter ?? {}), search: readSearch(others, reader) };
  },
  schema: () => {
    const { properties, ...schema } = searchSchema(reader);
    // Named parts are looked for at the top.
    const { $defs: parts, ...filter } = jsonSchemaOf(type, 'input');
    const isRequired = !type.safeParse({}).success;
    return {
      ...schema,
      ...(parts === undefined ? {} : { $defs: parts }),
      ...(isRequired ? { required: ['filter'] } : {}),
      properties: { ...(properties as JsonSchema), filter },
    };
  },
});

const filterOnly = z.strictObject({ filter: z.unknown().optional() });

/** The body of what is done to, or counted over, all that a filter finds: `{filter?}`. No filter is null. */
export const filterBody = <Row>(reader: SearchReader<Row>): BodyKind<Filter | null> => ({
  kind: 'json',
  optional: true,
  read: (value) => {
    const { filter } = readAs(filterOnly, value ?? {});
    return filter === undefined || filter === null ? null : readFilter(filter, reader);
  },
  schema: () => ({ type: 'object', additionalProperties: false, properties: { filter: filterSchema(reader) } }),
});

const filterAndRest = z.looseObject({ filter: z.record(z.string(), z.unknown()) });

/** The body of what changes all that a filter finds: `{filter, ...}`, where `{}` finds all and has to be said. `rest` reads what is beside the filter. */
export const requiredFilterBody = <Row, T extends z.ZodType>(
  reader: SearchReader<Row>,
  rest: T,
): BodyKind<{ readonly filter: Filter; readonly rest: z.output<T> }> => ({
  kind: 'json',
  optional: false,
  read: (value) => {
    const { filter, ...others } = readAs(filterAndRest, value ?? {});
    return { filter: readFilter(filter, reader), rest: readAs(rest, others) };
  },
  schema: () => ({
    allOf: [
      { type: 'object', required: ['filter'], properties: { filter: filterSchema(reader) } },
      withoutClosing(jsonSchemaOf(rest, 'input')),
    ],
  }),
});

/** The same schema that allows for other properties beside its own. */
const withoutClosing = ({ additionalProperties: _closed, ...schema }: JsonSchema): JsonSchema => schema;

/** What tells one upload from another. */
interface UploadSpec {
  /** What parts with files are called. */
  readonly part: string;
  /** How many there may be. (Default: many.) */
  readonly isOne?: boolean;
  readonly limits: UploadLimits;
  /** Schemas of the other parts. */
  readonly fields: JsonSchema;
}

/** A multipart upload of files. */
export const uploads = ({ part, isOne = false, limits, fields }: UploadSpec): BodyKind<Uploads> => {
  const oneFile = { type: 'string', contentMediaType: 'application/octet-stream' };
  return {
    kind: 'multipart',
    part,
    limits,
    read: (given) => given,
    schema: () => ({
      type: 'object',
      properties: { [part]: isOne ? oneFile : { type: 'array', items: oneFile }, ...fields },
      required: [part],
    }),
  };
};
