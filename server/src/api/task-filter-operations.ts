import { z } from 'zod';
import type { Principal } from '../identity/principal.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import {
  changeTaskFilterTask,
  createTaskFilterTask,
  deleteTaskFilterTask,
  missingFilter,
} from '../runtime/task-filters.ts';
import type { TaskFilterContent } from '../runtime/task-filters.ts';
import { findTaskFilter, listTaskFilters } from '../store/searches/find-task-filters.ts';
import type { FilterReader } from '../store/searches/find-task-filters.ts';
import type { TaskFilterRow } from '../store/tables/task-filters.ts';
import { authorOf } from './draft-answer.ts';
import type { Permitted } from './found-row.ts';
import { tenantId, text } from './input.ts';
import { needs } from './operation/access.ts';
import { created, json, nothing } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import {
  audience,
  filterContent,
  mayEditFilter,
  taskFilterAnswer,
  taskFilterExample,
  taskFilterType,
} from './task-filter-answer.ts';
import { tenantOf } from './tenant-of.ts';

/** So many filters are listed and counted for one person. */
export const maxSeenFilters = 200;

const user = text(256).nullish().describe('Who it is. Passed over where people sign in.');
const filterInput = {
  name: text(200).regex(/\S/, 'must be a name'),
  content: filterContent,
  audience,
  groupId: text(256).min(1).nullish().describe('Of the audience `group`.'),
  user,
};
type FilterInput = z.output<z.ZodObject<typeof filterInput>>;
const withGroup = [
  (given: Pick<FilterInput, 'audience' | 'groupId'>) => (given.audience === 'group') === (given.groupId != null),
  'must have a groupId with the audience group, and with no other',
] as const;
const creation = z.strictObject({ ...filterInput, tenantId }).refine(...withGroup);
const change = z.strictObject({ ...filterInput, revision: z.int().min(1) }).refine(...withGroup);

/** Whose filters somebody sees. */
export const filterReader = ({ permit }: Permitted, named: string | null | undefined): FilterReader => ({
  tenants: permit.tenants,
  ...(permit.principal.type === 'ANONYMOUS'
    ? { user: named ?? null, groups: null }
    : { user: permit.principal.id, groups: permit.principal.groups }),
});

/** What is stored. Throws FORBIDDEN where it is shared with a group that the caller is not in. */
const contentOf = ({ name, content, audience: to, groupId }: FilterInput, principal: Principal): TaskFilterContent => {
  if (groupId != null && principal.grants !== null && !principal.groups.includes(groupId))
    throw new Refusal(
      'FORBIDDEN',
      `Expected a group that the caller is in, found '${groupId}'. Share the filter with a group of yours, or with everybody.`,
    );
  return { name: name.trim(), content: JSON.stringify(content), audience: to, group_id: groupId ?? null };
};

const params = { filterId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'tasklist');
const { content, audience: to, groupId, name } = taskFilterExample;

/** Saved filters of the tasklist: each person's own, and those that others share with them. */
export const taskFilterOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const findEditable = async ({
    permit,
    params: { filterId },
  }: Permitted & { readonly params: { readonly filterId: string } }): Promise<TaskFilterRow> => {
    const row = await findTaskFilter(database, filterId);
    if (row === null || permit.tenants?.includes(row.tenant_id) === false) throw missingFilter(filterId);
    if (mayEditFilter(permit.principal, row)) return row;
    // Whether there is a private one of somebody else is nobody's business.
    const isSeen =
      row.audience === 'everybody' || (row.group_id !== null && permit.principal.groups.includes(row.group_id));
    if (!isSeen) throw missingFilter(filterId);
    throw new Refusal(
      'FORBIDDEN',
      `Expected a filter of the caller, found one of '${row.owner ?? 'somebody else'}'. Save it as one of your own instead.`,
    );
  };
  return [
    operation({
      id: 'listTaskFilters',
      method: 'GET',
      path: '/ext/task-filters',
      tag,
      summary: 'List the filters of the tasklist that the caller sees, by name',
      description: `Their own, and those that are shared with them; at most ${maxSeenFilters}.`,
      query: { user: text(256).optional() },
      answer: json(listOf(taskFilterType)),
      access,
      isTenantAware: true,
      example: { answer: { items: [taskFilterExample] } },
      run: async (call) => {
        const rows = await listTaskFilters(database, filterReader(call, call.query.user), maxSeenFilters);
        return { items: rows.map((row) => taskFilterAnswer(row, call.permit.principal)) };
      },
    }),
    operation({
      id: 'createTaskFilter',
      method: 'POST',
      path: '/ext/task-filters',
      tag,
      summary: 'Save a filter of the tasklist',
      description: 'What it says of "me" and "my groups" is about whoever looks, not about its owner.',
      body: body(creation),
      answer: created(taskFilterType),
      refusals: ['INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { name, content, audience: 'private' }, answer: taskFilterExample },
      run: async (call) => {
        const { principal } = call.permit;
        const owner = authorOf(call.caller, call.body.user);
        const task = createTaskFilterTask(tenantOf(call, call.body.tenantId), owner, contentOf(call.body, principal));
        return taskFilterAnswer(await runtime.pipeline.submit({ ...task, audit: call.audit() }), principal);
      },
    }),
    operation({
      id: 'changeTaskFilter',
      method: 'PUT',
      path: '/ext/task-filters/{filterId}',
      tag,
      summary: 'Replace a filter of the tasklist',
      description:
        'By its owner or an administrator (UPDATE on SYSTEM). `revision` is the one that the change is based on.',
      params,
      body: body(change),
      answer: json(taskFilterType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: { body: { name, content, audience: to, groupId, revision: 1 }, answer: taskFilterExample },
      run: async (call) => {
        const { principal } = call.permit;
        const by = authorOf(call.caller, call.body.user);
        const task = changeTaskFilterTask(
          await findEditable(call),
          call.body.revision,
          by,
          contentOf(call.body, principal),
        );
        return taskFilterAnswer(await runtime.pipeline.submit({ ...task, audit: call.audit() }), principal);
      },
    }),
    operation({
      id: 'deleteTaskFilter',
      method: 'DELETE',
      path: '/ext/task-filters/{filterId}',
      tag,
      summary: 'Delete a filter of the tasklist',
      description: 'By its owner or an administrator (UPDATE on SYSTEM).',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: {},
      run: async (call) => {
        await runtime.pipeline.submit({ ...deleteTaskFilterTask(await findEditable(call)), audit: call.audit() });
      },
    }),
  ];
};
