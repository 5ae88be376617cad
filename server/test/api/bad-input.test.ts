import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, model, serviceModel } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const file = (name: string, text: string) => ({ name, content: Buffer.from(text) });
const expectProblem = (answer: Answer, status: number, title: string): void => {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: 'about:blank', title, status });
  expect(answer.status).toBe(status);
  expect(String(answer.body.detail).length).toBeGreaterThan(10);
  expect(answer.body.instance).toMatch(/^\/(v2|ext)/);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at .*\.ts:/);
};
const nothingStored = async (): Promise<void> => {
  const { database } = server.runtime;
  for (const table of ['deployments', 'resources', 'process_definitions', 'forms']) {
    expect(await database.rows(`SELECT key FROM ${table}`), table).toEqual([]);
  }
};

describe('a refused deployment', () => {
  const hostile: readonly [string, string, RegExp][] = [
    ['not XML', 'hello', /xml-invalid/],
    ['broken XML', '<bpmn:definitions', /xml-invalid/],
    ['an empty file', '', /xml-invalid|no-process/],
    ['XML that is not BPMN', '<a><b/></a>', /xml-invalid|no-process/],
    [
      'XML without a process',
      '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"/>',
      /no-process/,
    ],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /xml-doctype/],
    ['depth 10,000', `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`, /xml-too-deep/],
    [
      'a missing reference',
      model(
        'p',
        '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>',
      ).content.toString(),
      /nowhere/,
    ],
    [
      'FEEL that does not parse',
      model(
        'p',
        `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x"/><bpmn:exclusiveGateway id="x" default="d"/>
         <bpmn:endEvent id="e"/><bpmn:sequenceFlow id="d" sourceRef="x" targetRef="e"/>
         <bpmn:sequenceFlow id="c" sourceRef="x" targetRef="e"><bpmn:conditionExpression>=if then (</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      ).content.toString(),
      /invalid-expression/,
    ],
    [
      'an element that is not executed',
      model('p', '<bpmn:startEvent id="s"/><bpmn:complexGateway id="cg" name="Odd one"/>').content.toString(),
      /cg/,
    ],
  ];

  it.each(hostile)('should name what is wrong with %s', async (_, content, expected) => {
    const answer = await server.deploy(file('bad.bpmn', content));
    expectProblem(answer, 400, 'INVALID_ARGUMENT');
    expect(answer.body.problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body.problems)).toMatch(expected);
    for (const problem of answer.body.problems) {
      expect(Object.keys(problem).sort()).toEqual(['code', 'elementId', 'message', 'resourceName', 'severity']);
    }
    await nothingStored();
  });

  it('should tell the problems of all files at once and store none of them', async () => {
    const answer = await server.deploy(
      serviceModel('good'),
      file('a.bpmn', 'x'),
      file('b.form', '{'),
      file('c.form', '{"id": 1}'),
      file('d.dmn', '<!DOCTYPE x><definitions/>'),
    );
    expectProblem(answer, 400, 'INVALID_ARGUMENT');
    const names = answer.body.problems.map((problem: { resourceName: string }) => problem.resourceName);
    expect([...new Set(names)].sort()).toEqual(['a.bpmn', 'b.form', 'c.form', 'd.dmn']);
    expect(answer.body.detail).toMatch(/a\.bpmn/);
    await nothingStored();
  });

  it('should refuse the same process twice in one upload', async () => {
    const answer = await server.deploy(serviceModel('twice'), {
      ...serviceModel('twice', 'other'),
      name: 'second.bpmn',
    });
    expectProblem(answer, 400, 'INVALID_ARGUMENT');
    expect(answer.body.problems[0]).toMatchObject({ code: 'duplicate-resource', resourceName: 'second.bpmn' });
  });

  it('should refuse 20 MB', async () => {
    expectProblem(
      await server.deploy(file('big.bpmn', `<a>${'x'.repeat(20 * 1024 * 1024)}</a>`)),
      413,
      'PAYLOAD_TOO_LARGE',
    );
    await nothingStored();
  });

  it('should refuse bytes that are not UTF-8', async () => {
    expectProblem(
      await server.deploy({ name: 'utf16.bpmn', content: Buffer.from('\ufeff<a/>', 'utf16le') }),
      400,
      'INVALID_ARGUMENT',
    );
  });

  it('should refuse an upload without files and one that is no upload', async () => {
    const empty = new FormData();
    empty.append('tenantId', '<default>');
    const answer = await fetch(`${server.address}/v2/deployments`, { method: 'POST', body: empty });
    expect(answer.status).toBe(400);
    expectProblem(await server.post('/v2/deployments', { resources: [] }), 415, 'UNSUPPORTED_MEDIA_TYPE');
    const other = new FormData();
    other.append('tenantId', 'acme');
    other.append('resources', new Blob(['x']), 'a.txt');
    expect((await fetch(`${server.address}/v2/deployments`, { method: 'POST', body: other })).status).toBe(400);
    await nothingStored();
  });

  it('should survive garbage as multipart', async () => {
    const answer = await server.post('/v2/deployments', 'garbage', {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(answer.status).toBe(400);
    expect((await server.post('/v2/deployments', 'garbage', { 'content-type': 'multipart/form-data' })).status).toBe(
      400,
    );
  });
});

describe('a bad request', () => {
  it('should be refused when the JSON does not parse', async () => {
    expectProblem(await server.post('/v2/process-instances', '{"a":'), 400, 'INVALID_ARGUMENT');
    expectProblem(await server.post('/v2/process-instances', '[1]'), 400, 'INVALID_ARGUMENT');
    expectProblem(await server.post('/v2/process-instances', '"text"'), 400, 'INVALID_ARGUMENT');
  });

  it('should be refused when its content type is another', async () => {
    expectProblem(
      await server.post('/v2/process-instances', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
    expectProblem(
      await server.post('/v2/process-instances', '{}', { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });

  it('should be refused when the body is too large or too deep', async () => {
    const large = { processDefinitionId: 'p', variables: { text: 'x'.repeat(5_000_000) } };
    expectProblem(await server.post('/v2/process-instances', large), 413, 'PAYLOAD_TOO_LARGE');
    const deep = `{"processDefinitionId":"p","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`;
    expectProblem(await server.post('/v2/process-instances', deep), 400, 'INVALID_ARGUMENT');
  });

  it('should be told every field that is unknown or wrong', async () => {
    const answer = await server.post('/v2/process-instances', { processDefinitionId: 5, surprise: 1, variables: [] });
    expectProblem(answer, 400, 'INVALID_ARGUMENT');
    expect(answer.body.detail).toMatch(/processDefinitionId/);
    expect(answer.body.detail).toMatch(/'surprise'/);
    expect(answer.body.detail).toMatch(/variables/);
    expectProblem(
      await server.post('/v2/process-instances', { processDefinitionId: 'p', tenantId: 'acme' }),
      400,
      'INVALID_ARGUMENT',
    );
    expectProblem(await server.post('/v2/process-instances', {}), 400, 'INVALID_ARGUMENT');
    expectProblem(
      await server.post('/v2/process-instances', { processDefinitionId: 'a\u0000b' }),
      400,
      'INVALID_ARGUMENT',
    );
    expectProblem(await server.post('/v2/jobs/activation', { type: 'a', timeout: 1 }), 400, 'INVALID_ARGUMENT');
  });

  const unknown = '999999999999';
  it.each([
    ['GET', `/v2/process-instances/${unknown}`, undefined],
    ['GET', `/v2/process-definitions/${unknown}`, undefined],
    ['GET', `/v2/process-definitions/${unknown}/xml`, undefined],
    ['GET', `/v2/element-instances/${unknown}`, undefined],
    ['PUT', `/v2/element-instances/${unknown}/variables`, { variables: {} }],
    ['GET', `/v2/variables/${unknown}`, undefined],
    ['GET', `/v2/user-tasks/${unknown}`, undefined],
    ['GET', `/v2/incidents/${unknown}`, undefined],
    ['POST', `/v2/incidents/${unknown}/resolution`, undefined],
    ['POST', `/v2/jobs/${unknown}/completion`, undefined],
    ['POST', `/v2/jobs/${unknown}/failure`, {}],
    ['POST', `/v2/jobs/${unknown}/error`, { errorCode: 'x' }],
    ['PATCH', `/v2/jobs/${unknown}`, { changeset: { retries: 1 } }],
    ['POST', `/v2/user-tasks/${unknown}/completion`, {}],
    ['POST', `/v2/user-tasks/${unknown}/assignment`, { assignee: 'a' }],
    ['DELETE', `/v2/user-tasks/${unknown}/assignee`, undefined],
    ['PATCH', `/v2/user-tasks/${unknown}`, { changeset: { priority: 1 } }],
    ['POST', `/v2/process-instances/${unknown}/cancellation`, undefined],
    ['POST', `/v2/resources/${unknown}/deletion`, undefined],
    ['POST', '/v2/process-instances', { processDefinitionId: 'unknown' }],
    ['POST', '/v2/process-instances', { processDefinitionId: '__proto__' }],
    ['POST', '/v2/process-instances', { processDefinitionKey: unknown }],
    ['POST', '/v2/messages/correlation', { name: 'unknown' }],
    ['GET', '/ext/drafts/unknown', undefined],
    ['GET', '/ext/drafts/__proto__', undefined],
    ['GET', `/ext/process-instances/${unknown}/path`, undefined],
    ['POST', '/ext/examples/unknown/deployment', undefined],
    ['GET', '/v2/unknown', undefined],
    ['GET', '/v2/process-instances/99999999999999999999999', undefined],
  ])('should answer 404 to %s %s', async (method, path, body) => {
    expectProblem(await server.request(method, path, body), 404, 'NOT_FOUND');
  });

  it.each(['abc', '1.5', '__proto__', '1e3', '%27%3Bdrop%20table'])('should answer 400 to the key %s', async (key) => {
    expectProblem(await server.get(`/v2/process-instances/${key}`), 400, 'INVALID_ARGUMENT');
  });

  it('should be refused for an address that is not well-formed', async () => {
    expectProblem(await server.get('/v2/process-instances/%ff'), 400, 'INVALID_ARGUMENT');
  });

  it('should be refused under a foreign host name and from foreign pages', async () => {
    const { port } = new URL(server.address);
    const status = (headers: Record<string, string>, method = 'POST') =>
      new Promise<number | undefined>((resolve, reject) => {
        const request = httpRequest(
          { port, host: '127.0.0.1', path: '/v2/process-instances/search', method, headers },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        );
        request.on('error', reject);
        request.end();
      });
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ host: `localhost:${port}`, origin: 'http://evil.example' })).toBe(403);
    expect(await status({ host: `localhost:${port}`, origin: 'null' })).toBe(403);
    expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
    expect(await status({ host: `localhost:${port}` })).toBe(200);
  });
});

