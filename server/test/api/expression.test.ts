import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

describe('trying out an expression', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  const evaluate = (body: object) => server.post('/v2/expression/evaluation', body);

  it('should evaluate it with the variables of the request, with or without =', async () => {
    const answer = await evaluate({ expression: '=order.total * 2', variables: { order: { total: 21 } } });
    expect(answer).toMatchObject({
      status: 200,
      body: { expression: '=order.total * 2', result: 42, warnings: [] },
    });
    expect((await evaluate({ expression: '1 + 1', tenantId: '<default>' })).body).toMatchObject({ result: 2 });
  });

  it('should say why something became null', async () => {
    const { body } = await evaluate({ expression: '"a" > 5' });
    expect(body.result).toBeNull();
    expect(body.warnings.length).toBeGreaterThan(0);
    expect(body.warnings[0]).toEqual({ message: expect.any(String) });
  });

  it.each([{ expression: '=1 +' }, { expression: '' }, {}, { expression: 'for i in 1..1000000000 return i' }])(
    'should refuse %j',
    async (body) => {
      const answer = await evaluate(body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ title: 'INVALID_ARGUMENT' });
    },
  );
});
