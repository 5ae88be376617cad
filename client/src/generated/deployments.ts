// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Upload, Condition } from '../operation-entry.ts';
import type { Deployment, Resource, Page, Form } from './schemas.ts';

export type CreateDeploymentInput = Upload;

export type CreateDeploymentAnswer = Deployment;

export type SearchResourcesInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly resourceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly resourceName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly resourceId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly version?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly versionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly deploymentKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'resourceKey'
      | 'resourceName'
      | 'resourceId'
      | 'version'
      | 'versionTag'
      | 'deploymentKey'
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

export type SearchResourcesAnswer = {
  readonly items: readonly Resource[];
  readonly page: Page;
};

export type GetResourceInput = {
  readonly resourceKey: string;
};

export type GetResourceAnswer = Resource;

export type GetResourceContentInput = {
  readonly resourceKey: string;
};

export type GetResourceContentBinaryInput = {
  readonly resourceKey: string;
};

export type DeleteResourceInput = {
  readonly resourceKey: string;
} & {
  readonly operationReference?: number | null;
  readonly deleteHistory?: boolean | null;
};

export type DeleteResourceAnswer = {
  readonly resourceKey: string;
  readonly batchOperation: null;
};

export type GetFormByKeyInput = {
  readonly formKey: string;
};

export type GetFormByKeyAnswer = Form;

/** Deployments. */
export interface Deployments {
  /** Deploy BPMN, DMN, form and other files. All or nothing. The kind of a file is told by its name (.bpmn, .dmn, .form, anything else). The same content again keeps its key and version. `POST /v2/deployments` */
  createDeployment(input: CreateDeploymentInput, options?: CallOptions): Promise<CreateDeploymentAnswer>;
  /** Search deployed files that are no process, form or decision. `POST /v2/resources/search` */
  searchResources(input?: SearchResourcesInput, options?: CallOptions): Promise<SearchResourcesAnswer>;
  /** Read a deployed file that is no process, form or decision. `GET /v2/resources/{resourceKey}` */
  getResource(input: GetResourceInput, options?: CallOptions): Promise<GetResourceAnswer>;
  /** Read the text of a deployed file. `GET /v2/resources/{resourceKey}/content` */
  getResourceContent(input: GetResourceContentInput, options?: CallOptions): Promise<string>;
  /** Read a deployed file as it came. `GET /v2/resources/{resourceKey}/content/binary` */
  getResourceContentBinary(input: GetResourceContentBinaryInput, options?: CallOptions): Promise<Uint8Array>;
  /** Take back a process, form, decision or file. What runs goes on; nothing new begins by it. `POST /v2/resources/{resourceKey}/deletion` */
  deleteResource(input: DeleteResourceInput, options?: CallOptions): Promise<DeleteResourceAnswer>;
  /** Read a deployed form. Also one that was taken back: user tasks that began with it still show it. `GET /v2/forms/{formKey}` */
  getFormByKey(input: GetFormByKeyInput, options?: CallOptions): Promise<GetFormByKeyAnswer>;
}

export const deploymentsOperations = {
  createDeployment: { method: 'POST', path: '/v2/deployments', body: 'upload', answer: 'json', isSafe: true },
  searchResources: { method: 'POST', path: '/v2/resources/search', body: 'json', answer: 'json', isSafe: true },
  getResource: { method: 'GET', path: '/v2/resources/{resourceKey}', answer: 'json', isSafe: true },
  getResourceContent: { method: 'GET', path: '/v2/resources/{resourceKey}/content', answer: 'text', isSafe: true },
  getResourceContentBinary: {
    method: 'GET',
    path: '/v2/resources/{resourceKey}/content/binary',
    answer: 'bytes',
    isSafe: true,
  },
  deleteResource: {
    method: 'POST',
    path: '/v2/resources/{resourceKey}/deletion',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  getFormByKey: { method: 'GET', path: '/v2/forms/{formKey}', answer: 'json', isSafe: true },
} as const satisfies Readonly<Record<keyof Deployments, OperationEntry>>;
