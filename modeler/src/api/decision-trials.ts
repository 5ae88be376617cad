import type { Client } from '@baton/client';
import { request } from './client';
import { currentTenant } from './tenant';

type Trial = Awaited<ReturnType<Client['webApp']['tryDecision']>>;

/** The outcome of one row: the decision's output, or why it failed, and every decision on the way. */
export type TriedRow = Trial['rows'][number];

/** Evaluates a decision of a file that need not be deployed, once for each row of variables, with the cluster variables of the current tenant. */
export function tryDecision(
  content: string,
  decisionId: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  signal?: AbortSignal,
): Promise<Trial> {
  return request('/ext/decision-trials', {
    method: 'POST',
    body: { content, decisionId, rows, tenantId: currentTenant() },
    ...(signal === undefined ? {} : { signal }),
  });
}
