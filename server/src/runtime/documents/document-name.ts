import { defaultTenant } from '../../default-tenant.ts';
import type { DocumentRow } from '../../store/tables/documents.ts';

/** A document as its tenant calls it: two tenants may have one of the same id. */
export interface DocumentName {
  readonly tenantId: string;
  readonly id: string;
}

/** What a document is called by its tenant. */
export const documentNameOf = ({ id, tenant_id: tenantId, public_id: named }: DocumentRow): DocumentName => ({
  tenantId,
  id: tenantId === defaultTenant ? id : (named ?? ''),
});
