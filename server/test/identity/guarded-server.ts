import type { Config } from '../../src/config.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';
import type { Dialect } from '../test-runtime.ts';

export interface GuardedServer extends TestServer {
  /** The headers by which the first administrator says who they are. */
  readonly admin: Readonly<Record<string, string>>;
  readonly adminPassword: string;
  /** A request of the administrator that must succeed. */
  as(headers: Readonly<Record<string, string>>, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Adds a user with these roles; answers the headers by which they say who they are. */
  addUser(username: string, ...roles: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Grants permissions to a user. */
  grant(ownerId: string, resourceType: string, resourceId: string, ...permissionTypes: string[]): Promise<string>;
}

export const password = 'a phrase that is long enough';

export const basic = (username: string, secret: string = password): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`,
});
export const bearer = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` });

/** A server that asks everybody who they are. */
export const startGuardedServer = async (
  settings: Partial<Config> = {},
  dialect: Dialect = 'sqlite',
): Promise<GuardedServer> => {
  let adminPassword = '';
  const server = await startTestServer(dialect, {
    isAuthOn: true,
    tellPassword: (_username, secret) => void (adminPassword = secret),
    ...settings,
  });
  const admin = basic('admin', adminPassword);
  const as: GuardedServer['as'] = (headers, method, path, body) => server.request(method, path, body, headers);
  const must = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await as(admin, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  return {
    ...server,
    admin,
    adminPassword,
    as,
    deploy: async (...files) => {
      const form = new FormData();
      for (const { name, content } of files) form.append('resources', new Blob([new Uint8Array(content)]), name);
      const response = await fetch(`${server.address}/v2/deployments`, { method: 'POST', body: form, headers: admin });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    addUser: async (username, ...roles) => {
      await must('POST', '/v2/users', { username, password, name: username, email: null });
      for (const role of roles) await must('PUT', `/v2/roles/${role}/users/${username}`);
      return basic(username);
    },
    grant: async (ownerId, resourceType, resourceId, ...permissionTypes) => {
      const grant = { ownerType: 'USER', ownerId, resourceType, resourceId, permissionTypes };
      return (await must('POST', '/v2/authorizations', grant)).body.authorizationKey as string;
    },
  };
};
