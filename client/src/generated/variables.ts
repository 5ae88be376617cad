// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, ListedVariable, Variable } from './schemas.ts';

export type SearchVariablesInput = {
  readonly truncateValues?: 'true' | 'false';
} & {
  readonly filter?: {
    readonly variableKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly value?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly scopeKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly isTruncated?: boolean;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
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

/** Variables. */
export interface Variables {
  /** Search variables. Each variable belongs to exactly one scope; the search does not look in scopes around it. `POST /v2/variables/search` */
  searchVariables(input?: SearchVariablesInput, options?: CallOptions): Promise<SearchVariablesAnswer>;
  /** Read a variable with its whole value. `GET /v2/variables/{variableKey}` */
  getVariable(input: GetVariableInput, options?: CallOptions): Promise<GetVariableAnswer>;
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
} as const satisfies Readonly<Record<keyof Variables, OperationEntry>>;
