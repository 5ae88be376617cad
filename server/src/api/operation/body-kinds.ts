import type { z } from 'zod';
import type { SearchRequest } from '../../store/searches/search-plan.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { describeIssues } from '../input.ts';
import { readSearch } from '../search/read-search.ts';
import type { SearchReader } from '../search/read-search.ts';
import { searchSchema } from '../search/search-schema.ts';
import { jsonSchemaOf } from './shape.ts';
import type { JsonSchema } from './shape.ts';

/** An uploaded file. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

/** What a multipart upload brought: its files in their order, and its other parts. */
export interface Uploads {
  readonly files: readonly Upload[];
  readonly fields: Readonly<Record<string, string>>;
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
  | { readonly kind: 'multipart'; readonly read: (uploads: Uploads) => B; readonly schema: () => JsonSchema };

/** A JSON body of this type. `optional`: no body counts as `{}`. (Default: whether the type takes `{}`.) */
export const body = <T extends z.ZodType>(type: T): BodyKind<z.output<T>> => ({
  kind: 'json',
  optional: type.safeParse({}).success,
  read: (value) => {
    const result = type.safeParse(value ?? {});
    if (result.success) return result.data;
    throw new Refusal('INVALID_ARGUMENT', describeIssues(result.error.issues));
  },
  schema: () => jsonSchemaOf(type, 'input'),
});

/** The body of a search: filter, sort and page, as the plan of the search takes them. */
export const searchBody = <Row>(reader: SearchReader<Row>): BodyKind<SearchRequest> => ({
  kind: 'json',
  optional: true,
  read: (value) => readSearch(value, reader),
  schema: () => searchSchema(reader),
});

/** A multipart upload of files. */
export const uploads = (fields: JsonSchema = {}): BodyKind<Uploads> => ({
  kind: 'multipart',
  read: (given) => given,
  schema: () => ({
    type: 'object',
    properties: {
      resources: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
      ...fields,
    },
    required: ['resources'],
  }),
});
