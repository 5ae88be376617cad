import { callActivity, end, model, serviceTask, start } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { readAllPages } from './read-all-pages.ts';

const file = (name: string, text: string) => ({ name, content: Buffer.from(text) });
const worker = (id: string) =>
  file(
    `${id}.bpmn`,
    model(id, [start('s'), serviceTask(`${id}-work`), end('e')], ['s > ' + `${id}-work`, `${id}-work > e`]),
  );
const caller = (id: string, called: string) =>
  file(`${id}.bpmn`, model(id, [start('s'), callActivity('call', called), end('e')], ['s > call', 'call > e']));

describe.each(['sqlite', 'postgresql'] as const)('what else can be read on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());
  const { start: begin, activate } = apiWords(() => server);
  const instances = async (processDefinitionId: string): Promise<string[]> => {
    const { body } = await server.post('/v2/process-instances/search', { filter: { processDefinitionId } });
    return body.items.map((each: { processInstanceKey: string }) => each.processInstanceKey);
  };

  it('should list the callers of an instance, the outermost first', async () => {
    await server.deploy(worker('inner'), caller('middle', 'inner'), caller('outer', 'middle'));
    const outer = await begin('outer');
    const [middle] = await instances('middle');
    const [inner] = await instances('inner');
    const hierarchy = async (key: string) => (await server.get(`/v2/process-instances/${key}/call-hierarchy`)).body;
    expect(await hierarchy(inner!)).toMatchObject([
      { processInstanceKey: outer, processDefinitionName: 'outer' },
      { processInstanceKey: middle, processDefinitionName: 'middle' },
    ]);
    expect(await hierarchy(outer)).toEqual([]);
    expect((await server.get('/v2/process-instances/1/call-hierarchy')).status).toBe(404);
  });

  it('should search and hand out files that are no models, as they came', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const script = '{"id":"robot","executionPlatform":"Camunda Cloud"}';
    const { body } = await server.deploy(file('robot.rpa', script), { name: 'logo.png', content: bytes });
    const [robot, logo] = body.deployments.map((each: { resource: { resourceKey: string } }) => each.resource);
    const found = await server.post('/v2/resources/search', { sort: [{ field: 'resourceName', order: 'DESC' }] });
    expect(found.body.items.map((each: { resourceName: string }) => each.resourceName)).toEqual([
      'robot.rpa',
      'logo.png',
    ]);
    await readAllPages(server, '/v2/resources/search', { sort: [{ field: 'versionTag' }] }, 1);
    await readAllPages(server, '/v2/resources/search', { sort: [{ field: 'resourceId', order: 'DESC' }] }, 1);
    const one = await server.post('/v2/resources/search', { filter: { resourceId: 'robot' } });
    expect(one.body.items).toEqual([(await server.get(`/v2/resources/${robot.resourceKey}`)).body]);
    expect((await server.get(`/v2/resources/${robot.resourceKey}/content`)).body).toBe(script);
    expect((await server.get(`/v2/resources/${logo.resourceKey}/content`)).status).toBe(409);
    const binary = await fetch(`${server.address}/v2/resources/${logo.resourceKey}/content/binary`);
    expect(Buffer.from(await binary.arrayBuffer())).toEqual(bytes);
    const deployed = await server.deploy(worker('no-resource'));
    const { processDefinitionKey } = deployed.body.deployments[0].processDefinition;
    expect((await server.get(`/v2/resources/${processDefinitionKey}`)).status).toBe(404);
  });

  it('should count running instances by process and by version', async () => {
    await server.deploy(worker('counted'));
    await begin('counted');
    await server.deploy(file('counted.bpmn', worker('counted').content.toString().replace('name="e"', 'name="end"')));
    await begin('counted');
    await begin('counted');
    const [job] = await activate('counted-work', { maxJobsToActivate: 1 });
    await server.post(`/v2/jobs/${job.jobKey}/failure`, { retries: 0 });
    await server.deploy(worker('never-started'));
    const byProcess = await server.post('/v2/process-definitions/statistics/process-instances', {
      sort: [{ field: 'activeInstancesWithIncidentCount', order: 'DESC' }],
      page: { limit: 1 },
    });
    expect(byProcess.body.items).toMatchObject([
      {
        processDefinitionId: 'counted',
        hasMultipleVersions: true,
        activeInstancesWithoutIncidentCount: 2,
        activeInstancesWithIncidentCount: 1,
      },
    ]);
    const all = await server.post('/v2/process-definitions/statistics/process-instances', {});
    expect(JSON.stringify(all.body.items)).not.toContain('never-started');
    const byVersion = await server.post('/v2/process-definitions/statistics/process-instances-by-version', {
      filter: { processDefinitionId: 'counted' },
      sort: [{ field: 'processDefinitionVersion', order: 'DESC' }],
    });
    expect(byVersion.body.items).toMatchObject([
      { processDefinitionVersion: 2, activeInstancesWithoutIncidentCount: 2, activeInstancesWithIncidentCount: 0 },
      { processDefinitionVersion: 1, activeInstancesWithoutIncidentCount: 0, activeInstancesWithIncidentCount: 1 },
    ]);
    const without = await server.post('/v2/process-definitions/statistics/process-instances-by-version', {});
    expect(without.status).toBe(400);
    expect(without.body.detail).toMatch(/processDefinitionId/);
    await begin('outer');
    const byCounts = [
      { field: 'activeInstancesWithoutIncidentCount' },
      { field: 'processDefinitionId', order: 'DESC' },
    ];
    await readAllPages(server, '/v2/process-definitions/statistics/process-instances', { sort: byCounts }, 1);
    const perVersion = { filter: { processDefinitionId: 'counted' } };
    await readAllPages(server, '/v2/process-definitions/statistics/process-instances-by-version', perVersion, 1);

    // What is deleted still runs, and no longer makes several versions.
    for (const { processDefinitionKey } of byVersion.body.items) {
      const { status } = await server.post(`/v2/resources/${processDefinitionKey}/deletion`);
      expect(status).toBe(200);
      const left = await server.post('/v2/process-definitions/statistics/process-instances');
      const counted = left.body.items.find(
        (each: { processDefinitionId: string }) => each.processDefinitionId === 'counted',
      );
      expect(counted).toMatchObject({
        hasMultipleVersions: false,
        activeInstancesWithoutIncidentCount: 2,
        activeInstancesWithIncidentCount: 1,
      });
    }
  });
});
