import { missing } from '../runtime/draft-facts.ts';
import type { Database } from '../store/database.ts';
import { findDraft } from '../store/searches/find-drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import type { Permitted } from './found-row.ts';

/** The draft that a call names. Throws NOT_FOUND where there is none in the tenants of the caller. */
export const findSeenDraft = async (
  database: Database,
  { params: { draftId }, permit }: Permitted & { readonly params: { readonly draftId: string } },
): Promise<DraftRow> => {
  const row = await findDraft(database, draftId);
  if (row === null || permit.tenants?.includes(row.tenant_id) === false) throw missing(draftId);
  return row;
};
