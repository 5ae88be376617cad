import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredOperations } from '../../src/api/api-description.ts';
import { needsOf } from '../../src/api/operation/access.ts';
import type { Operation } from '../../src/api/operation/operation.ts';
import { tenantless } from '../../src/identity/permissions.ts';
import {
  answerDecision,
  calledModel,
  callingModel,
  everythingModel,
  note,
  startTenantServer,
  titledForm,
} from './tenant-server.ts';
import type { Member, TenantServer } from './tenant-server.ts';

/** A key that was never given out, of as many digits as those that were. */
const never = '8999999999';
/** What is of the whole server, or of the caller: there is nothing of a tenant in it. */
const isOfNoTenant = ({ access, tag, id }: Operation): boolean =>
  access === 'anyone' ||
  ['Identity', 'Cluster'].includes(tag) ||
  ['listExamples', 'deployExample'].includes(id) ||
  id.includes('GlobalClusterVariable') ||
  (typeof access !== 'string' && needsOf(access).every(({ resource }) => tenantless.has(resource)));

const operations = declaredOperations().filter((operation) => !isOfNoTenant(operation));

let server: TenantServer;
let north: Member;
let south: Member;
/** What is of the other tenant, by the name of the parameter that it goes by. */
let foreign: Readonly<Record<string, string>>;
/** What has happened to their instance before anybody tried anything. */
let journal: unknown;
beforeAll(async () => {
  server = await startTenantServer();
  [north, south] = [await server.addTenant('north'), await server.addTenant('south')];
  await south.deploy(
    everythingModel,
    callingModel,
    calledModel,
    answerDecision('south'),
    titledForm('south'),
    note('south'),
  );
  const processInstanceKey = await south.start('everything', { key: 'k' });
  const of = { processInstanceKey };
  const only = async (what: string, field: string, filter: object = of): Promise<string> =>
    (await south.find(what, filter))[0][field] as string;
  const failing = await only('jobs', 'jobKey', { ...of, type: 'fail' });
  const poll = { worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: -1, tenantIds: ['south'] };
  await south.post('/v2/jobs/activation', { ...poll, type: 'fail' });
  await south.post(`/v2/jobs/${failing}/failure`, { retries: 0, errorMessage: 'no' });
  const batch = await south.post('/v2/process-instances/suspension', { filter: { processDefinitionId: 'none' } });
  const [{ userTaskKey, formKey }] = await south.find('user-tasks', of);
  const draft = { name: 'n', kind: 'bpmn', content: '', tenantId: 'south' };
  const definition = await only('process-definitions', 'processDefinitionKey', { processDefinitionId: 'everything' });
  foreign = {
    processInstanceKey,
    processDefinitionKey: definition,
    elementInstanceKey: await only('element-instances', 'elementInstanceKey', { ...of, elementId: 'ask' }),
    adHocSubProcessInstanceKey: processInstanceKey,
    variableKey: await only('variables', 'variableKey'),
    jobKey: await only('jobs', 'jobKey', { ...of, type: 'work' }),
    userTaskKey,
    formKey,
    incidentKey: await only('incidents', 'incidentKey'),
    batchOperationKey: batch.body.batchOperationKey as string,
    decisionDefinitionKey: await only('decision-definitions', 'decisionDefinitionKey', {}),
    decisionRequirementsKey: await only('decision-requirements', 'decisionRequirementsKey', {}),
    decisionEvaluationInstanceKey: await only('decision-instances', 'decisionEvaluationInstanceKey', of),
    decisionEvaluationKey: await only('decision-instances', 'decisionEvaluationKey', of),
    resourceKey: await only('resources', 'resourceKey', {}),
    draftId: (await south.post('/ext/drafts', draft)).body.draftId as string,
    folderId: (await south.post('/ext/folders', { name: 'n', tenantId: 'south' })).body.folderId as string,
    // Names: those of another tenant are reached by naming the tenant, which is refused.
    documentId: 'document-of-theirs',
    formId: 'form-of-theirs',
    name: 'LIMIT-of-theirs',
    tenantId: 'south',
    seq: '1',
  };
  const version = await south.post(`/ext/drafts/${foreign['draftId']}/versions`, { name: 'n' });
  const comment = await south.post(`/ext/drafts/${foreign['draftId']}/comments`, { text: 'n' });
  const filter = { name: 'n', content: { view: {} }, audience: 'everybody', tenantId: 'south' };
  foreign = {
    ...foreign,
    filterId: (await south.post('/ext/task-filters', filter)).body.filterId as string,
    versionId: version.body.versionId as string,
    commentKey: comment.body.commentKey as string,
  };
  journal = await journalOf(processInstanceKey);
});
afterAll(() => server.close());

const journalOf = async (key: string): Promise<unknown> =>
  (await south.get(`/ext/process-instances/${key}/journal`)).body;

