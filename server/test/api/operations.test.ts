import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredOperations } from '../../src/api/api-description.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const operations = declaredOperations();

describe('the operations of the API', () => {
  it('should have each its own name and address', () => {
    const ids = operations.map(({ id }) => id);
    const addresses = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'should describe %s so that the description is true',
    (_id, { path, params, body, answer, example, summary, access }) => {
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
      expect(access).toBeDefined();
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params ?? {}).sort()).toEqual(named.sort());
      if (body?.kind === 'json') {
        expect(example.body, 'an example of the body').toBeDefined();
        expect(() => body.read(example.body)).not.toThrow();
      }
      if (answer.kind === 'json') {
        expect(example.answer, 'an example of the answer').toBeDefined();
        expect(answer.type.safeParse(example.answer).error?.message).toBeUndefined();
      }
    },
  );

  it('should be listed in the OpenAPI document that the server hands out', async () => {
    const { status, body } = await server.get('/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    for (const { id, method, path } of operations)
      expect(body.paths[path]?.[method.toLowerCase()]?.operationId).toBe(id);
    // Said of those that take it, and of no others.
    const headers = (path: string): string => JSON.stringify(body.paths[path].post.parameters);
    expect(headers('/v2/jobs/{jobKey}/completion')).toContain('Idempotency-Key');
    expect(headers('/v2/deployments')).not.toContain('Idempotency-Key');
    // Nothing points nowhere.
    const known = Object.keys(body.components.schemas).map((name) => `#/components/schemas/${name}`);
    for (const [, reference] of JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g)) expect(known).toContain(reference);
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
