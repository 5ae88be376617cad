import { z } from 'zod';
import { mayEverywhere } from '../identity/permit.ts';
import type { Principal } from '../identity/principal.ts';
import { tasklistPlan } from '../store/searches/tasklist-plan.ts';
import type { TaskFilterRow } from '../store/tables/task-filters.ts';
import { dateText, stored } from './answer.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { dateType, tenantType } from './operation/answer-types.ts';
import { taskView } from './task-view.ts';

const shownFields = [
  'assignee',
  'dueDate',
  'followUpDate',
  'priority',
  'creationDate',
  'processName',
  'businessId',
  'candidateGroups',
] as const;

/** What a filter shows of tasks beside their names. */
const columns = z.strictObject({
  fields: z.array(z.enum(shownFields)).max(shownFields.length),
  variables: z.array(text(256).min(1)).max(10).describe('Names of variables.'),
});

/** Which tasks, in which order, and what is shown of them. */
export const filterContent = z
  .strictObject({
    view: taskView,
    sort: z
      .array(z.strictObject({ field: z.enum(tasklistPlan.sortable), order: z.enum(['ASC', 'DESC']) }))
      .max(4)
      .optional(),
    columns: columns.optional().describe('(Default: who has it, when it is due, its priority.)'),
  })
  .meta({ id: 'TaskFilterContent' });

const audiences = ['private', 'group', 'everybody'] as const;
export const audience = z
  .enum(audiences)
  .describe('Who sees it: its owner, those of a group too, or everybody of the tenant.');

export const taskFilterType = z
  .strictObject({
    filterId: z.string(),
    name: z.string(),
    content: filterContent,
    audience,
    groupId: z.string().nullable().describe('Of the audience `group`.'),
    owner: z.string().nullable(),
    revision: z.int(),
    mayEdit: z.boolean(),
    updatedAt: dateType,
    updatedBy: z.string().nullable(),
    tenantId: tenantType,
  })
  .meta({ id: 'TaskFilter' });

/** Whether somebody may change or delete a filter: its owner, an administrator, and where nobody signs in everybody. */
export const mayEditFilter = (principal: Principal, row: TaskFilterRow): boolean =>
  principal.grants === null ||
  (principal.id !== null && row.owner === principal.id) ||
  mayEverywhere(principal, [needs('SYSTEM', 'UPDATE')]);

export const taskFilterAnswer = (row: TaskFilterRow, principal: Principal): z.input<typeof taskFilterType> => ({
  filterId: row.id,
  name: row.name,
  content: stored<z.input<typeof filterContent>>(row.content),
  audience: row.audience as (typeof audiences)[number],
  groupId: row.group_id,
  owner: row.owner,
  revision: row.revision,
  mayEdit: mayEditFilter(principal, row),
  updatedAt: dateText(row.updated_ms),
  updatedBy: row.updated_by,
  tenantId: row.tenant_id,
});

export const taskFilterExample: z.input<typeof taskFilterType> = {
  filterId: '7d3c3a0e-52c6-4c8e-9a65-0f3a2b1c4d5e',
  name: 'Large invoices',
  content: {
    view: {
      queue: 'groups',
      conditions: [{ field: 'variable', scope: 'process', name: 'amount', operator: 'more', value: 1_000 }],
    },
    sort: [{ field: 'dueDate', order: 'ASC' }],
    columns: { fields: ['dueDate'], variables: ['amount'] },
  },
  audience: 'group',
  groupId: 'accounting',
  owner: 'ana',
  revision: 1,
  mayEdit: true,
  updatedAt: '2030-01-31T10:00:00.000Z',
  updatedBy: 'ana',
  tenantId: '<default>',
};