/** What somebody is answered, without the key that they asked by. */
const asked = async ({ id, method, path, body, example }: Operation, params: Readonly<Record<string, string>>) => {
  let address = path;
  for (const [name, value] of Object.entries(params)) address = address.replace(`{${name}}`, value);
  // What it is about is in the address: the body is of the tenant of the caller, where it says one.
  const sent = body === undefined ? undefined : { ...(example.body as object), ...bodies[id] };
  const headers: Record<string, string> = { ...north.headers };
  const init: RequestInit = { method, headers };
  if (body?.kind === 'multipart') {
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.txt');
    init.body = form;
  } else if (sent !== undefined) {
    init.body = JSON.stringify(sent);
    headers['content-type'] = 'application/json';
  }
  const response = await fetch(server.address + address, init);
  let text = await response.text();
  for (const value of Object.values(params))
    text = text.replaceAll(value, 'KEY').replaceAll(encodeURIComponent(value), 'KEY');
  return { status: response.status, text };
};

/** Bodies that do something, where the example of an operation would be refused for itself. */
const bodies: Readonly<Record<string, object>> = {
  completeJob: {},
  modifyProcessInstance: {
    activateInstructions: [{ elementId: 'work' }],
    moveInstructions: [],
    terminateInstructions: [],
  },
};

describe('what is of another tenant', () => {
  const byKey = operations.filter(({ params, id }) => params !== undefined && id !== 'openDocumentLink');

  it.each(byKey.map((operation) => [operation.id, operation] as const))(
    'should be as if it was not there: %s',
    async (_id, operation) => {
      const names = Object.keys(operation.params ?? {});
      const given = Object.fromEntries(names.map((name) => [name, foreign[name] ?? `no such ${name}`]));
      const missing = Object.fromEntries(
        names.map((name) => {
          if (name === 'tenantId') return [name, 'nowhere'];
          return [
            name,
            name === 'decisionEvaluationInstanceKey' ? `${never}-1` : /^[0-9]/.test(given[name] ?? '') ? never : 'none',
          ];
        }),
      );
      const theirs = await asked(operation, given);
      expect(theirs).toEqual(await asked(operation, missing));
      // A search of names finds none, as in a process that is not there.
      const isEmpty = operation.id === 'searchProcessDefinitionVariableNames' && theirs.text.startsWith('{"items":[]');
      expect(isEmpty || theirs.status >= 400, theirs.text).toBe(true);
    },
  );

  it('should be found by its own tenant, so that the keys above are right', async () => {
    const reads = byKey.filter(({ method, id }) => method === 'GET' && !['getResourceContentBinary'].includes(id));
    const unseen: string[] = [];
    for (const { id, path, params } of reads) {
      // By names: see the families.
      if (['getDocument', 'getTenantClusterVariable', 'getForm'].includes(id)) continue;
      let address = path;
      for (const name of Object.keys(params ?? {})) address = address.replace(`{${name}}`, foreign[name] ?? '');
      const { status } = await south.get(address);
      if (status !== 200 && status !== 204) unseen.push(`${id}: ${status}`);
    }
    expect(unseen).toEqual([]);
  });

  it('should be in no search, and in no number', async () => {
    const found: string[] = [];
    for (const operation of operations) {
      const { id, method, path, params } = operation;
      if (params !== undefined || !path.endsWith('/search')) continue;
      const answer = await north.request(method, path, {});
      const count = (answer.body.items as unknown[]).length + (answer.body.page.totalItems as number);
      if (answer.status !== 200 || count > 0) found.push(`${id}: ${answer.status} ${count}`);
    }
    expect(found).toEqual([]);
  });

  it('should not be reached by a key in a body', async () => {
    const { processDefinitionKey, decisionDefinitionKey, jobKey } = foreign;
    const mine = await north.deploy(calledModel);
    const target = mine.body.deployments[0].processDefinition.processDefinitionKey as string;
    const instance = await north.start('called');
    const plan = (to: string | undefined) => ({ targetProcessDefinitionKey: to, mappingInstructions: [] });
    for (const [path, body] of [
      ['/v2/process-instances', { processDefinitionKey }],
      ['/v2/decision-definitions/evaluation', { decisionDefinitionKey }],
      ['/v2/conditionals/evaluation', { variables: {}, processDefinitionKey, tenantId: 'north' }],
      [`/v2/process-instances/${instance}/migration`, plan(processDefinitionKey)],
      [`/v2/process-instances/${foreign['processInstanceKey']}/migration`, plan(target)],
      ['/v2/process-instances/migration', { filter: {}, migrationPlan: plan(processDefinitionKey) }],
    ] as const)
      expect((await north.post(path, body)).status, path).toBe(404);
    const bulk = await north.post('/ext/jobs/completion', { jobs: [{ jobKey }] });
    expect(bulk.body.items[0].error).toMatchObject({ status: 404 });
  });

  it('should still be as it was', async () => {
    const of = { processInstanceKey: foreign['processInstanceKey'] };
    expect(await south.find('process-instances', of)).toMatchObject([{ state: 'ACTIVE', hasIncident: true }]);
    expect(await south.find('user-tasks', of)).toMatchObject([{ state: 'CREATED', assignee: null }]);
    expect(await south.find('jobs', { ...of, type: 'work' })).toMatchObject([{ state: 'CREATED' }]);
    expect(await journalOf(of.processInstanceKey ?? '')).toEqual(journal);
    expect((await south.get('/ext/drafts')).body.items).toHaveLength(1);
  });
});