describe('F40 odd names', () => {
  it('should be ordinary names', async () => {
    const inside =
      '<bpmn:startEvent id="toString"/><bpmn:sequenceFlow id="valueOf" sourceRef="toString" targetRef="hasOwnProperty"/><bpmn:userTask id="hasOwnProperty"/>';
    // The XML library cannot hold this one id, so it is refused by name.
    expectProblem(await server.deploy(model('__proto__', inside)), 400, 'INVALID_ARGUMENT');
    expect((await server.deploy(model('constructor', inside))).status).toBe(200);
    const variables = '{"__proto__": {"polluted": true}, "constructor": 1, "toString": "x"}';
    const started = await server.post(
      '/v2/process-instances',
      `{"processDefinitionId": "constructor", "variables": ${variables}}`,
    );
    expect(started.status).toBe(200);
    const key: string = started.body.processInstanceKey;
    const found = await server.post('/v2/variables/search', {
      filter: { processInstanceKey: key },
      sort: [{ field: 'name' }],
    });
    expect(found.body.items.map((item: { name: string; value: string }) => [item.name, item.value])).toEqual([
      ['__proto__', '{"polluted":true}'],
      ['constructor', '1'],
      ['toString', '"x"'],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const tasks = await server.post('/v2/user-tasks/search', { filter: { processInstanceKey: key } });
    expect(tasks.body.items[0]).toMatchObject({ elementId: 'hasOwnProperty', processDefinitionId: 'constructor' });
    for (const filter of [
      '{"__proto__": 1}',
      '{"constructor": 1}',
      '{"state": {"__proto__": "ACTIVE"}}',
      '{"state": "toString"}',
    ]) {
      expectProblem(
        await server.post('/v2/process-instances/search', `{"filter": ${filter}}`),
        400,
        'INVALID_ARGUMENT',
      );
    }
    expectProblem(await server.post('/v2/process-instances/search', '{"__proto__": 1}'), 400, 'INVALID_ARGUMENT');
  });

  it('should leave the server in good health', async () => {
    expect((await server.get('/v2/status')).status).toBe(204);
    expect((await server.deploy(fixture('user-task'))).status).toBe(200);
  });
});
