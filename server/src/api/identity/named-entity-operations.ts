import { z } from 'zod';
import { createEntityTask, deleteEntityTask, missingEntity, updateEntityTask } from '../../identity/change-entity.ts';
import type { EntityKind } from '../../identity/change-entity.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { NamedRow } from '../../store/searches/identity-plans.ts';
import type { SearchPlan } from '../../store/searches/search-plan.ts';
import type { Columns, RowOf, Table } from '../../store/table.ts';
import { needs } from '../operation/access.ts';
import { created, json, nothing } from '../operation/answer-kinds.ts';
import { body } from '../operation/body-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchOperation } from '../operation/search-operation.ts';
import { submit } from '../operation/submit.ts';
import { description, entityName } from './names.ts';
import { idCondition } from './id-condition.ts';

/** What is special about groups, roles and tenants. */
export interface NamedEntity<C extends Columns> {
  readonly kind: EntityKind<C>;
  readonly plan: SearchPlan<NamedRow>;
  /** In ids of operations and schemas: 'Group'. */
  readonly title: string;
  readonly resource: 'GROUP' | 'ROLE' | 'TENANT';
  /** Of its id in bodies and addresses: 'groupId'. */
  readonly idField: string;
  readonly idType: z.ZodType<string>;
  /** '/v2/groups' */
  readonly path: string;
  readonly exampleId: string;
  /** One that everything needs, and that nobody may remove. */
  readonly permanent?: string;
}

type NamedColumns = Columns;
type Row = RowOf<Table<NamedColumns>>;

/** The five operations on groups, roles or tenants: they differ in names only. */
export const namedEntityOperations = <C extends Columns>(
  runtime: Runtime,
  entity: NamedEntity<C>,
): readonly Operation[] => {
  const { database } = runtime;
  const { plan, title, resource, idField, idType, path, exampleId, permanent } = entity;
  const kind = entity.kind as unknown as EntityKind<NamedColumns>;
  const { noun } = kind;
  const type = z
    .strictObject({ [idField]: z.string(), name: z.string(), description: z.string().nullable() })
    .meta({ id: title });
  const params = { [idField]: idType };
  const tag = 'Identity';
  const example = { [idField]: exampleId, name: 'Accounting', description: null };
  const answer = ({ id, name, description: about }: NamedRow): z.input<typeof type> => ({
    [idField]: id,
    name,
    description: about,
  });
  const rowOf = (id: string, name: string, about: string | null): Row => ({
    [kind.idColumn]: id,
    name,
    description: about,
  });
  const idOf = (given: Readonly<Record<string, unknown>>): string => given[idField] as string;
  const creation = z.strictObject({ [idField]: idType, name: entityName, description });
  const change = z.strictObject({ name: entityName, description });
  const one = `${path}/{${idField}}`;
  return [
    operation({
      id: `create${title}`,
      method: 'POST',
      path,
      tag,
      summary: `Add a ${noun}`,
      body: body(creation),
      answer: created(type),
      refusals: ['ALREADY_EXISTS'],
      isRepeatable: true,
      access: needs(resource, 'CREATE'),
      example: { body: example, answer: example },
      run: async (call) => {
        const given = call.body as unknown as { name: string; description?: string | null };
        const id = idOf(call.body);
        const row = rowOf(id, given.name, given.description ?? null);
        await submit(runtime, call, createEntityTask(kind, id, row));
        return answer({ id, name: given.name, description: given.description ?? null });
      },
    }),
    searchOperation(database, {
      id: `search${title}s`,
      path: `${path}/search`,
      tag,
      summary: `Search ${noun}s`,
      reader: { plan },
      item: type,
      answer,
      access: needs(resource, 'READ'),
      example: { body: { filter: { name: 'Accounting' } }, item: example },
    }),
    operation({
      id: `get${title}`,
      method: 'GET',
      path: one,
      tag,
      summary: `Read a ${noun}`,
      params,
      answer: json(type),
      refusals: ['NOT_FOUND'],
      access: needs(resource, 'READ'),
      isLimitable: true,
      example: { answer: example },
      run: async ({ params: given, permit }) => {
        const id = idOf(given);
        if (!permit.allows(resource, id)) throw permit.refusal(id);
        const { rows } = await runSearch(database, plan, idCondition(plan, idField, id));
        if (rows[0] === undefined) throw missingEntity(noun, id);
        return answer(rows[0]);
      },
    }),
    operation({
      id: `update${title}`,
      method: 'PUT',
      path: one,
      tag,
      summary: `Rename a ${noun} or change its description`,
      params,
      body: body(change),
      answer: json(type),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs(resource, 'UPDATE'),
      example: { body: { name: 'Accounting', description: 'Books and pays' }, answer: example },
      run: async (call) => {
        const id = idOf(call.params);
        const set = { name: call.body.name, description: call.body.description ?? null };
        await submit(
          runtime,
          call,
          updateEntityTask(kind, id, () => set as unknown as Partial<Row>),
        );
        return answer({ id, ...set });
      },
    }),
    operation({
      id: `delete${title}`,
      method: 'DELETE',
      path: one,
      tag,
      summary: `Remove a ${noun} with its memberships and what was granted to it`,
      params,
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      access: needs(resource, 'DELETE'),
      example: {},
      run: async (call) => {
        const id = idOf(call.params);
        if (id === permanent)
          throw new Refusal('INVALID_STATE', `Expected another ${noun} than '${id}', which is needed by everything.`);
        await submit(runtime, call, deleteEntityTask(kind, id));
      },
    }),
  ];
};
