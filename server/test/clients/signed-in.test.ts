import { createCamundaClient } from '@camunda8/orchestration-cluster-api';
import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../fixture.ts';
import { password, startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';

let server: GuardedServer;
let secret: string;
beforeAll(async () => {
  server = await startGuardedServer();
  const { admin } = server;
  await server.as(admin, 'PUT', '/v2/roles/admin/clients/invoice-worker');
  secret = (await server.as(admin, 'POST', '/ext/tokens', { name: 'w', clientId: 'invoice-worker' })).body.token;
  await server.addUser('mia', 'operator');
  await server.deploy(fixture('user-task'));
});
afterAll(() => server.close());

const now = { consistency: { waitUpToMs: 0 } };
const client = (config: Record<string, string>) =>
  createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: server.address,
      CAMUNDA_SDK_VALIDATION: 'res:fanatical,req:strict',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
      ...config,
    },
  });

describe('the clients of Camunda, unmodified, on a server that asks who one is', () => {
  it('should sign in by basic authentication', async () => {
    const basic = client({
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'mia',
      CAMUNDA_BASIC_AUTH_PASSWORD: password,
    });
    expect(await basic.getAuthentication()).toMatchObject({ username: 'mia', roles: ['operator'] });
    const found = await basic.searchProcessDefinitions({}, now);
    expect(found.items).toHaveLength(1);
    await expect(basic.searchUsers({}, now)).rejects.toThrow(/FORBIDDEN/);
    const wrong = client({
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'mia',
      CAMUNDA_BASIC_AUTH_PASSWORD: 'no',
    });
    await expect(wrong.getAuthentication()).rejects.toThrow(/UNAUTHORIZED|401/);
  });

  it('should sign in by client credentials, and administer users, groups, roles and permissions', async () => {
    const oauth = client({
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      CAMUNDA_OAUTH_URL: `${server.address}/oauth/token`,
      CAMUNDA_CLIENT_ID: 'invoice-worker',
      CAMUNDA_CLIENT_SECRET: secret,
      CAMUNDA_TOKEN_AUDIENCE: 'baton',
    });
    expect(await oauth.createUser({ username: 'tom', password, name: 'Tom', email: 'tom@example.org' })).toMatchObject({
      username: 'tom',
    });
    await oauth.createGroup({ groupId: 'buying', name: 'Buying', description: 'Buys' });
    await oauth.createRole({ roleId: 'buyer', name: 'Buyer', description: '' });
    await oauth.createTenant({ tenantId: 'north', name: 'North', description: '' });
    await oauth.createMappingRule({
      mappingRuleId: 'm',
      claimName: 'department',
      claimValue: 'buying',
      name: 'Buying',
    });
    await oauth.assignUserToGroup({ groupId: 'buying', username: 'tom' } as never);
    await oauth.assignRoleToGroup({ roleId: 'buyer', groupId: 'buying' });
    await oauth.assignMappingRuleToGroup({ groupId: 'buying', mappingRuleId: 'm' });
    await oauth.assignGroupToTenant({ tenantId: 'north', groupId: 'buying' } as never);
    const { authorizationKey } = await oauth.createAuthorization({
      ownerType: 'ROLE',
      ownerId: 'buyer',
      resourceType: 'PROCESS_DEFINITION',
      resourceId: 'user-task',
      permissionTypes: ['CREATE_PROCESS_INSTANCE', 'READ_PROCESS_INSTANCE'],
    } as never);
    expect((await oauth.searchUsersForGroup({ groupId: 'buying' }, now)).items).toEqual([{ username: 'tom' }]);
    expect((await oauth.searchRolesForGroup({ groupId: 'buying' }, now)).items).toMatchObject([{ roleId: 'buyer' }]);
    expect((await oauth.searchGroupsForRole({ roleId: 'buyer' }, now)).items).toEqual([{ groupId: 'buying' }]);
    expect((await oauth.searchMappingRulesForGroup({ groupId: 'buying' }, now)).items).toMatchObject([
      { claimValue: 'buying' },
    ]);
    expect((await oauth.searchGroupIdsForTenant({ tenantId: 'north' } as never, now)).items).toEqual([
      { groupId: 'buying' },
    ]);
    expect(await oauth.getAuthorization({ authorizationKey }, now)).toMatchObject({ ownerId: 'buyer' });
    const own = await oauth.searchAuthorizations({ filter: { ownerId: 'buyer' } }, now);
    expect(own.items).toHaveLength(1);

    const tom = client({
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'tom',
      CAMUNDA_BASIC_AUTH_PASSWORD: password,
    });
    expect(await tom.getAuthentication()).toMatchObject({
      groups: ['buying'],
      roles: ['buyer'],
      tenants: [{ tenantId: 'north' }],
    });
    const started = await tom.createProcessInstance({
      processDefinitionId: 'user-task',
      variables: { groups: [] },
    } as never);
    await expect(tom.cancelProcessInstance({ processInstanceKey: started.processInstanceKey })).rejects.toThrow(
      /FORBIDDEN/,
    );
    await oauth.deleteAuthorization({ authorizationKey });
    await expect(tom.createProcessInstance({ processDefinitionId: 'user-task' } as never)).rejects.toThrow(/FORBIDDEN/);

    const log = await oauth.searchAuditLogs({ filter: { actorId: 'tom' } }, now);
    expect(log.items.map(({ operationType }) => operationType)).toContain('CREATE');
    await oauth.deleteGroup({ groupId: 'buying' });
    expect(await tom.getAuthentication()).toMatchObject({ groups: [], roles: [], tenants: [] });
    await oauth.deleteUser({ username: 'tom' } as never);
    await expect(tom.getAuthentication()).rejects.toThrow(/UNAUTHORIZED|401/);
  });

  it('should sign in by the other client, too', async () => {
    const sdk = new Camunda8({
      ZEEBE_REST_ADDRESS: server.address,
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      ZEEBE_CLIENT_ID: 'invoice-worker',
      ZEEBE_CLIENT_SECRET: secret,
      CAMUNDA_OAUTH_URL: `${server.address}/oauth/token`,
      CAMUNDA_TOKEN_DISK_CACHE_DISABLE: true,
      CAMUNDA_LOG_LEVEL: 'none',
    } as never).getCamundaRestClient();
    expect((await sdk.getTopology()).gatewayVersion).toMatch(/^8\.9/);
    const basic = new Camunda8({
      ZEEBE_REST_ADDRESS: server.address,
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'mia',
      CAMUNDA_BASIC_AUTH_PASSWORD: password,
      CAMUNDA_LOG_LEVEL: 'none',
    } as never).getCamundaRestClient();
    expect((await basic.getTopology()).clusterSize).toBe(1);
  });
});
