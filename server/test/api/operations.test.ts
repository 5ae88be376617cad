import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declaredOperations } from '../../src/api/api-description.ts';
import { needsOf } from '../../src/api/operation/access.ts';
import { json } from '../../src/api/operation/answer-kinds.ts';
import { body } from '../../src/api/operation/body-kinds.ts';
import type { Operation } from '../../src/api/operation/operation.ts';
import { jsonSchemaOf } from '../../src/api/operation/shape.ts';
import type { JsonSchema } from '../../src/api/operation/shape.ts';
import { permissionsOf } from '../../src/identity/permissions.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const operations = declaredOperations();

/** A schema that says nothing of what it takes. */
const isEmpty = (schema: JsonSchema): boolean => Object.keys(schema).every((name) => name === 'description');

const isRule = (access: Operation['access'] | undefined): boolean =>
  access === 'anyone' ||
  access === 'signed-in' ||
  (typeof access === 'object' &&
    needsOf(access).length > 0 &&
    needsOf(access).every(({ resource, permission }) =>
      (permissionsOf[resource] as readonly string[] | undefined)?.includes(permission),
    ));

const isTaken = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/** What is missing of an operation, or is not true of it. */
const lacksOf = ({
  path,
  params = {},
  query = {},
  body: input,
  answer,
  example,
  summary,
  access,
}: Operation): string[] => {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const isJson = input?.kind === 'json';
  const checks: readonly [string, boolean][] = [
    ['summary', /^[A-Z].*[^.]$/.test(summary)],
    ['access', isRule(access)],
    ['params', Object.keys(params).sort().join() === named.sort().join()],
    [
      'schema of a parameter',
      Object.values({ ...params, ...query }).every((each) => !isEmpty(jsonSchemaOf(each, 'input'))),
    ],
    ['schema of the body', input === undefined || !isEmpty(input.schema())],
    ['schema of the answer', answer.kind !== 'json' || !isEmpty(answer.schema())],
    ['example of the body', !isJson || (example.body !== undefined && isTaken(() => input.read(example.body)))],
    [
      'example of the answer',
      answer.kind !== 'json' || (example.answer !== undefined && answer.type.safeParse(example.answer).success),
    ],
  ];
  return checks.flatMap(([what, holds]) => (holds ? [] : [what]));
};

describe('the operations of the API', () => {
  it('should have each its own name and address', () => {
    const ids = operations.map(({ id }) => id);
    const addresses = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'should describe %s so that the description is true',
    (_id, operation) => expect(lacksOf(operation)).toEqual([]),
  );

  it('should not be taken without a schema, an example or a rule who may', () => {
    const whole = operations.find(({ id }) => id === 'createGroup')!;
    expect(lacksOf(whole)).toEqual([]);
    const open = body(z.any());
    const untyped = json(z.any());
    const lacking: readonly [Partial<Operation>, string][] = [
      [{ access: undefined }, 'access'],
      [{ access: { resource: 'CAKE' as never, permission: 'EAT' as never } }, 'access'],
      [{ access: [] }, 'access'],
      [{ summary: 'adds a group.' }, 'summary'],
      [{ path: '/v2/groups/{groupId}' }, 'params'],
      [{ body: open }, 'schema of the body'],
      [{ answer: untyped }, 'schema of the answer'],
      [{ example: { answer: whole.example.answer } }, 'example of the body'],
      [{ example: { body: whole.example.body } }, 'example of the answer'],
      [{ example: { ...whole.example, body: { groupId: 7 } } }, 'example of the body'],
    ];
    for (const [change, what] of lacking) expect(lacksOf({ ...whole, ...change }), what).toContain(what);
  });

  it('should be listed in the OpenAPI document that the server hands out', async () => {
    const { status, body: document } = await server.get('/openapi.json');
    expect(status).toBe(200);
    expect(document.openapi).toBe('3.1.0');
    for (const { id, method, path } of operations)
      expect(document.paths[path]?.[method.toLowerCase()]?.operationId).toBe(id);
    // Said of those that take it, and of no others.
    const headers = (path: string): string => JSON.stringify(document.paths[path].post.parameters);
    expect(headers('/v2/jobs/{jobKey}/completion')).toContain('Idempotency-Key');
    expect(headers('/v2/deployments')).not.toContain('Idempotency-Key');
    // Nothing points nowhere.
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g))
      expect(known).toContain(reference);
  });

  it('should be shown on a page of their own', async () => {
    const page = await server.get('/api-docs');
    expect(page.body).toMatch(/<rapi-doc [^>]*spec-url="\/openapi.json"/);
    for (const [, source] of String(page.body).matchAll(/src="([^"]+)"/g)) {
      const script = await server.get(source!);
      expect(script.headers.get('content-type'), source).toMatch(/javascript/);
      expect(script.status).toBe(200);
    }
  });
});
