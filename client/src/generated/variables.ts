// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, ListedVariable, Variable, ClusterVariable, ListedClusterVariable } from './schemas.ts';

export type SearchVariablesInput = {
  readonly truncateValues?: 'true' | 'false';
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly variableKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly value?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly scopeKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly isTruncated?: boolean;
  };
  readonly sort?: readonly {
    readonly field: 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchVariablesAnswer = {
  readonly items: readonly ListedVariable[];
  readonly page: Page;
};

export type GetVariableInput = {
  readonly variableKey: string;
};

export type GetVariableAnswer = Variable;

export type CreateGlobalClusterVariableInput = {
  readonly name: string;
  readonly value: unknown;
};

export type CreateGlobalClusterVariableAnswer = ClusterVariable;

export type GetGlobalClusterVariableInput = {
  readonly name: string;
};

export type GetGlobalClusterVariableAnswer = ClusterVariable;

export type UpdateGlobalClusterVariableInput = {
  readonly name: string;
} & {
  readonly value: unknown;
};

export type UpdateGlobalClusterVariableAnswer = ClusterVariable;

export type DeleteGlobalClusterVariableInput = {
  readonly name: string;
};

export type CreateTenantClusterVariableInput = {
  readonly tenantId: string;
} & {
  readonly name: string;
  readonly value: unknown;
};

export type CreateTenantClusterVariableAnswer = ClusterVariable;

export type GetTenantClusterVariableInput = {
  readonly tenantId: string;
  readonly name: string;
};

export type GetTenantClusterVariableAnswer = ClusterVariable;

export type UpdateTenantClusterVariableInput = {
  readonly tenantId: string;
  readonly name: string;
} & {
  readonly value: unknown;
};

export type UpdateTenantClusterVariableAnswer = ClusterVariable;

export type DeleteTenantClusterVariableInput = {
  readonly tenantId: string;
  readonly name: string;
};

export type SearchClusterVariablesInput = {
  readonly truncateValues?: 'true' | 'false';
} & {
  readonly filter?: {
    readonly tenantId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly value?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly scope?: Condition<'GLOBAL' | 'TENANT', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly isTruncated?: boolean;
  };
  readonly sort?: readonly {
    readonly field: 'name' | 'value' | 'tenantId' | 'scope';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchClusterVariablesAnswer = {
  readonly items: readonly ListedClusterVariable[];
  readonly page: Page;
};

/** Variables. */
export interface Variables {
  /** Search variables. Each variable belongs to exactly one scope; the search does not look in scopes around it. `POST /v2/variables/search` */
  searchVariables(input?: SearchVariablesInput, options?: CallOptions): Promise<SearchVariablesAnswer>;
  /** Read a variable with its whole value. `GET /v2/variables/{variableKey}` */
  getVariable(input: GetVariableInput, options?: CallOptions): Promise<GetVariableAnswer>;
  /** Add a variable of the whole cluster. Expressions find it as `camunda.vars.cluster.NAME` and `camunda.vars.env.NAME`. `POST /v2/cluster-variables/global` */
  createGlobalClusterVariable(
    input: CreateGlobalClusterVariableInput,
    options?: CallOptions,
  ): Promise<CreateGlobalClusterVariableAnswer>;
  /** Read a variable of the whole cluster. `GET /v2/cluster-variables/global/{name}` */
  getGlobalClusterVariable(
    input: GetGlobalClusterVariableInput,
    options?: CallOptions,
  ): Promise<GetGlobalClusterVariableAnswer>;
  /** Change a variable of the whole cluster. Steps that begin afterwards see the new value; what was evaluated before stays as it is. `PUT /v2/cluster-variables/global/{name}` */
  updateGlobalClusterVariable(
    input: UpdateGlobalClusterVariableInput,
    options?: CallOptions,
  ): Promise<UpdateGlobalClusterVariableAnswer>;
  /** Drop a variable of the whole cluster. `DELETE /v2/cluster-variables/global/{name}` */
  deleteGlobalClusterVariable(input: DeleteGlobalClusterVariableInput, options?: CallOptions): Promise<void>;
  /** Add a variable of a tenant. Expressions find it as `camunda.vars.tenant.NAME`, and as `camunda.vars.env.NAME` before a global one. `POST /v2/cluster-variables/tenants/{tenantId}` */
  createTenantClusterVariable(
    input: CreateTenantClusterVariableInput,
    options?: CallOptions,
  ): Promise<CreateTenantClusterVariableAnswer>;
  /** Read a variable of a tenant. `GET /v2/cluster-variables/tenants/{tenantId}/{name}` */
  getTenantClusterVariable(
    input: GetTenantClusterVariableInput,
    options?: CallOptions,
  ): Promise<GetTenantClusterVariableAnswer>;
  /** Change a variable of a tenant. Steps that begin afterwards see the new value; what was evaluated before stays as it is. `PUT /v2/cluster-variables/tenants/{tenantId}/{name}` */
  updateTenantClusterVariable(
    input: UpdateTenantClusterVariableInput,
    options?: CallOptions,
  ): Promise<UpdateTenantClusterVariableAnswer>;
  /** Drop a variable of a tenant. `DELETE /v2/cluster-variables/tenants/{tenantId}/{name}` */
  deleteTenantClusterVariable(input: DeleteTenantClusterVariableInput, options?: CallOptions): Promise<void>;
  /** Search variables of the cluster and of tenants. `POST /v2/cluster-variables/search` */
  searchClusterVariables(
    input?: SearchClusterVariablesInput,
    options?: CallOptions,
  ): Promise<SearchClusterVariablesAnswer>;
}

export const variablesOperations = {
  searchVariables: {
    method: 'POST',
    path: '/v2/variables/search',
    query: ['truncateValues'],
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getVariable: { method: 'GET', path: '/v2/variables/{variableKey}', answer: 'json', isSafe: true },
  createGlobalClusterVariable: {
    method: 'POST',
    path: '/v2/cluster-variables/global',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  getGlobalClusterVariable: {
    method: 'GET',
    path: '/v2/cluster-variables/global/{name}',
    answer: 'json',
    isSafe: true,
  },
  updateGlobalClusterVariable: {
    method: 'PUT',
    path: '/v2/cluster-variables/global/{name}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteGlobalClusterVariable: {
    method: 'DELETE',
    path: '/v2/cluster-variables/global/{name}',
    answer: 'nothing',
    isRepeatable: true,
  },
  createTenantClusterVariable: {
    method: 'POST',
    path: '/v2/cluster-variables/tenants/{tenantId}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  getTenantClusterVariable: {
    method: 'GET',
    path: '/v2/cluster-variables/tenants/{tenantId}/{name}',
    answer: 'json',
    isSafe: true,
  },
  updateTenantClusterVariable: {
    method: 'PUT',
    path: '/v2/cluster-variables/tenants/{tenantId}/{name}',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
    isSafe: true,
  },
  deleteTenantClusterVariable: {
    method: 'DELETE',
    path: '/v2/cluster-variables/tenants/{tenantId}/{name}',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchClusterVariables: {
    method: 'POST',
    path: '/v2/cluster-variables/search',
    query: ['truncateValues'],
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof Variables, OperationEntry>>;
