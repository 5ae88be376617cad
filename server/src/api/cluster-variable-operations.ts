import { z } from 'zod';
import { clusterVariablePlan, findClusterVariable } from '../store/searches/cluster-variable-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import {
  createVariableTask,
  deleteVariableTask,
  missingVariable,
  updateVariableTask,
} from '../runtime/cluster-variables.ts';
import type { VariablePlace } from '../runtime/cluster-variables.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import {
  clusterVariableAnswer,
  clusterVariableExample,
  clusterVariableType,
  shownClusterVariable,
  shownClusterVariableType,
} from './cluster-variable-answer.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { searchAnswer } from './search/read-search.ts';
import { truncateValues } from './truncate-values.ts';

/** The longest value as JSON text, UTF-16 code units: all of them are in the memory of every server. */
const maxLength = 16_384;
/** Any JSON, answered as its text. Absent is no JSON. */
const value = z
  .unknown()
  .refine((given) => given !== undefined, 'must be there, any JSON')
  .transform((given) => JSON.stringify(given ?? null))
  .refine(
    (written) => written.length <= maxLength && !/\\ud[89a-f]/i.test(written),
    `must be at most ${maxLength} characters as JSON text, without halves of surrogate pairs`,
  );
const name = text(256).min(1);
const tenant = z.literal('<default>', 'is unknown: multi-tenancy is off, there is only "<default>"');
const tag = 'Variables';
const description = 'Expressions find it as `camunda.vars.cluster.NAME` and `camunda.vars.env.NAME`.';
const ofTenant =
  'Expressions find it as `camunda.vars.tenant.NAME`, and as `camunda.vars.env.NAME` before a global one.';

interface Family {
  /** What its operations are called after: `createGlobalClusterVariable`. */
  readonly id: 'Global' | 'Tenant';
  readonly path: string;
  readonly params: Readonly<Record<string, z.ZodType>>;
  readonly words: string;
  readonly description: string;
  readonly place: (params: Readonly<Record<string, unknown>>, name: string) => VariablePlace;
  readonly example: z.input<typeof clusterVariableType>;
}

const families: readonly Family[] = [
  {
    id: 'Global',
    path: '/v2/cluster-variables/global',
    params: {},
    words: 'a variable of the whole cluster',
    description,
    place: (_params, of) => ({ scope: 'GLOBAL', tenant_id: '', name: of }),
    example: clusterVariableExample,
  },
  {
    id: 'Tenant',
    path: '/v2/cluster-variables/tenants/{tenantId}',
    params: { tenantId: tenant },
    words: 'a variable of a tenant',
    description: ofTenant,
    place: ({ tenantId }, of) => ({ scope: 'TENANT', tenant_id: tenantId as string, name: of }),
    example: { ...clusterVariableExample, scope: 'TENANT', tenantId: '<default>' },
  },
];

/** The operations on variables of the cluster, and the same on those of a tenant. */
const operationsOf = (runtime: Runtime, family: Family): readonly Operation[] => {
  const { id, path, words, place, example } = family;
  const params = { ...family.params, name };
  const sent = { url: 'https://payment.example.com', timeoutMs: 5_000 };
  const placeOf = (given: Readonly<Record<string, unknown>>): VariablePlace => place(given, given['name'] as string);
  return [
    operation({
      id: `create${id}ClusterVariable`,
      method: 'POST',
      path,
      tag,
      summary: `Add ${words}`,
      description: family.description,
      params: family.params,
      body: body(z.strictObject({ name, value })),
      answer: json(clusterVariableType),
      refusals: ['ALREADY_EXISTS', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs('CLUSTER_VARIABLE', 'CREATE'),
      example: { body: { name: 'PAYMENT_API', value: sent }, answer: example },
      run: async (call) => {
        const task = createVariableTask(place(call.params, call.body.name), call.body.value);
        return clusterVariableAnswer(await submit(runtime, call, task));
      },
    }),
    operation({
      id: `get${id}ClusterVariable`,
      method: 'GET',
      path: `${path}/{name}`,
      tag,
      summary: `Read ${words}`,
      params,
      answer: json(clusterVariableType),
      refusals: ['NOT_FOUND'],
      access: needs('CLUSTER_VARIABLE', 'READ'),
      example: { answer: example },
      run: async (call) => {
        const row = await findClusterVariable(runtime.database, placeOf(call.params));
        if (row === null) throw missingVariable(placeOf(call.params));
        return clusterVariableAnswer(row);
      },
    }),
    operation({
      id: `update${id}ClusterVariable`,
      method: 'PUT',
      path: `${path}/{name}`,
      tag,
      summary: `Change ${words}`,
      description: 'Steps that begin afterwards see the new value; what was evaluated before stays as it is.',
      params,
      body: body(z.strictObject({ value })),
      answer: json(clusterVariableType),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('CLUSTER_VARIABLE', 'UPDATE'),
      example: { body: { value: sent }, answer: example },
      run: async (call) =>
        clusterVariableAnswer(await submit(runtime, call, updateVariableTask(placeOf(call.params), call.body.value))),
    }),
    operation({
      id: `delete${id}ClusterVariable`,
      method: 'DELETE',
      path: `${path}/{name}`,
      tag,
      summary: `Drop ${words}`,
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('CLUSTER_VARIABLE', 'DELETE'),
      example: {},
      run: async (call) => {
        await submit(runtime, call, deleteVariableTask(placeOf(call.params)));
      },
    }),
  ];
};

/** Variables that no instance owns: values such as addresses and limits that models read. */
export const clusterVariableOperations = (runtime: Runtime): readonly Operation[] => [
  ...families.flatMap((family) => operationsOf(runtime, family)),
  operation({
    id: 'searchClusterVariables',
    method: 'POST',
    path: '/v2/cluster-variables/search',
    tag,
    summary: 'Search variables of the cluster and of tenants',
    query: truncateValues,
    body: searchBody({ plan: clusterVariablePlan }),
    answer: json(pageOf(shownClusterVariableType)),
    access: needs('CLUSTER_VARIABLE', 'READ'),
    example: {
      body: { filter: { name: { $like: 'PAYMENT_*' } } },
      answer: onePage({ ...clusterVariableExample, isTruncated: false }),
    },
    run: async ({ body: search, query }) =>
      searchAnswer(
        await runSearch(runtime.database, clusterVariablePlan, search),
        shownClusterVariable(query.truncateValues),
      ),
  }),
];
