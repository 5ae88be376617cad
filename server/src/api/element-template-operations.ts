import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deleteElementTemplates, storeElementTemplates } from '../runtime/element-templates.ts';
import { listElementTemplates } from '../store/searches/find-element-templates.ts';
import type { ElementTemplateRow } from '../store/tables/element-templates.ts';
import { dateText } from './answer.ts';
import { tenantId, tenantName, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { dateType, listOf, tenantType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

/** The longest template as JSON text, UTF-16 code units. Most of it is the icon. */
const maxLength = 200_000;
const maxVersion = 2 ** 31 - 1;

/** What every template has. The modeler checks the rest against the schema of its kind before it sends one, and again when it reads one. */
const template = z
  .looseObject({
    id: text(500).min(1),
    name: text(500).min(1),
    version: z.int().min(0).max(maxVersion).optional(),
    appliesTo: z.array(text(200)).min(1).max(100),
    properties: z.array(z.looseObject({})).max(1_000),
  })
  .refine((given) => JSON.stringify(given).length <= maxLength, `must be at most ${maxLength} characters as JSON text`);
const templateType = z
  .strictObject({
    templateId: z.string(),
    version: z.int().nullable(),
    name: z.string(),
    template: z.record(z.string(), z.unknown()).describe('As it was sent.'),
    updatedAt: dateType,
    tenantId: tenantType,
  })
  .meta({ id: 'ElementTemplate' });

const answerOf = (row: ElementTemplateRow): z.input<typeof templateType> => ({
  templateId: row.template_id,
  version: row.version < 0 ? null : row.version,
  name: row.name,
  template: JSON.parse(row.content) as Record<string, unknown>,
  updatedAt: dateText(row.updated_ms),
  tenantId: row.tenant_id,
});

const example = {
  name: 'Charge a card',
  id: 'com.example.charge-card',
  version: 1,
  appliesTo: ['bpmn:Task'],
  properties: [
    {
      type: 'Hidden',
      value: 'charge-card',
      binding: { type: 'zeebe:taskDefinition', property: 'type' },
    },
  ],
};
const answerExample: z.input<typeof templateType> = {
  templateId: example.id,
  version: 1,
  name: example.name,
  template: example,
  updatedAt: '2030-01-31T10:00:00.000Z',
  tenantId: '<default>',
};
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Templates for elements, which people add to those that the modeler brings. */
export const elementTemplateOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'listElementTemplates',
    method: 'GET',
    path: '/ext/element-templates',
    tag,
    summary: 'List element templates',
    answer: json(listOf(templateType)),
    access,
    isTenantAware: true,
    example: { answer: { items: [answerExample] } },
    run: async ({ permit }) => ({
      items: (await listElementTemplates(runtime.database, permit.tenants)).map(answerOf),
    }),
  }),
  operation({
    id: 'storeElementTemplates',
    method: 'POST',
    path: '/ext/element-templates',
    tag,
    summary: 'Add or replace element templates',
    description: 'All or none. A template takes the place of the one that has its id and its version.',
    body: body(z.strictObject({ templates: z.array(template).min(1).max(200), tenantId })),
    answer: json(listOf(templateType)),
    refusals: ['INVALID_STATE'],
    access,
    isTenantAware: true,
    example: { body: { templates: [example] }, answer: { items: [answerExample] } },
    run: async (call) => {
      const templates = call.body.templates.map((each) => ({
        id: each.id,
        name: each.name,
        version: each.version,
        content: JSON.stringify(each),
      }));
      const rows = await storeElementTemplates(runtime, tenantOf(call, call.body.tenantId), templates);
      return { items: rows.map(answerOf) };
    },
  }),
  operation({
    id: 'deleteElementTemplate',
    method: 'DELETE',
    path: '/ext/element-templates/{templateId}',
    tag,
    summary: 'Delete an element template',
    description: 'All its versions unless one is named. Elements that were made with it stay as they are.',
    params: { templateId: z.string() },
    query: {
      tenantId: tenantName.optional(),
      version: z
        .string()
        .regex(/^\d{1,9}$/, 'must be a version such as 3')
        .transform(Number)
        .optional(),
    },
    answer: nothing,
    refusals: ['NOT_FOUND'],
    access,
    isTenantAware: true,
    example: {},
    run: (call) => {
      const { templateId } = call.params;
      const { version = null } = call.query;
      return deleteElementTemplates(runtime, tenantOf(call, call.query.tenantId), templateId, version);
    },
  }),
];
