// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type {
  DecisionRequirements,
  Page,
  BatchOperationCreated,
  DecisionEvaluation,
  DecisionDefinition,
  DecisionInstance,
  DecisionInstanceDetails,
} from './schemas.ts';

export type DeleteDecisionInstancesBatchOperationInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly decisionEvaluationInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionEvaluationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly state?: Condition<
      'EVALUATED' | 'FAILED' | 'UNSPECIFIED' | 'UNKNOWN',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly evaluationDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly evaluationFailure?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly decisionDefinitionType?: Condition<
      'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootDecisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
} & {
  readonly operationReference?: number | null;
};

export type DeleteDecisionInstancesBatchOperationAnswer = BatchOperationCreated;

export type EvaluateDecisionInput = {
  readonly decisionDefinitionId?: string | null;
  readonly decisionDefinitionKey?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
  readonly operationReference?: number | null;
};

export type EvaluateDecisionAnswer = DecisionEvaluation;

export type SearchDecisionDefinitionsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly decisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly version?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly isLatestVersion?: boolean;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionRequirementsId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionRequirementsName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionRequirementsVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
  };
  readonly sort?: readonly {
    readonly field:
      | 'decisionDefinitionKey'
      | 'decisionDefinitionId'
      | 'name'
      | 'version'
      | 'decisionRequirementsId'
      | 'decisionRequirementsKey'
      | 'decisionRequirementsName'
      | 'decisionRequirementsVersion'
      | 'tenantId';
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

export type SearchDecisionDefinitionsAnswer = {
  readonly items: readonly DecisionDefinition[];
  readonly page: Page;
};

export type GetDecisionDefinitionInput = {
  readonly decisionDefinitionKey: string;
};

export type GetDecisionDefinitionAnswer = DecisionDefinition;

export type GetDecisionDefinitionXMLInput = {
  readonly decisionDefinitionKey: string;
};

export type SearchDecisionRequirementsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionRequirementsId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionRequirementsName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly version?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly resourceName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'decisionRequirementsKey'
      | 'decisionRequirementsName'
      | 'version'
      | 'decisionRequirementsId'
      | 'tenantId';
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

export type SearchDecisionRequirementsAnswer = {
  readonly items: readonly DecisionRequirements[];
  readonly page: Page;
};

export type GetDecisionRequirementsInput = {
  readonly decisionRequirementsKey: string;
};

export type GetDecisionRequirementsAnswer = DecisionRequirements;

export type GetDecisionRequirementsXMLInput = {
  readonly decisionRequirementsKey: string;
};

export type SearchDecisionInstancesInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly decisionEvaluationInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionEvaluationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly state?: Condition<
      'EVALUATED' | 'FAILED' | 'UNSPECIFIED' | 'UNKNOWN',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly evaluationDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly evaluationFailure?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly decisionDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly decisionDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly decisionDefinitionType?: Condition<
      'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED' | 'UNKNOWN',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly decisionRequirementsKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootDecisionDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'decisionDefinitionId'
      | 'decisionDefinitionKey'
      | 'decisionDefinitionName'
      | 'decisionDefinitionType'
      | 'decisionDefinitionVersion'
      | 'decisionEvaluationInstanceKey'
      | 'decisionEvaluationKey'
      | 'elementInstanceKey'
      | 'evaluationDate'
      | 'evaluationFailure'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'rootDecisionDefinitionKey'
      | 'state'
      | 'tenantId';
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

export type SearchDecisionInstancesAnswer = {
  readonly items: readonly DecisionInstance[];
  readonly page: Page;
};

export type GetDecisionInstanceInput = {
  readonly decisionEvaluationInstanceKey: string;
};

export type GetDecisionInstanceAnswer = DecisionInstanceDetails;

export type DeleteDecisionInstanceInput = {
  readonly decisionEvaluationKey: string;
} & {
  readonly operationReference?: number | null;
};

/** Decisions. */
export interface Decisions {
  /** Erase what the evaluations that a filter finds decided. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/decision-instances/deletion` */
  deleteDecisionInstancesBatchOperation(
    input: DeleteDecisionInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<DeleteDecisionInstancesBatchOperationAnswer>;
  /** Evaluate a decision. The latest version by its id, or one version by its key. What was decided is kept. `POST /v2/decision-definitions/evaluation` */
  evaluateDecision(input?: EvaluateDecisionInput, options?: CallOptions): Promise<EvaluateDecisionAnswer>;
  /** Search deployed decisions. `POST /v2/decision-definitions/search` */
  searchDecisionDefinitions(
    input?: SearchDecisionDefinitionsInput,
    options?: CallOptions,
  ): Promise<SearchDecisionDefinitionsAnswer>;
  /** Read a deployed decision. `GET /v2/decision-definitions/{decisionDefinitionKey}` */
  getDecisionDefinition(input: GetDecisionDefinitionInput, options?: CallOptions): Promise<GetDecisionDefinitionAnswer>;
  /** Read the DMN file of a decision as it was deployed. `GET /v2/decision-definitions/{decisionDefinitionKey}/xml` */
  getDecisionDefinitionXML(input: GetDecisionDefinitionXMLInput, options?: CallOptions): Promise<string>;
  /** Search deployed DMN files. `POST /v2/decision-requirements/search` */
  searchDecisionRequirements(
    input?: SearchDecisionRequirementsInput,
    options?: CallOptions,
  ): Promise<SearchDecisionRequirementsAnswer>;
  /** Read a deployed DMN file. `GET /v2/decision-requirements/{decisionRequirementsKey}` */
  getDecisionRequirements(
    input: GetDecisionRequirementsInput,
    options?: CallOptions,
  ): Promise<GetDecisionRequirementsAnswer>;
  /** Read a DMN file as it was deployed. `GET /v2/decision-requirements/{decisionRequirementsKey}/xml` */
  getDecisionRequirementsXML(input: GetDecisionRequirementsXMLInput, options?: CallOptions): Promise<string>;
  /** Search what was decided. `POST /v2/decision-instances/search` */
  searchDecisionInstances(
    input?: SearchDecisionInstancesInput,
    options?: CallOptions,
  ): Promise<SearchDecisionInstancesAnswer>;
  /** Read one decision with its inputs and the rules that matched. `GET /v2/decision-instances/{decisionEvaluationInstanceKey}` */
  getDecisionInstance(input: GetDecisionInstanceInput, options?: CallOptions): Promise<GetDecisionInstanceAnswer>;
  /** Erase what an evaluation decided. `POST /v2/decision-instances/{decisionEvaluationKey}/deletion` */
  deleteDecisionInstance(input: DeleteDecisionInstanceInput, options?: CallOptions): Promise<void>;
}

export const decisionsOperations = {
  deleteDecisionInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/decision-instances/deletion',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  evaluateDecision: {
    method: 'POST',
    path: '/v2/decision-definitions/evaluation',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  searchDecisionDefinitions: {
    method: 'POST',
    path: '/v2/decision-definitions/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getDecisionDefinition: {
    method: 'GET',
    path: '/v2/decision-definitions/{decisionDefinitionKey}',
    answer: 'json',
    isSafe: true,
  },
  getDecisionDefinitionXML: {
    method: 'GET',
    path: '/v2/decision-definitions/{decisionDefinitionKey}/xml',
    answer: 'text',
    isSafe: true,
  },
  searchDecisionRequirements: {
    method: 'POST',
    path: '/v2/decision-requirements/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getDecisionRequirements: {
    method: 'GET',
    path: '/v2/decision-requirements/{decisionRequirementsKey}',
    answer: 'json',
    isSafe: true,
  },
  getDecisionRequirementsXML: {
    method: 'GET',
    path: '/v2/decision-requirements/{decisionRequirementsKey}/xml',
    answer: 'text',
    isSafe: true,
  },
  searchDecisionInstances: {
    method: 'POST',
    path: '/v2/decision-instances/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getDecisionInstance: {
    method: 'GET',
    path: '/v2/decision-instances/{decisionEvaluationInstanceKey}',
    answer: 'json',
    isSafe: true,
  },
  deleteDecisionInstance: {
    method: 'POST',
    path: '/v2/decision-instances/{decisionEvaluationKey}/deletion',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
} as const satisfies Readonly<Record<keyof Decisions, OperationEntry>>;
