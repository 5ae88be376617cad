import type { Batch } from '../runtime/batch.ts';
import { findStored } from '../store/operations/find-stored.ts';
import type { Columns } from '../store/table.ts';
import { missingEntity } from './change-entity.ts';
import type { EntityKind } from './change-entity.ts';
import { groupKind, mappingRuleKind, roleKind } from './entity-kinds.ts';

/** Throws NOT_FOUND unless there is one with this id. */
export const mustHave = async <C extends Columns>(batch: Batch, kind: EntityKind<C>, id: string): Promise<void> => {
  const given = kind as unknown as EntityKind<Columns>;
  const found = await findStored(batch.services.database, given.table, { [given.idColumn]: id });
  if (found === null) throw missingEntity(given.noun, id);
};

/** The same for what may own grants and be a member. Users and clients need not be stored here: an identity provider may bring them later. */
export const mustHaveOwner = async (batch: Batch, type: string, id: string): Promise<void> => {
  if (type === 'GROUP') await mustHave(batch, groupKind, id);
  else if (type === 'ROLE') await mustHave(batch, roleKind, id);
  else if (type === 'MAPPING_RULE') await mustHave(batch, mappingRuleKind, id);
};
