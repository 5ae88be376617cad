import type { Batch } from '../runtime/batch.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import {
  findAuthorizationsOf,
  findMembershipsAround,
  findSessionsOf,
  findTokensOf,
} from '../store/operations/find-identity.ts';
import { findStored } from '../store/operations/find-stored.ts';
import { findKeysOf } from '../store/searches/find-notifications.ts';
import type { Columns, RowOf, Table } from '../store/table.ts';
import { apiTokens } from '../store/tables/api-tokens.ts';
import { authorizations } from '../store/tables/authorizations.ts';
import { memberships } from '../store/tables/memberships.ts';
import { notifications } from '../store/tables/notifications.ts';
import { sessions } from '../store/tables/sessions.ts';

/** A kind of thing that is administered: its table, what people call it, and what memberships and grants call it. */
export interface EntityKind<C extends Columns> {
  readonly table: Table<C>;
  /** In sentences: 'group'. */
  readonly noun: string;
  /** In memberships and authorizations: 'GROUP'. */
  readonly type: string;
  readonly idColumn: keyof C & string;
}

type Row<C extends Columns> = RowOf<Table<C>>;
const keyOf = <C extends Columns>(kind: EntityKind<C>, id: string): Partial<Row<C>> =>
  ({ [kind.idColumn]: id }) as unknown as Partial<Row<C>>;

export const missingEntity = (noun: string, id: string): Refusal =>
  new Refusal('NOT_FOUND', `Expected to find ${noun} '${id}', but no such ${noun} exists.`);

/** Adds one. Refused with ALREADY_EXISTS when there is one with its id. */
export const createEntityTask = <C extends Columns>(kind: EntityKind<C>, id: string, row: Row<C>): Task<Row<C>> => ({
  name: `create-${kind.noun}`,
  exclusive: true,
  run: async (batch) => {
    if ((await findStored(batch.services.database, kind.table, keyOf(kind, id))) !== null)
      throw new Refusal('ALREADY_EXISTS', `Expected a new ${kind.noun}, but '${id}' exists already.`);
    batch.changes.insert(kind.table, row);
    return { ...row };
  },
  change: (after) => ({ before: null, after }),
});

/** Changes one; `change` gets what is stored and answers what becomes of it. */
export const updateEntityTask = <C extends Columns>(
  kind: EntityKind<C>,
  id: string,
  change: (before: Row<C>) => Partial<Row<C>>,
): Task<{ readonly before: Row<C>; readonly after: Row<C> }> => ({
  name: `update-${kind.noun}`,
  exclusive: true,
  run: async (batch) => {
    const before = await findStored(batch.services.database, kind.table, keyOf(kind, id));
    if (before === null) throw missingEntity(kind.noun, id);
    const set = change(before);
    batch.changes.patch(kind.table, keyOf(kind, id), set);
    return { before, after: { ...before, ...set } };
  },
  change: (answer) => answer,
});

/** Removes one, with what it was a member of, its members and what was granted to it. Answers what it was. */
export const deleteEntityTask = <C extends Columns>(kind: EntityKind<C>, id: string): Task<Row<C>> => ({
  name: `delete-${kind.noun}`,
  exclusive: true,
  run: async (batch) => {
    const before = await findStored(batch.services.database, kind.table, keyOf(kind, id));
    if (before === null) throw missingEntity(kind.noun, id);
    batch.changes.delete(kind.table, keyOf(kind, id));
    await forgetOwner(batch, kind.type, id);
    return before;
  },
  change: (before) => ({ before, after: null }),
});

/** Removes what somebody had who is no more, so that nobody inherits it with the name. */
const forgetOwner = async (batch: Batch, type: string, id: string): Promise<void> => {
  const { database } = batch.services;
  for (const row of await findMembershipsAround(database, type, id)) batch.changes.delete(memberships, row);
  for (const { key } of await findAuthorizationsOf(database, { [type]: [id] }))
    batch.changes.delete(authorizations, { key });
  if (type !== 'USER') return;
  for (const { id_hash } of await findSessionsOf(database, type, id)) batch.changes.delete(sessions, { id_hash });
  for (const { token_id } of await findTokensOf(database, type, id)) batch.changes.delete(apiTokens, { token_id });
  for (const { key } of await findKeysOf(database, id)) batch.changes.delete(notifications, { key });
};
