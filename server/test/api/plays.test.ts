import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const files = ['exclusive-gateway', 'boundary-timer'].map((name) => ({
  name: `${name}.bpmn`,
  content: readFileSync(projectFile(`fixtures/bpmn/${name}.bpmn`), 'utf8'),
}));
const start = { processId: 'exclusive-gateway', at: '2030-01-01T09:00:00Z', variables: { amount: 50 } };
const complete = { type: 'complete-user-task', at: { elementId: 'medium' } };
const scenario = { name: 'medium', start, commands: [complete], expect: { status: 'COMPLETED' } };

describe('playing drafts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('sqlite');
  });
  afterAll(() => server.close());

  it('should go on by one command more, and leave nothing behind', async () => {
    const begun = await server.post('/ext/plays', { files, start, commands: [] });
    expect(begun.status, JSON.stringify(begun.body)).toBe(200);
    expect(begun.body.state.open).toMatchObject([{ kind: 'user-task', at: { elementId: 'medium', nth: 1 } }]);
    const ended = await server.post('/ext/plays', { files, start, commands: [complete] });
    expect(ended.body.state).toMatchObject({ status: 'COMPLETED', stopped: null });
    for (const found of ['process-instances', 'process-definitions', 'user-tasks'])
      expect((await server.post(`/v2/${found}/search`)).body.page.totalItems).toBe(0);
  });

  it('should know the variables of the cluster', async () => {
    await server.post('/v2/cluster-variables/global', { name: 'limit', value: 40 });
    const content = files[0]?.content.replace('amount &gt; 100', 'amount &gt; camunda.vars.env.limit');
    const model = { name: 'model.bpmn', content };
    const played = await server.post('/ext/plays', { files: [model], start, commands: [] });
    expect(played.body.state.open).toMatchObject([{ at: { elementId: 'big' } }]);
  });

  it('should refuse what is no play, and answer what is wrong with the models', async () => {
    expect((await server.post('/ext/plays', { files: [], start, commands: [] })).status).toBe(400);
    expect((await server.post('/ext/plays', { files, start, commands: [{ type: 'dance' }] })).status).toBe(400);
    const many = Array.from({ length: 501 }, () => complete);
    expect((await server.post('/ext/plays', { files, start, commands: many })).status).toBe(400);
    const broken = [{ name: 'broken.bpmn', content: '<definitions' }];
    const answer = await server.post('/ext/plays', { files: broken, start, commands: [] });
    expect(answer.body).toMatchObject({ state: null, problems: [{ resourceName: 'broken.bpmn', severity: 'error' }] });
  });

  it('should run scenarios, and tell what they covered together', async () => {
    const failing = { ...scenario, name: 'other', expect: { path: ['s', 'x', 'big'] } };
    const { body } = await server.post('/ext/scenario-runs', { files, scenarios: [scenario, failing] });
    expect(body.results).toMatchObject([
      { name: 'medium', isPassed: true, difference: null },
      { name: 'other', isPassed: false, elementId: 'medium' },
    ]);
    expect(body.coverage).toMatchObject([
      { processId: 'exclusive-gateway' },
      { processId: 'boundary-timer', percent: 0 },
    ]);
    expect((await server.post('/ext/scenario-runs', { files, scenarios: [scenario, scenario] })).status).toBe(400);
  });

  it('should keep the scenarios of a draft until it is deleted, and overwrite nobody', async () => {
    const draft = await server.post('/ext/drafts', { name: 'n', kind: 'bpmn', content: '' });
    const path = `/ext/drafts/${draft.body.draftId as string}/scenarios`;
    expect((await server.get(path)).body).toEqual({ revision: 0, scenarios: [] });
    expect((await server.request('PUT', path, { revision: 0, scenarios: [scenario] })).body.revision).toBe(1);
    expect((await server.request('PUT', path, { revision: 0, scenarios: [] })).body).toMatchObject({
      status: 409,
      revision: 1,
    });
    expect((await server.request('PUT', path, { revision: 1, scenarios: [scenario] })).body.revision).toBe(2);
    expect((await server.request('PUT', path, { revision: 1, scenarios: [] })).status).toBe(409);
    expect((await server.get(path)).body).toEqual({ revision: 2, scenarios: [scenario] });
    await server.request('DELETE', `/ext/drafts/${draft.body.draftId as string}`);
    expect((await server.get(path)).status).toBe(404);
  });
});
