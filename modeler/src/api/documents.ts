import type { DocumentReference } from '@baton/client';
import { request } from './client';
import { tenantQuery } from './tenant';

export type { DocumentReference };

/**
 * Stores a file beside the processes, for the current tenant.
 *
 * @returns what refers to it, to be kept in a variable
 * @throws {ProblemError} 413 when it is larger than the server takes
 */
export function storeDocument(file: File): Promise<DocumentReference> {
  const body = new FormData();
  body.append('file', file, file.name);
  return request(`/v2/documents${tenantQuery()}`, { method: 'POST', body });
}
