import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOidc } from '../../src/identity/oidc.ts';
import type { Oidc } from '../../src/identity/oidc.ts';
import { projectFile } from '../../src/project-file.ts';
import { fixture, model } from '../fixture.ts';
import { startTestServer } from '../test-server.ts';

/** Files of the server that know how to open a connection, and to whom they do: all of them are named by settings, none by a user. */
const callers: Readonly<Record<string, string>> = {
  'server/src/identity/oidc.ts': 'the identity provider of BATON_OIDC_ISSUER',
  'server/src/store/postgres/open-postgres.ts': 'the database of BATON_DATABASE_URL',
  'server/src/runtime/postgres-notifier.ts': 'the database of BATON_DATABASE_URL',
  'server/src/serve.ts': 'nobody: it listens',
  'server/src/api/security-headers.ts': 'nobody: it asks a library on a socket that is not connected',
};
const opensConnection =
  /\bfetch\(|from '(node:(http2?|https|net|tls|dgram|dns)|undici|axios|got|openid-client|pg)'|\bcreateRemoteJWKSet\b|\bWebSocket\(/;

const sources = ['server/src', 'server/threads', 'server/sandbox', 'engine/src'].flatMap((folder) =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`),
);

describe('F44 requests that the server makes itself', () => {
  it('should be made by a few known files only', () => {
    expect(sources.length).toBeGreaterThan(300);
    const found = sources.filter((name) => opensConnection.test(withoutTypes(readFileSync(projectFile(name), 'utf8'))));
    expect(found.filter((name) => callers[name] === undefined)).toEqual([]);
    expect(Object.keys(callers).filter((name) => !sources.includes(name))).toEqual([]);
  });

  it('should start no program of others, and make no text to code', () => {
    const found = sources.filter((name) =>
      /from '(node:)?(child_process|vm|cluster)'|\beval\(|new Function\(/.test(
        withoutComments(readFileSync(projectFile(name), 'utf8')),
      ),
    );
    // It starts Node itself, with a file of ours and a list of arguments. In the sandbox it is the JavaScript of QuickJS that is meant.
    const known = ['server/src/store/sqlite/check-sqlite.ts'];
    expect(found.filter((name) => !name.startsWith('server/sandbox/'))).toEqual(known);
  });

  it('should never be made because a model, a variable or a form names an address', async () => {
    const { server: canary, asked, url } = await listen((_request, response) => response.end('{}'));
    const server = await startTestServer();
    try {
      await server.deploy(
        fixture('user-task'),
        model(
          'caller',
          `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>
           <bpmn:serviceTask id="t"><bpmn:extensionElements><zeebe:taskDefinition type="io.camunda:http-json:1"/>
           <zeebe:ioMapping><zeebe:input source="${url}" target="url"/><zeebe:input source="GET" target="method"/></zeebe:ioMapping>
           </bpmn:extensionElements></bpmn:serviceTask>`,
        ),
        {
          name: 'a.form',
          content: Buffer.from(
            JSON.stringify({ id: 'a', type: 'default', components: [{ type: 'image', source: url }] }),
          ),
        },
      );
      for (const processDefinitionId of ['caller', 'user-task'])
        expect((await server.post('/v2/process-instances', { processDefinitionId, variables: { url } })).status).toBe(
          200,
        );
      await server.post('/v2/expression/evaluation', { expression: `="${url}"`, variables: { url } });
      await server.post('/v2/documents/1/links', { url });
      const jobs = await server.post('/v2/jobs/search', { filter: { type: 'io.camunda:http-json:1' } });
      // It is a job like any other: whoever wants it done sends a worker.
      expect(jobs.body.items).toHaveLength(1);
      expect(asked()).toBe(0);
    } finally {
      await server.close();
      canary.close();
    }
  });

  describe('to the identity provider', () => {
    let inside: Awaited<ReturnType<typeof listen>>;
    let provider: Awaited<ReturnType<typeof listen>>;
    let answer: (request: IncomingMessage, response: ServerResponse) => void;
    const oidcOf = (): Oidc =>
      createOidc({
        issuer: provider.url,
        clientId: 'baton',
        clientSecret: null,
        audience: 'baton',
        usernameClaim: 'sub',
        clientIdClaim: 'client_id',
        groupsClaim: 'groups',
        scope: 'openid',
      });
    beforeAll(async () => {
      inside = await listen((_request, response) => response.end('{}'));
      provider = await listen((request, response) => answer(request, response));
    });
    afterAll(() => {
      inside.server.close();
      provider.server.close();
    });

    it('should follow no redirect', async () => {
      answer = (_request, response) =>
        void response.writeHead(302, { location: `${inside.url}/latest/meta-data` }).end();
      await expect(oidcOf().begin('http://localhost/login/oidc/callback')).rejects.toThrow();
      expect(await oidcOf().verify('a.b.c')).toBeNull();
      expect(inside.asked()).toBe(0);
    });

    it('should follow no redirect to keys, and take none from an address in a token', async () => {
      answer = ({ url }, response) => {
        if (url?.endsWith('openid-configuration') !== true)
          return void response.writeHead(302, { location: `${inside.url}/keys` }).end();
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            issuer: provider.url,
            jwks_uri: `${provider.url}/keys`,
            authorization_endpoint: `${provider.url}/a`,
          }),
        );
      };
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const head = {
        alg: 'RS256',
        kid: 'x',
        jku: `${inside.url}/jku`,
        x5u: `${inside.url}/x5u`,
        jwk: { kty: 'oct', k: 'AA' },
      };
      const token = `${part(head)}.${part({ iss: provider.url, aud: 'baton', sub: 'admin', exp: 4e9 })}.AAAA`;
      expect(await oidcOf().verify(token)).toBeNull();
      expect(provider.asked()).toBeGreaterThan(0);
      expect(inside.asked()).toBe(0);
    });

    it('should not believe a document that names another provider', async () => {
      answer = (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            issuer: inside.url,
            jwks_uri: `${inside.url}/keys`,
            authorization_endpoint: `${inside.url}/a`,
          }),
        );
      };
      await expect(oidcOf().begin('http://localhost/login/oidc/callback')).rejects.toThrow();
      expect(inside.asked()).toBe(0);
    });
  });
});

const withoutComments = (source: string): string => source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const withoutTypes = (source: string): string => source.replaceAll(/^import type .*;$/gm, '');

/** A server that counts who asks it. */
const listen = (
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; url: string; asked: () => number }> =>
  new Promise((resolve) => {
    let count = 0;
    const server = createServer((request, response) => {
      count += 1;
      handle(request, response);
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, url: `http://127.0.0.1:${port}`, asked: () => count });
    });
  });
