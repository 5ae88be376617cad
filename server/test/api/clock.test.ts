import { afterEach, describe, expect, it } from 'vitest';
import { model } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const day = 86_400_000;
const patient = model(
  'patient',
  '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>' +
    '<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>' +
    '<bpmn:sequenceFlow id="g" sourceRef="t" targetRef="e"/><bpmn:endEvent id="e"/>',
);

describe.each(dialects)('the clock on %s', (dialect) => {
  let server: TestServer;
  afterEach(() => server.close());

  it('should stand where it is pinned, fire what is due when it is set past it, and go on after a reset', async () => {
    server = await startTestServer(dialect, { isClockControlled: true });
    const pin = (timestamp: unknown) => server.request('PUT', '/v2/clock', { timestamp });
    const start = Date.parse('2040-02-01T00:00:00Z');
    expect((await pin(start)).status).toBe(204);
    await server.deploy(patient);
    const begun = await server.post('/v2/process-instances', { processDefinitionId: 'patient' });
    const read = async () => (await server.get(`/v2/process-instances/${begun.body.processInstanceKey}`)).body;
    expect(await read()).toMatchObject({ state: 'ACTIVE', startDate: '2040-02-01T00:00:00.000Z' });
    await pin(start + 3 * day - 1);
    await server.runtime.scheduler.tick();
    expect(await read()).toMatchObject({ state: 'ACTIVE' });
    await pin(start + 3 * day);
    await expect.poll(async () => (await read()).state).toBe('COMPLETED');
    expect(await read()).toMatchObject({ endDate: '2040-02-04T00:00:00.000Z' });

    expect((await server.post('/v2/clock/reset')).status).toBe(204);
    const after = await server.post('/v2/process-instances', { processDefinitionId: 'patient' });
    const { body } = await server.get(`/v2/process-instances/${after.body.processInstanceKey}`);
    expect(Math.abs(Date.parse(body.startDate) - Date.now())).toBeLessThan(60_000);
    for (const wrong of [undefined, -1, 1.5, 'soon', 1e16]) expect((await pin(wrong)).status, String(wrong)).toBe(400);
  });

  it('should not be touched unless the setting allows it', async () => {
    server = await startTestServer(dialect);
    for (const refused of [
      await server.request('PUT', '/v2/clock', { timestamp: 0 }),
      await server.post('/v2/clock/reset'),
    ])
      expect(refused).toMatchObject({
        status: 403,
        body: { title: 'FORBIDDEN', detail: expect.stringContaining('BATON_CONTROLLED_CLOCK=on') as string },
      });
  });
});
