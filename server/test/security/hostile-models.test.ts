import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { model } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { xmlAttacks } from './xml-attacks.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
const { start, activate } = apiWords(() => server);

const namespaces = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const file = (name: string, text: string | Buffer) => ({ name, content: Buffer.from(text) });

/** Milliseconds of work, and how much the heap grew, while something ran. */
const measured = async <A>(run: () => Promise<A>): Promise<{ answer: A; cpuMs: number; heapMb: number }> => {
  const heap = process.memoryUsage().heapUsed;
  const before = process.cpuUsage();
  const answer = await run();
  const { user, system } = process.cpuUsage(before);
  return { answer, cpuMs: (user + system) / 1_000, heapMb: (process.memoryUsage().heapUsed - heap) / 2 ** 20 };
};

describe('F35 XML that is too large or too deep', () => {
  const many = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => each(index)).join(' ');
  const attacks: readonly (readonly [string, () => string, readonly number[]])[] = [
    ['50 MB', () => `<a>${' '.repeat(50 * 2 ** 20)}</a>`, [413]],
    ['a depth of 100,000', () => `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, [400]],
    ['100,000 attributes', () => `<bpmn:definitions ${namespaces} ${many(100_000, (n) => `a${n}="b"`)}/>`, [400]],
    [
      '100,000 namespaces',
      () => `<bpmn:definitions ${namespaces} ${many(100_000, (n) => `xmlns:a${n}="b${n}"`)}/>`,
      [400],
    ],
    [
      'namespaces at every level',
      () => `${many(150, (n) => `<a${n}:x ${many(200, (each) => `xmlns:a${n + each}="b${each}"`)}>`)}`,
      [400],
    ],
    ['one attribute of 9 MB', () => `<bpmn:definitions ${namespaces} id="${'x'.repeat(9 * 2 ** 20)}"/>`, [400]],
    ['a tag that does not end', () => `<bpmn:definitions ${'a '.repeat(2 ** 20)}`, [400]],
    [
      '100,000 comments',
      () => `<bpmn:definitions ${namespaces}>${'<!---->'.repeat(100_000)}</bpmn:definitions>`,
      [400],
    ],
  ];

  it.each(attacks)('should be refused soon and without much memory: %s', async (_name, xml, statuses) => {
    const content = xml();
    const { answer, cpuMs, heapMb } = await measured(() => server.deploy(file('bad.bpmn', content)));
    expect(statuses).toContain(answer.status);
    // The work of the sender, who is in the same process, is counted too.
    expect(cpuMs).toBeLessThan(4_000);
    expect(heapMb).toBeLessThan(100);
    const validated = await server.post('/ext/validation', { name: 'bad.dmn', content: content.slice(0, 1_000_000) });
    expect(validated.status).toBeLessThan(500);
  });
});

describe('F36 XML that wants something from outside', () => {
  let canary: Server;
  let folder: string;
  let asked = 0;
  beforeAll(async () => {
    canary = createServer((_request, response) => {
      asked += 1;
      response.end('<!ENTITY canary "sang">');
    }).listen(0, '127.0.0.1');
    folder = await mkdtemp(join(tmpdir(), 'baton-canary-'));
    await writeFile(join(folder, 'secret.txt'), 'canary-of-a-file');
  });
  afterAll(async () => {
    canary.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('should be refused where it declares something, and inert where it does not: 50 attacks', async () => {
    const { port } = canary.address() as AddressInfo;
    const attacks = xmlAttacks(`http://127.0.0.1:${port}/x`, `file://${join(folder, 'secret.txt')}`);
    expect(attacks.length).toBeGreaterThanOrEqual(50);
    for (const { name, content, isDeclaration } of attacks)
      for (const extension of ['bpmn', 'dmn']) {
        const { status, body } = await server.deploy(file(`attack.${extension}`, content));
        expect(isDeclaration ? [400] : [200, 400], `${name} as ${extension}: ${JSON.stringify(body)}`).toContain(
          status,
        );
        expect(JSON.stringify(body), name).not.toMatch(/canary-of-a-file|sang/);
        if (isDeclaration) expect(JSON.stringify(body), name).toMatch(/xml-doctype|xml-invalid|UTF-8/);
      }
    const definitions = await server.post('/v2/process-definitions/search', {});
    for (const { processDefinitionKey } of definitions.body.items) {
      const { body } = await server.get(`/v2/process-definitions/${processDefinitionKey}/xml`);
      expect(body).not.toMatch(/canary-of-a-file|sang/);
    }
    expect(asked).toBe(0);
  });
});

