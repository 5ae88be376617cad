import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { permissionsOf, resourceTypes } from '../../src/identity/permissions.ts';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { model, serviceModel } from '../fixture.ts';
import { bearer, startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import type { Answer } from '../test-server.ts';
import type { Dialect } from '../test-runtime.ts';

/** Somebody who may do everything in one tenant. */
export interface Member {
  readonly tenantId: string;
  readonly headers: Readonly<Record<string, string>>;
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  /** What a search finds. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of the items
  find(what: string, filter?: object): Promise<any[]>;
  deploy(...files: readonly UploadedFile[]): Promise<Answer>;
  start(processDefinitionId: string, variables?: object): Promise<string>;
}

export interface TenantServer extends GuardedServer {
  /** Makes a tenant, and a client that may do everything there. */
  addTenant(tenantId: string): Promise<Member>;
}

/** A server that tells tenants apart, and has a role that may do everything. */
export const startTenantServer = async (dialect: Dialect = 'sqlite'): Promise<TenantServer> => {
  const server = await startGuardedServer({ isMultiTenant: true, maxWaiting: 10_000 }, dialect);
  const must = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await server.as(server.admin, method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  await must('POST', '/v2/roles', { roleId: 'everything', name: 'Everything' });
  for (const type of resourceTypes)
    await must('POST', '/v2/authorizations', {
      ownerType: 'ROLE',
      ownerId: 'everything',
      resourceType: type,
      resourceId: '*',
      permissionTypes: permissionsOf[type],
    });
  return {
    ...server,
    addTenant: async (tenantId) => {
      const client = `worker-${tenantId}`;
      await must('POST', '/v2/tenants', { tenantId, name: tenantId });
      await must('PUT', `/v2/tenants/${tenantId}/clients/${client}`);
      await must('PUT', `/v2/roles/everything/clients/${client}`);
      const { body } = await must('POST', '/ext/tokens', { name: client, clientId: client });
      return memberOf(server, tenantId, bearer(body.token as string));
    },
  };
};

const memberOf = (server: GuardedServer, tenantId: string, headers: Readonly<Record<string, string>>): Member => {
  const request: Member['request'] = (method, path, body, more = {}) =>
    server.as({ ...headers, ...more }, method, path, body);
  return {
    tenantId,
    headers,
    request,
    get: (path) => request('GET', path),
    post: (path, body = {}) => request('POST', path, body),
    find: async (what, filter = {}) => (await request('POST', `/v2/${what}/search`, { filter })).body.items,
    deploy: async (...files) => {
      const form = new FormData();
      for (const { name, content } of files) form.append('resources', new Blob([new Uint8Array(content)]), name);
      form.append('tenantId', tenantId);
      const response = await fetch(`${server.address}/v2/deployments`, { method: 'POST', body: form, headers });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    start: async (processDefinitionId, variables = {}) => {
      const { status, body } = await request('POST', '/v2/process-instances', {
        processDefinitionId,
        variables,
        tenantId,
      });
      if (status !== 200) throw new Error(`start of ${processDefinitionId}: ${status} ${JSON.stringify(body)}`);
      return body.processInstanceKey as string;
    },
  };
};

const task = (id: string, inside: string): string => `<bpmn:${inside}`.replace('ID', id);
const flow = (from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const message = (id: string, name: string): string =>
  `<bpmn:message id="${id}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>`;

/** Waits at once for a job, a person, a message, a signal and a timer; decides before, by a decision of its own tenant. */
export const everythingModel = model(
  'everything',
  `<bpmn:startEvent id="s"/>${flow('s', 'decide')}
   ${task('decide', 'businessRuleTask id="ID"><bpmn:extensionElements><zeebe:calledDecision decisionId="answer" resultVariable="decided"/></bpmn:extensionElements></bpmn:businessRuleTask>')}
   ${flow('decide', 'fork')}<bpmn:parallelGateway id="fork"/>
   ${['work', 'ask', 'hear', 'see', 'wait', 'fail'].map((id) => flow('fork', id)).join('')}
   ${task('work', 'serviceTask id="ID"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>')}
   ${task('ask', 'userTask id="ID"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="form"/></bpmn:extensionElements></bpmn:userTask>')}
   <bpmn:intermediateCatchEvent id="hear"><bpmn:messageEventDefinition messageRef="m1"/></bpmn:intermediateCatchEvent>
   <bpmn:intermediateCatchEvent id="see"><bpmn:signalEventDefinition signalRef="s1"/></bpmn:intermediateCatchEvent>
   <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
   ${task('fail', 'serviceTask id="ID"><bpmn:extensionElements><zeebe:taskDefinition type="fail" retries="1"/></bpmn:extensionElements></bpmn:serviceTask>')}`,
  `${message('m1', 'heard')}<bpmn:signal id="s1" name="seen"/>`,
);

/** Begins with the message `begin`, calls `called`, and then works on a job. */
export const callingModel = model(
  'calling',
  `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m1"/></bpmn:startEvent>${flow('s', 'call')}
   ${task('call', 'callActivity id="ID"><bpmn:extensionElements><zeebe:calledElement processId="called"/></bpmn:extensionElements></bpmn:callActivity>')}`,
  message('m1', 'begin'),
);
export const calledModel = serviceModel('called', 'called');

/** Begins where `amount` is more than ten. */
export const conditionalModel = model(
  'conditional',
  `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:condition>=amount &gt; 10</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
   ${flow('s', 'w')}${task('w', 'serviceTask id="ID"><bpmn:extensionElements><zeebe:taskDefinition type="conditional"/></bpmn:extensionElements></bpmn:serviceTask>')}`,
);

/** Begins with the signal `all`. */
export const signaledModel = model(
  'signaled',
  `<bpmn:startEvent id="s"><bpmn:signalEventDefinition signalRef="s1"/></bpmn:startEvent>
   ${flow('s', 'w')}${task('w', 'serviceTask id="ID"><bpmn:extensionElements><zeebe:taskDefinition type="signaled"/></bpmn:extensionElements></bpmn:serviceTask>')}`,
  '<bpmn:signal id="s1" name="all"/>',
);

/** A decision `answer` that says this. */
export const answerDecision = (says: string): UploadedFile => ({
  name: 'answer.dmn',
  content: Buffer.from(decisionFile('answers', [decision('answer', literal(`"${says}"`))])),
});

/** A form `form` with this title. */
export const titledForm = (title: string): UploadedFile => ({
  name: 'form.form',
  content: Buffer.from(
    JSON.stringify({ id: 'form', type: 'default', schemaVersion: 16, components: [{ type: 'text', text: title }] }),
  ),
});

export const note = (text: string): UploadedFile => ({ name: 'note.txt', content: Buffer.from(text) });
