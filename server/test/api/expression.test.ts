import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const evaluate = (body: object): Promise<Answer> => server.post('/v2/expression/evaluation', body);

describe('trying an expression', () => {
  it('should answer with its result', async () => {
    const answer = await evaluate({ expression: '=amount * 2', variables: { amount: 21 }, tenantId: '<default>' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ expression: '=amount * 2', result: 42, warnings: [] });
  });

  it('should accept it without its sign', async () => {
    expect((await evaluate({ expression: '"a" + "b"' })).body).toMatchObject({ expression: '"a" + "b"', result: 'ab' });
  });

  it.each([
    ['{d: @"2026-01-31", l: [1, null]}', { d: '2026-01-31', l: [1, null] }],
    ['date(now()) = today()', true],
    ['@"PT36H"', 'P1DT12H'],
    ['count', null],
  ])('should answer with JSON for %s', async (expression, result) => {
    expect((await evaluate({ expression })).body.result).toEqual(result);
  });

  it('should warn of what became null, each reason once', async () => {
    const answer = await evaluate({ expression: '=[x > 1, x > 1]' });
    expect(answer.body).toEqual({
      expression: '=[x > 1, x > 1]',
      result: [null, null],
      warnings: [{ message: "No variable found with name 'x'" }, { message: 'null and 1 have no order' }],
    });
  });

  it('should know a variable of any name', async () => {
    const variables = JSON.parse('{"__proto__": {"a": 1}, "toString": 2}') as object;
    expect((await evaluate({ expression: '[__proto__.a, toString, constructor]', variables })).body.result).toEqual([
      1,
      2,
      null,
    ]);
  });

  it.each([
    ['that does not parse', { expression: '=1 +' }, /does not parse/],
    ['that is random', { expression: '=uuid()' }, /'uuid\(\)'/],
    ['whose assertion fails', { expression: '=assert(1, false, "too small")' }, /too small/],
    ['that would not end', { expression: '=for i in 1..1000000000 return i' }, /limit of \d+ steps/],
    ['that is too long', { expression: `=${'1'.repeat(5_000)}` }, /expression/],
    ['that is empty', { expression: '' }, /expression/],
    ['that is only a sign', { expression: '=' }, /Expected a FEEL expression/],
    ['that is missing', { variables: {} }, /expression/],
    ['with variables that are a list', { expression: '1', variables: [1] }, /variables/],
    ['of another tenant', { expression: '1', tenantId: 'other' }, /tenantId/],
    ['with an unknown field', { expression: '1', context: {} }, /context/],
  ])('should refuse one %s', async (_what, body, detail) => {
    const answer = await evaluate(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ title: 'INVALID_ARGUMENT', instance: '/v2/expression/evaluation' });
    expect(answer.body.detail).toMatch(detail);
  });
});
