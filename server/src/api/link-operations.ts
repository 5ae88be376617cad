import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { createLinkIndex } from '../runtime/link-index.ts';
import { listDrafts } from '../store/searches/find-drafts.ts';
import { listLatestForms, listLatestProcesses } from '../store/searches/find-linked-models.ts';
import { keyText } from './answer.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, listOf, tenantType } from './operation/answer-types.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const linkKind = z.enum(['process', 'form', 'decision']);
const targetType = z
  .strictObject({ kind: linkKind, id: z.string(), name: z.string().nullable() })
  .meta({ id: 'LinkTarget' });
const useType = z
  .strictObject({
    kind: linkKind,
    id: z.string().describe('What is referred to.'),
    elementId: z.string(),
    elementName: z.string().nullable(),
  })
  .meta({ id: 'ModelUse' });
const draftLinksType = z
  .strictObject({
    draftId: z.string(),
    name: z.string(),
    kind: z.enum(['bpmn', 'form', 'dmn']),
    targets: z.array(targetType).describe('What is in it that others can refer to.'),
    uses: z.array(useType).describe('Its elements that refer to something, expressions left out.'),
    tenantId: tenantType,
  })
  .meta({ id: 'DraftLinks' });
const processLinksType = z
  .strictObject({
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    name: z.string().nullable(),
    version: z.int(),
    uses: z.array(useType),
    tenantId: tenantType,
  })
  .meta({ id: 'ProcessLinks' });
const deployedFormType = z
  .strictObject({ formKey: keyType, formId: z.string(), version: z.int(), tenantId: tenantType })
  .meta({ id: 'DeployedForm' });

const useExample: z.input<typeof useType> = {
  kind: 'form',
  id: 'approve-invoice',
  elementId: 'approve',
  elementName: 'Approve invoice',
};
const tag = 'Web app';

/** How models are tied to each other: what the modeler offers to link to, and where something is used. */
export const linkOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const index = createLinkIndex(database);
  return [
    operation({
      id: 'listDraftLinks',
      method: 'GET',
      path: '/ext/draft-links',
      tag,
      summary: 'List what drafts have in them and refer to',
      answer: json(listOf(draftLinksType)),
      access: needs('COMPONENT', 'ACCESS', 'modeler'),
      isTenantAware: true,
      example: {
        answer: {
          items: [
            {
              draftId: '0d9d2f0e-8b43-4a9f-9a55-0c1e2d3f4a5b',
              name: 'Invoice',
              kind: 'bpmn',
              targets: [{ kind: 'process', id: 'invoice', name: 'Invoice' }],
              uses: [useExample],
              tenantId: '<default>',
            },
          ],
        },
      },
      run: async ({ permit }) => {
        const rows = await listDrafts(database, null, permit.tenants);
        const links = await index.drafts(rows);
        return {
          items: rows.map(({ id, name, kind, tenant_id: tenantId }) => ({
            draftId: id,
            name,
            kind: kind as z.input<typeof draftLinksType>['kind'],
            targets: [...(links.get(id)?.targets ?? [])],
            uses: [...(links.get(id)?.uses ?? [])],
            tenantId,
          })),
        };
      },
    }),
    operation({
      id: 'listProcessLinks',
      method: 'GET',
      path: '/ext/process-links',
      tag,
      summary: 'List what deployed processes refer to',
      description: 'Their latest versions.',
      answer: json(listOf(processLinksType)),
      access: needs('PROCESS_DEFINITION', 'READ_PROCESS_DEFINITION'),
      isLimitable: true,
      example: {
        answer: {
          items: [
            {
              processDefinitionKey: '1000000002',
              processDefinitionId: 'invoice',
              name: 'Invoice',
              version: 3,
              uses: [useExample],
              tenantId: '<default>',
            },
          ],
        },
      },
      run: async ({ permit }) => {
        const all = await listLatestProcesses(database, permit.tenants);
        const rows = permit.isEverywhere
          ? all
          : all.filter((row) => permit.allows('PROCESS_DEFINITION', row.process_id));
        const links = await index.processes(rows);
        return {
          items: rows.map((row) => ({
            processDefinitionKey: keyText(row.key),
            processDefinitionId: row.process_id,
            name: row.name,
            version: row.version,
            uses: [...(links.get(row.key)?.uses ?? [])],
            tenantId: row.tenant_id,
          })),
        };
      },
    }),
    operation({
      id: 'listForms',
      method: 'GET',
      path: '/ext/forms',
      tag,
      summary: 'List the latest versions of deployed forms',
      answer: json(listOf(deployedFormType)),
      access: 'signed-in',
      isTenantAware: true,
      example: {
        answer: {
          items: [{ formKey: '1000000004', formId: 'approve-invoice', version: 1, tenantId: '<default>' }],
        },
      },
      run: async ({ permit }) => ({
        items: (await listLatestForms(database, permit.tenants)).map((row) => ({
          formKey: keyText(row.key),
          formId: row.form_id,
          version: row.version,
          tenantId: row.tenant_id,
        })),
      }),
    }),
  ];
};
