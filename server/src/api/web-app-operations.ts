import { z } from 'zod';
import { findForm } from '../store/searches/find-form.ts';
import { readOverview } from '../store/searches/overview.ts';
import type { Identity } from '../identity/identity.ts';
import { prepareResource } from '../runtime/deployment/prepare-resource.ts';
import { unknownCalls } from '../runtime/deployment/unknown-calls.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { formAnswer, formExample, formType } from './form-answer.ts';
import { tenantId, tenantName, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import type { ServerInfo } from './server-info.ts';
import { tenantOf } from './tenant-of.ts';

const validation = z.strictObject({ resourceName: text(500).min(1), content: text(4 * 1024 * 1024), tenantId });
const problem = z.looseObject({ severity: z.enum(['error', 'warning']), message: z.string() });
const count = z.int();
const overviewType = z
  .strictObject({
    processInstances: z.strictObject({ active: count, withIncident: count, completed: count }),
    incidents: count,
    userTasks: z.strictObject({ open: count, unassigned: count, mine: count, overdue: count }),
    jobs: z.strictObject({ open: count }),
    processDefinitions: count,
  })
  .meta({ id: 'Overview' });

const loginOf = ({ isOn, oidc }: Identity): 'none' | 'password' | 'identity-provider' =>
  !isOn ? 'none' : oidc === null ? 'password' : 'identity-provider';

const tag = 'Web app';

/** What the web app needs and the Camunda 8 API has no place for. */
export const webAppOperations = (runtime: Runtime, info: ServerInfo, identity: Identity): readonly Operation[] => {
  const { database, clock } = runtime;
  return [
    operation({
      id: 'getServerInfo',
      method: 'GET',
      path: '/ext/info',
      tag,
      summary: 'Read what server this is',
      answer: json(
        z.strictObject({
          name: z.literal('Baton'),
          version: z.string(),
          database: z.enum(['sqlite', 'postgresql']),
          environment: z.string().nullable(),
          nowMs: z.number().describe('The clock of the server, epoch milliseconds.'),
          login: z
            .enum(['none', 'password', 'identity-provider'])
            .describe('Whether callers have to sign in; with an identity provider a password is taken too.'),
          isMultiTenant: z
            .boolean()
            .describe('Whether everybody sees only what belongs to tenants that they are members of.'),
        }),
      ),
      access: 'anyone',
      example: {
        answer: {
          name: 'Baton',
          version: '0.1.0',
          database: 'sqlite',
          environment: null,
          nowMs: 1_895_911_200_000,
          login: 'none',
          isMultiTenant: false,
        },
      },
      run: () => ({
        name: 'Baton' as const,
        version: info.version,
        database: info.database,
        environment: info.environment,
        nowMs: clock.nowMs(),
        login: loginOf(identity),
        isMultiTenant: identity.isMultiTenant,
      }),
    }),
    operation({
      id: 'getForm',
      method: 'GET',
      path: '/ext/forms/{formId}',
      tag,
      summary: 'Read the latest version of a form',
      params: { formId: z.string() },
      query: { tenantId: tenantName.optional() },
      answer: json(formType),
      refusals: ['NOT_FOUND'],
      access: 'signed-in',
      isTenantAware: true,
      example: { answer: formExample },
      run: async (call) => {
        const { formId } = call.params;
        const tenant = tenantOf(call, call.query.tenantId);
        const form = await findForm(database, {
          tenantId: tenant,
          formId,
          binding: 'latest',
          versionTag: null,
          deploymentKey: 0,
        });
        if (form === null) throw new Refusal('NOT_FOUND', `No form with the id '${formId}' is deployed`);
        return formAnswer(database, form);
      },
    }),
    operation({
      id: 'validateResource',
      method: 'POST',
      path: '/ext/validation',
      tag,
      summary: 'Check a file as a deployment would',
      body: body(validation),
      answer: json(z.strictObject({ valid: z.boolean(), problems: z.array(problem) })),
      access: needs('RESOURCE', 'CREATE'),
      isTenantAware: true,
      example: {
        body: { resourceName: 'invoice.bpmn', content: '<bpmn:definitions />' },
        answer: { valid: false, problems: [{ severity: 'error', message: 'Expected a process, found none.' }] },
      },
      run: async (call) => {
        const { resourceName, content } = call.body;
        const tenant = tenantOf(call, call.body.tenantId);
        await runtime.globals.current(clock.nowMs(), tenant);
        const { resource, problems } = await prepareResource(
          { name: resourceName, content: Buffer.from(content, 'utf8') },
          clock.nowMs(),
          runtime,
          tenant,
        );
        const calls = resource === null ? [] : await unknownCalls(runtime, tenant, resource);
        return {
          valid: !problems.some(({ severity }) => severity === 'error'),
          problems: [...problems, ...calls].map((each) => ({ ...each })),
        };
      },
    }),
    operation({
      id: 'getOverview',
      method: 'GET',
      path: '/ext/overview',
      tag,
      summary: 'Count what is there',
      query: { assignee: z.string().optional() },
      answer: json(overviewType),
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
      isTenantAware: true,
      example: {
        answer: {
          processInstances: { active: 12, withIncident: 1, completed: 340 },
          incidents: 1,
          userTasks: { open: 5, unassigned: 3, mine: 1, overdue: 0 },
          jobs: { open: 2 },
          processDefinitions: 4,
        },
      },
      run: async ({ query, permit }) => {
        const mine = query.assignee === undefined || query.assignee === '' ? null : query.assignee;
        const counts = await readOverview(database, clock.nowMs(), mine, permit.tenants);
        return {
          processInstances: { active: counts.active, withIncident: counts.withIncident, completed: counts.completed },
          incidents: counts.incidents,
          userTasks: {
            open: counts.openTasks,
            unassigned: counts.unassigned,
            mine: counts.mine,
            overdue: counts.overdue,
          },
          jobs: { open: counts.openJobs },
          processDefinitions: counts.processDefinitions,
        };
      },
    }),
  ];
};
