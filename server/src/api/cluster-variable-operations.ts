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
import type { Permitted } from './found-row.ts';
import { tenantName, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { searchAnswer } from './search/read-search.ts';
import { withinPermit } from './search/within-permit.ts';
import { tenantOf } from './tenant-of.ts';
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
const tag = 'Variables';
const description = 'Expressions find it as `camunda.vars.cluster.NAME` and `camunda.vars.env.NAME`.';
const ofTenant =
  'Expressions find it as `camunda.vars.tenant.NAME`, and as `camunda.vars.env.NAME` before a global one.';

/** A call whose address names a variable, and its tenant if it has one. */
type Named = Permitted & { readonly params: Readonly<Record<string, unknown>> };

interface Family {
  /** What its operations are called after: `createGlobalClusterVariable`. */
  readonly id: 'Global' | 'Tenant';
  readonly path: string;
  readonly params: Readonly<Record<string, z.ZodType>>;
  readonly words: string;
  readonly description: string;
  readonly place: (call: Named, name: string) => VariablePlace;
  readonly example: z.input<typeof clusterVariableType>;
}

const families: readonly Family[] = [
  {
    id: 'Global',
    path: '/v2/cluster-variables/global',
    params: {},
    words: 'a variable of the whole cluster',
    description,
    place: (_call, of) => ({ scope: 'GLOBAL', tenant_id: '', name: of }),
    example: clusterVariableExample,
  },
  {
    id: 'Tenant',
    path: '/v2/cluster-variables/tenants/{tenantId}',
    params: { tenantId: tenantName },
    words: 'a variable of a tenant',
    description: ofTenant,
    place: (call, of) => ({
      scope: 'TENANT',
      tenant_id: tenantOf(call, call.params['tenantId'] as string),
      name: of,
    }),
    example: { ...clusterVariableExample, scope: 'TENANT', tenantId: '<default>' },
  },
];

/** The operations on variables of the cluster, and the same on those of a tenant. */
const operationsOf = (runtime: Runtime, family: Family): readonly Operation[] => {
  const { id, path, words, place, example } = family;
  const params = { ...family.params, name };
  const sent = { url: 'https://payment.example.com', timeoutMs: 5_000 };
  const placeOf = (call: Named): VariablePlace => place(call, call.params['name'] as string);
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
      isTenantAware: true,
      access: needs('CLUSTER_VARIABLE', 'CREATE'),
      example: { body: { name: 'PAYMENT_API', value: sent }, answer: example },
      run: async (call) => {
        const task = createVariableTask(place(call, call.body.name), call.body.value);
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
      isTenantAware: true,
      access: needs('CLUSTER_VARIABLE', 'READ'),
      example: { answer: example },
      run: async (call) => {
        const row = await findClusterVariable(runtime.database, placeOf(call));
        if (row === null) throw missingVariable(placeOf(call));
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
      isTenantAware: true,
      access: needs('CLUSTER_VARIABLE', 'UPDATE'),
      example: { body: { value: sent }, answer: example },
      run: async (call) =>
        clusterVariableAnswer(await submit(runtime, call, updateVariableTask(placeOf(call), call.body.value))),
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
      isTenantAware: true,
      access: needs('CLUSTER_VARIABLE', 'DELETE'),
      example: {},
      run: async (call) => {
        await submit(runtime, call, deleteVariableTask(placeOf(call)));
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
    isTenantAware: true,
    example: {
      body: { filter: { name: { $like: 'PAYMENT_*' } } },
      answer: onePage({ ...clusterVariableExample, isTruncated: false }),
    },
    run: async ({ body: search, query, permit }) =>
      searchAnswer(
        await runSearch(runtime.database, clusterVariablePlan, withinPermit(search, clusterVariablePlan, permit)),
        shownClusterVariable(query.truncateValues),
      ),
  }),
];
