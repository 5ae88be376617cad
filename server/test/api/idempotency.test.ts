import { randomUUID } from 'node:crypto';
import { adHoc } from '@baton/fixtures/build-scopes';
import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { catching, end, model, serviceTask, start, task, userTask } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredOperations } from '../../src/api/api-description.ts';
import type { Operation } from '../../src/api/operation/operation.ts';
import { startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import type { Answer } from '../test-server.ts';

/** What takes no key, and why it needs none or cannot have one. */
const withoutKey: Readonly<Record<string, string>> = {
  pinClock: 'Twice is as good as once.',
  resetClock: 'Twice is as good as once.',
  createDeployment: 'The same content again keeps its keys and versions.',
  deployExample: 'The same content again keeps its keys and versions.',
  activateJobs: 'What was fetched is fetched again when its lock runs out.',
  deleteProcessInstance: 'A second time there is nothing to delete.',
  evaluateExpression: 'Changes nothing.',
  validateResource: 'Changes nothing.',
  checkSoundness: 'Changes nothing.',
  tryDecision: 'Changes nothing.',
  countTasklist: 'Changes nothing.',
  playDraft: 'Changes nothing.',
  runScenarios: 'Changes nothing.',
  createDocumentLink: 'Changes nothing.',
  createDocumentLinkBySingular: 'Changes nothing.',
  signIn: 'Begins a session of its own each time.',
  signOut: 'Twice is as good as once.',
  changeOwnPassword: 'A second time the old password is wrong.',
  createToken: 'Its answer is a secret, which is not kept.',
  createDocument: 'The caller may say the id, of which there is one.',
  createDocuments: 'Bytes are not kept twice to be compared.',
  deleteDocument: 'A second time there is nothing to delete.',
  createDraft: 'Work on a drawing, no command.',
  saveDraft: 'The revision is compared.',
  moveDraft: 'Twice is as good as once.',
  deleteDraft: 'A second time there is nothing to delete.',
  meetAtDraft: 'Twice is as good as once.',
  saveDraftScenarios: 'The revision is compared.',
  changeDraftComment: 'Twice is as good as once.',
  deleteDraftComment: 'A second time there is nothing to delete.',
  markNotification: 'Twice is as good as once.',
  markAllNotificationsRead: 'Twice is as good as once.',
  createDraftFolder: 'Its parent has one folder of a name.',
  changeDraftFolder: 'Twice is as good as once.',
  deleteDraftFolder: 'A second time there is nothing to delete.',
  createDraftVersion: 'Work on a drawing, no command.',
  describeDraftVersion: 'Twice is as good as once.',
  deleteDraftVersion: 'A second time there is nothing to delete.',
  restoreDraftVersion: 'The revision is compared.',
  storeElementTemplates: 'The same templates again take their own places.',
  createTaskFilter: 'Work on a list, no command.',
  changeTaskFilter: 'The revision is compared.',
  changeUserTaskDelegation: 'A second time the task is not delegated any more.',
  deleteTaskFilter: 'A second time there is nothing to delete.',
  deleteElementTemplate: 'A second time there is nothing to delete.',
};
/** Refused wherever people sign in. */
const neverHere = 'createAdminUser';

const operations = declaredOperations();
const commands = operations.filter(({ isRepeatable }) => isRepeatable === true);

let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
  const work = model(
    'work',
    [start('s'), serviceTask('pack'), userTask('check'), end('e')],
    ['s > pack', 'pack > check', 'check > e'],
  );
  const asking = model('asking', [start('s'), userTask('check'), end('e')], ['s > check', 'check > e']);
  const loose = model(
    'loose',
    [start('s'), adHoc('any', [userTask('one'), task('two')], []), end('e')],
    ['s > any', 'any > e'],
  );
  const message = { message: 'called', key: '="7"' };
  const waiting = model('waiting', [start('s'), catching('paid', message), end('e')], ['s > paid', 'paid > e']);
  const files = [
    ['work.bpmn', work],
    ['asking.bpmn', asking],
    ['loose.bpmn', loose],
    ['waiting.bpmn', waiting],
    ['price.dmn', decisionFile('prices', [decision('price', literal('1 + 1'))])],
  ] as const;
  const { status, body } = await server.deploy(...files.map(([name, text]) => ({ name, content: Buffer.from(text) })));
  expect(status, JSON.stringify(body)).toBe(200);
});
afterAll(() => server.close());

/** A request of the administrator that must succeed; answers the body. */
const done = async (method: string, path: string, body?: unknown): Promise<Answer['body']> => {
  const answer = await server.as(server.admin, method, path, body);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
};
let count = 0;
const fresh = (): string => `n${(count += 1)}`;

