import { apiDescription } from '../src/api/api-description.ts';
import type { Schema } from './schema-value.ts';

/** An operation as the OpenAPI document describes it. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  /** Of a JSON body; null without one. */
  readonly body: Schema | null;
  /** A body that a server with the right data takes. */
  readonly example: unknown;
}

/** What a search of the document lets callers filter by and sort after. */
export interface SearchOperation extends ApiOperation {
  readonly filters: Readonly<Record<string, Schema>>;
  readonly sortable: readonly string[];
  /** Whether it answers page by page. */
  readonly isPaged: boolean;
  /** Whether it changes all that it finds. */
  readonly isChange: boolean;
}

interface Described {
  readonly operationId: string;
  readonly parameters: ApiOperation['params'];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly examples?: { readonly example: { readonly value: unknown } } }>
    >;
  };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = apiDescription() as unknown as Document;

/** The named parts of the document. */
export const schemas = document.components.schemas;

/** All operations but those that take uploads. */
export const apiOperations: readonly ApiOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { requestBody }]) => requestBody?.content['multipart/form-data'] === undefined)
    .map(([method, { operationId: id, parameters: params, requestBody }]) => {
      const json = requestBody?.content['application/json'];
      return {
        id,
        method: method.toUpperCase(),
        path,
        params: params.filter((each) => each.in !== 'header'),
        body: json?.schema ?? null,
        example: json?.examples?.example.value,
      };
    }),
);

type Properties = Readonly<Record<string, Schema & { readonly properties?: Readonly<Record<string, Schema>> }>>;

/** The properties of a schema, also where it is put together of several, or named. */
const propertiesOf = (schema: Schema): Properties => {
  const {
    $ref,
    properties = {},
    allOf = [],
  } = schema as {
    $ref?: string;
    properties?: Properties;
    allOf?: readonly Schema[];
  };
  if ($ref !== undefined) return propertiesOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  return Object.assign({}, properties, ...allOf.map(propertiesOf)) as Properties;
};

/** All operations that take a filter, with what they may be filtered by and sorted after. */
export const searchOperations: readonly SearchOperation[] = apiOperations.flatMap((operation) => {
  const { filter, sort, page } = propertiesOf(operation.body ?? {});
  if (filter === undefined) return [];
  const field = (
    (sort as { items?: Schema } | undefined)?.items as { properties?: { field?: { enum?: string[] } } } | undefined
  )?.properties?.field;
  return [
    {
      ...operation,
      filters: propertiesOf(filter),
      sortable: field?.enum ?? [],
      isPaged: page !== undefined,
      isChange: sort === undefined && page === undefined && !/statistics/.test(operation.path),
    },
  ];
});

/** The address of an operation; `value` gives each parameter, undefined leaves it out of the query. */
export const addressOf = (
  { path, params }: Pick<ApiOperation, 'path' | 'params'>,
  value: (name: string, schema: Schema) => string | undefined,
): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const { schema } = params.find((each) => each.name === name) ?? { schema: {} };
    return encodeURIComponent(value(name, schema) ?? '1');
  });
  const query = params
    .filter((each) => each.in === 'query')
    .flatMap(({ name, schema }) => {
      const given = value(name, schema);
      return given === undefined ? [] : [`${name}=${encodeURIComponent(given)}`];
    });
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
};
