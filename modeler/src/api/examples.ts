import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { Deployment } from './deployments';
import { tenantQuery } from './tenant';

/** An example process that comes with Baton. */
export interface Example {
  readonly exampleId: string;
  readonly name: string;
  readonly description: string;
  /** Names of the BPMN elements that it shows. */
  readonly elements: readonly string[];
  readonly processId: string;
  readonly resourceNames: readonly string[];
  /** The BPMN XML. */
  readonly bpmn: string;
  /** Its forms, as form-js JSON. */
  readonly forms: readonly { readonly name: string; readonly content: string }[];
}

/** The gallery; it changes only with a new version of Baton. */
export function examplesQuery() {
  return queryOptions({
    queryKey: ['examples'],
    queryFn: async ({ signal }) =>
      (await request<{ readonly items: readonly Example[] }>('/ext/examples', { signal })).items,
    staleTime: Infinity,
  });
}

/** Deploys an example with its forms. */
export function deployExample(exampleId: string): Promise<Deployment> {
  return request(`/ext/examples/${encodeURIComponent(exampleId)}/deployment${tenantQuery()}`, {
    method: 'POST',
    body: {},
  });
}