const begin = async (processDefinitionId: string): Promise<string> =>
  (await done('POST', '/v2/process-instances', { processDefinitionId })).processInstanceKey;
const find = async (what: string, filter: object): Promise<Answer['body']> =>
  (await done('POST', `/v2/${what}/search`, { filter })).items[0];
const newJob = async (): Promise<string> => {
  const processInstanceKey = await begin('work');
  const { jobKey } = await find('jobs', { processInstanceKey });
  await done('POST', '/v2/jobs/activation', {
    type: 'pack',
    timeout: 60_000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  });
  return jobKey;
};
const newNamed = (path: string, field: string) => async (): Promise<string> => {
  const id = fresh();
  await done('POST', path, { [field]: id, name: id });
  return id;
};
const grant = {
  ownerType: 'ROLE',
  ownerId: 'operator',
  resourceType: 'USER',
  resourceId: 'x',
  permissionTypes: ['READ'],
};

/** Makes something that a parameter of an address can name. */
const makers: Readonly<Record<string, () => Promise<string>>> = {
  processInstanceKey: () => begin('work'),
  elementInstanceKey: () => begin('work'),
  adHocSubProcessInstanceKey: async () =>
    (await find('element-instances', { processInstanceKey: await begin('loose'), elementId: 'any' }))
      .elementInstanceKey,
  jobKey: newJob,
  userTaskKey: async () => (await find('user-tasks', { processInstanceKey: await begin('asking') })).userTaskKey,
  processDefinitionKey: async () =>
    (await find('process-definitions', { processDefinitionId: 'work' })).processDefinitionKey,
  incidentKey: async () => {
    const jobKey = await newJob();
    await done('POST', `/v2/jobs/${jobKey}/failure`, { retries: 0 });
    await done('PATCH', `/v2/jobs/${jobKey}`, { changeset: { retries: 1 } });
    return (await find('incidents', { jobKey })).incidentKey;
  },
  batchOperationKey: async () => {
    const { batchOperationKey } = await done('POST', '/v2/process-instances/cancellation', {
      filter: { tags: ['none'] },
    });
    // As one that somebody holds: by itself it would be over before it is looked at.
    await expect
      .poll(async () => (await done('GET', `/v2/batch-operations/${batchOperationKey}`)).state)
      .toBe('COMPLETED');
    await server.runtime.database
      .knex('batch_operations')
      .where({ key: batchOperationKey })
      .update({ state: 'SUSPENDED', end_ms: null });
    return batchOperationKey;
  },
  decisionEvaluationKey: async () =>
    (await done('POST', '/v2/decision-definitions/evaluation', { decisionDefinitionId: 'price' }))
      .decisionEvaluationKey,
  resourceKey: async () => {
    const content = Buffer.from(JSON.stringify({ type: 'default', id: fresh(), components: [] }));
    return (await server.deploy({ name: `${fresh()}.form`, content })).body.deployments[0].form.formKey;
  },
  name: async () => {
    const name = fresh();
    await done('POST', '/v2/cluster-variables/global', { name, value: 1 });
    await done('POST', '/v2/cluster-variables/tenants/<default>', { name, value: 1 });
    return name;
  },
  draftId: async () => (await done('POST', '/ext/drafts', { name: 'n', kind: 'bpmn', content: '' })).draftId,
  tokenId: async () => (await done('POST', '/ext/tokens', { name: fresh() })).tokenId,
  username: async () => {
    const username = fresh();
    await done('POST', '/v2/users', { username, password: 'a phrase that is long enough' });
    return username;
  },
  clientId: () => Promise.resolve(fresh()),
  groupId: newNamed('/v2/groups', 'groupId'),
  roleId: newNamed('/v2/roles', 'roleId'),
  tenantId: newNamed('/v2/tenants', 'tenantId'),
  mappingRuleId: async () => {
    const mappingRuleId = fresh();
    await done('POST', '/v2/mapping-rules', { mappingRuleId, name: 'n', claimName: 'c', claimValue: fresh() });
    return mappingRuleId;
  },
  authorizationKey: async () =>
    (await done('POST', '/v2/authorizations', { ...grant, resourceId: fresh() })).authorizationKey,
};