/** A process that waits for a message whose key is a variable, then for a job with headers and an input mapping. */
const channels = (id: string, key: string, inert: string) =>
  model(
    id,
    `<bpmn:startEvent id="s" name="${inert}"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="wait"/>
     <bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
     <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="work"/>
     <bpmn:serviceTask id="work" name="${inert}"><bpmn:documentation>${inert}</bpmn:documentation><bpmn:extensionElements>
       <zeebe:taskDefinition type="${id}"/><zeebe:taskHeaders><zeebe:header key="constructor" value="${inert}"/><zeebe:header key="toString" value="x"/></zeebe:taskHeaders>
       <zeebe:ioMapping><zeebe:input source="=${key}" target="mapped"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
     <bpmn:sequenceFlow id="f3" sourceRef="work" targetRef="e"/><bpmn:endEvent id="e"/>`,
    `<bpmn:message id="m" name="${inert}"><bpmn:extensionElements><zeebe:subscription correlationKey="=${key}"/></bpmn:extensionElements></bpmn:message>`,
  );

const send = (name: string, correlationKey: string, variables: string) =>
  server.post(
    '/v2/messages/correlation',
    `{"name": ${JSON.stringify(name)}, "correlationKey": ${JSON.stringify(correlationKey)}, "variables": ${variables}}`,
  );

describe('F40 names of object members everywhere', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'should be stored and answered as they are: %s',
    async (name) => {
      expect((await server.deploy(channels('members', 'id', name))).status).toBe(200);
      const poison = `{"${name}": {"polluted": true}, "nested": {"${name}": {"polluted": 1}}, "id": "${name}"}`;
      const started = await server.post(
        '/v2/process-instances',
        `{"processDefinitionId": "members", "variables": ${poison}}`,
      );
      expect(started.status).toBe(200);
      expect((await send(name, name, poison)).status).toBe(200);
      const [job] = await activate('members');
      expect(job.customHeaders).toEqual({ constructor: name, toString: 'x' });
      expect(JSON.stringify(job.variables)).toContain(`"${name}":{"polluted":true}`);
      expect(job.variables.mapped).toBe(name);
      const completed = await server.post(`/v2/jobs/${job.jobKey}/completion`, `{"variables": ${poison}}`);
      expect(completed.status).toBe(204);
      const found = await server.post('/v2/variables/search', {
        filter: { name, processInstanceKey: job.processInstanceKey },
      });
      expect(found.body.items.map(({ value }: { value: string }) => value)).toContain('{"polluted":true}');
      const evaluated = await server.post(
        '/v2/expression/evaluation',
        `{"expression": "=nested.${name}.polluted", "variables": ${poison}}`,
      );
      expect(evaluated.body.result).toBe(1);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );
});

describe('F52 a reference to a secret in a text', () => {
  it('should stay the text that it is, whatever it is put into', async () => {
    const inert = '{{secrets.CANARY}}';
    process.env['CANARY'] = 'canary-of-a-secret';
    expect((await server.deploy(channels('inert', 'id', inert))).status).toBe(200);
    const key = await start('inert', { id: inert, other: '=1+1', template: '${7*7} #{7*7} {{secrets.CANARY}}' });
    expect((await send(inert, inert, JSON.stringify({ sent: inert }))).status).toBe(200);
    const [job] = await activate('inert');
    expect(job.variables).toMatchObject({ id: inert, mapped: inert, sent: inert, other: '=1+1' });
    expect(job.variables.template).toBe('${7*7} #{7*7} {{secrets.CANARY}}');
    expect(job.customHeaders).toMatchObject({ constructor: inert });
    await server.post(`/v2/jobs/${job.jobKey}/failure`, {
      retries: 0,
      errorMessage: inert,
      variables: { failed: inert },
    });
    const [{ errorMessage }] = (await server.post('/v2/incidents/search', { filter: { processInstanceKey: key } })).body
      .items;
    expect(errorMessage).toContain(inert);
    const answers = await Promise.all(
      ['variables', 'incidents', 'jobs', 'element-instances', 'messages', 'process-instances']
        .filter((what) => what !== 'messages')
        .map((what) => server.post(`/v2/${what}/search`, {})),
    );
    answers.push(await server.get(`/ext/process-instances/${key}/journal`), await server.get('/ext/info'));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('canary-of-a-secret');
    }
    delete process.env['CANARY'];
  });
});
