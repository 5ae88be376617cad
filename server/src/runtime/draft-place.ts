import type { RowChanges } from '../store/row-changes.ts';
import { findFolder } from '../store/searches/find-draft-folders.ts';
import { draftFolders } from '../store/tables/draft-folders.ts';
import type { Runtime } from './create-runtime.ts';
import { Refusal } from './refusal.ts';

/** Adds to `changes` that a folder must stay until they are written. Throws NOT_FOUND when it is not there in this tenant. */
export const stayingFolder = async (
  { database }: Pick<Runtime, 'database'>,
  changes: RowChanges,
  id: string,
  tenantId: string,
): Promise<void> => {
  const row = await findFolder(database, id);
  if (row?.tenant_id !== tenantId) throw missingFolder(id);
  changes.patch(draftFolders, { id }, { tenant_id: tenantId }, {});
};

export const missingFolder = (id: string): Refusal =>
  new Refusal('NOT_FOUND', `Folder '${id}' not found. It may have been deleted.`);