/** Bodies where the example does not fit what is there. */
const bodies: Readonly<Record<string, () => unknown>> = {
  createProcessInstance: () => ({ processDefinitionId: 'work' }),
  createProcessInstances: () => ({ processDefinitionId: 'work', instances: [{}] }),
  assignProcessInstanceBusinessId: () => ({ businessId: fresh() }),
  modifyProcessInstance: () => ({ activateInstructions: [{ elementId: 'check' }] }),
  activateAdHocSubProcessActivities: () => ({ elements: [{ elementId: 'one' }] }),
  throwJobError: () => ({ errorCode: 'unknown' }),
  correlateMessage: () => ({ name: 'called', correlationKey: '7' }),
  evaluateDecision: () => ({ decisionDefinitionId: 'price' }),
  evaluateConditionals: () => ({ variables: {} }),
  enableUser: () => ({ isEnabled: false }),
  createAuthorization: () => ({ ...grant, resourceId: fresh() }),
  updateAuthorization: () => ({ ...grant, resourceId: fresh() }),
  createGlobalClusterVariable: () => ({ name: fresh(), value: 1 }),
  createTenantClusterVariable: () => ({ name: fresh(), value: 1 }),
};

/** What has to be done before, where a thing alone is not enough. */
const before: Readonly<Record<string, (address: string) => Promise<unknown>>> = {
  resumeProcessInstance: (address) => done('POST', address.replace('resumption', 'suspension')),
  suspendBatchOperation: (address) =>
    server.runtime.database
      .knex('batch_operations')
      .where({ key: address.split('/')[3] })
      .update({ state: 'ACTIVE' }),
  correlateMessage: () => begin('waiting'),
  delegateUserTask: (address) =>
    done('POST', address.replace('/ext/', '/v2/').replace('delegation', 'assignment'), { assignee: 'ana' }),
};

const requestOf = async ({ id, method, path, params, body, example }: Operation) => {
  let address = path;
  for (const name of Object.keys(params ?? {})) {
    const isStored = name === 'tenantId' && path.startsWith('/v2/cluster-variables');
    address = address.replace(`{${name}}`, isStored ? '<default>' : encodeURIComponent(await makers[name]!()));
  }
  if (/^unassign(?!UserTask)/.test(id)) await done('PUT', address);
  await before[id]?.(address);
  const made = bodies[id]?.();
  const given = (made ?? example.body ?? {}) as Record<string, unknown>;
  const newIds = ['username', 'groupId', 'roleId', 'tenantId', 'mappingRuleId'].filter(
    (name) => name in given && params === undefined,
  );
  const sent = { ...given, ...Object.fromEntries(newIds.map((name) => [name, fresh()])) };
  if (id === 'completeJobs') Object.assign(sent, { jobs: [{ jobKey: await newJob() }] });
  if (id === 'changeUserTasks') Object.assign(sent, { userTaskKeys: [await makers['userTaskKey']!()] });
  if (id === 'migrateProcessInstance') {
    const { processDefinitionKey } = await find('process-definitions', { processDefinitionId: 'work' });
    Object.assign(sent, {
      targetProcessDefinitionKey: processDefinitionKey,
      mappingInstructions: [{ sourceElementId: 'pack', targetElementId: 'pack' }],
    });
  }
  return { method, address, sent: body === undefined ? undefined : sent };
};

/** Whether the body may have one more field, which makes it another body. */
const takesReference = ({ body }: Operation): boolean =>
  JSON.stringify(body?.kind === 'json' ? body.schema() : {}).includes('"operationReference"');

describe('an idempotency key', () => {
  it('should be taken by every command, except for those with a reason', () => {
    const others = operations.filter(
      ({ method, path, isRepeatable }) =>
        method !== 'GET' && isRepeatable !== true && !/\/(search|statistics)(\/|$)/.test(path),
    );
    expect(others.map(({ id }) => id).sort()).toEqual(Object.keys(withoutKey).sort());
    expect(commands.length).toBeGreaterThan(85);
  });

  it.each(commands.filter(({ id }) => id !== neverHere).map((operation) => [operation.id, operation] as const))(
    'should make %s happen once, however often it is repeated, and take no other request',
    async (_id, operation) => {
      const { method, address, sent } = await requestOf(operation);
      const key = randomUUID();
      const send = (path = address, body: unknown = sent) =>
        server.request(method, path, body, { ...server.admin, 'idempotency-key': key });
      const effects = async (): Promise<number> =>
        (await server.runtime.database.knex('audit_log').where({ command_id: key })).length;

      const first = await send();
      expect(first.status, `${address} ${JSON.stringify(sent)}: ${JSON.stringify(first.body)}`).toBeLessThan(300);
      const happened = await effects();
      expect(happened).toBeGreaterThan(0);
      const again = await send();
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(await effects()).toBe(happened);
      const other = await send(`${address}?other`);
      const isOther = { status: 400, body: { detail: expect.stringMatching(/idempotency key/) } };
      expect(other).toMatchObject(isOther);
      if (takesReference(operation))
        expect(await send(address, { ...(sent as object), operationReference: 7 })).toMatchObject(isOther);
    },
  );
});
