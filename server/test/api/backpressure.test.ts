import { describe, expect, it } from 'vitest';
import { serviceModel } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import { dialects } from '../test-runtime.ts';

describe.each(dialects)('a server on %s that is asked for more than it can take', (dialect) => {
  it('should refuse what is too much with the time to come back, go on reading, and keep exactly what it accepted', async () => {
    const server = await startTestServer(dialect, { maxWaiting: 2 });
    await server.deploy(serviceModel('crowded'));
    const start = () =>
      fetch(`${server.address}/v2/process-instances`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ processDefinitionId: 'crowded' }),
      });
    const starts = Promise.all(Array.from({ length: 400 }, start));
    const read = await server.post('/v2/process-definitions/search', {});
    expect(read.status).toBe(200);
    const answers = await starts;
    const accepted = answers.filter(({ status }) => status === 200).length;
    const refused = answers.filter(({ status }) => status === 503);
    expect(accepted).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(accepted + refused.length).toBe(400);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(await refused[0]?.json()).toMatchObject({ title: 'RESOURCE_EXHAUSTED', status: 503 });
    const found = await server.post('/v2/process-instances/search', {});
    expect(found.body.page.totalItems).toBe(accepted);
    await server.close();
  });
});
