import { problemSchema, statusOf } from '../problem.ts';
import type { RefusalCode } from '../../runtime/refusal.ts';
import type { Operation } from './operation.ts';
import { jsonSchemaOf } from './shape.ts';
import type { Fields, JsonSchema } from './shape.ts';

/** What every operation may answer beside its own refusals. */
const always: readonly RefusalCode[] = ['INVALID_ARGUMENT', 'INTERNAL', 'RESOURCE_EXHAUSTED', 'UNAVAILABLE'];

/** The OpenAPI 3.1 document of these operations. */
export const openApiDocument = (operations: readonly Operation[], version: string): JsonSchema => {
  const schemas: Record<string, unknown> = { Problem: problemSchema };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation, schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton',
      version,
      description:
        'The API of the Baton process engine. /v2 has the shape of the Camunda 8 Orchestration Cluster API; /ext is what that has no place for.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas },
  };
};

const described = (operation: Operation, schemas: Record<string, unknown>): JsonSchema => ({
  operationId: operation.id,
  tags: [operation.tag],
  summary: operation.summary,
  ...(operation.description === undefined ? {} : { description: operation.description }),
  'x-access': operation.access,
  parameters: [
    ...parameters(operation.params, 'path', schemas),
    ...parameters(operation.query, 'query', schemas),
    ...(operation.isRepeatable === true ? [idempotencyKey] : []),
  ],
  ...(operation.body === undefined ? {} : { requestBody: requestBody(operation, schemas) }),
  responses: { ...success(operation, schemas), ...refusals(operation) },
});

const shown = (value: unknown): JsonSchema => (value === undefined ? {} : { examples: { example: { value } } });

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request gets the first answer again, also after a restart.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const parameters = (fields: Fields | undefined, where: 'path' | 'query', schemas: Record<string, unknown>): unknown[] =>
  Object.entries(fields ?? {}).map(([name, type]) => ({
    name,
    in: where,
    required: where === 'path' || !type.safeParse(undefined).success,
    schema: hoisted(jsonSchemaOf(type, 'input'), schemas),
  }));

const requestBody = ({ body, example }: Operation, schemas: Record<string, unknown>): JsonSchema => {
  if (body === undefined) return {};
  const schema = hoisted(body.schema(), schemas);
  return body.kind === 'multipart'
    ? { required: true, content: { 'multipart/form-data': { schema } } }
    : { required: !body.optional, content: { 'application/json': { schema, ...shown(example.body) } } };
};

const success = ({ answer, example }: Operation, schemas: Record<string, unknown>): JsonSchema => {
  switch (answer.kind) {
    case 'nothing':
      return { 204: { description: 'Done.' } };
    case 'json': {
      const content = { 'application/json': { schema: hoisted(answer.schema(), schemas), ...shown(example.answer) } };
      return {
        [answer.status]: { description: 'The answer.', content },
        ...(answer.isPartial === undefined ? {} : { 207: { description: 'Some of it failed.', content } }),
        ...(answer.orNothing ? { 204: { description: 'There is none.' } } : {}),
      };
    }
    case 'file':
    case 'stream':
      return { 200: { description: 'The content.', content: { [answer.contentType]: {} } } };
    case 'events':
      return { 200: { description: 'Server-sent events without end.', content: { 'text/event-stream': {} } } };
  }
};

const refusals = ({ refusals: own = [] }: Operation): JsonSchema => {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of new Set([...always, ...own]))
    byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: `Refused: ${codes.join(' or ')}.`, content }]),
  );
};

/** Moves the named parts of a schema to the components of the document, where all operations share them. */
const hoisted = (schema: JsonSchema, schemas: Record<string, unknown>): JsonSchema => {
  const { $defs = {}, ...rest } = schema;
  for (const [name, part] of Object.entries($defs as Record<string, JsonSchema>)) schemas[name] = withRefs(part);
  return withRefs(rest) as JsonSchema;
};

const withRefs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withRefs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === '$ref' && typeof each === 'string' ? each.replace('#/$defs/', '#/components/schemas/') : withRefs(each),
    ]),
  );
};
