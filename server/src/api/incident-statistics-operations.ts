import { z } from 'zod';
import {
  definitionErrorCountPlan,
  errorCountPlan,
  errorHash,
  findMessagesByHash,
} from '../store/searches/incident-statistics.ts';
import type { DefinitionErrorCount, ErrorCount } from '../store/searches/incident-statistics.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText } from './answer.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, pageOf, tenantType } from './operation/answer-types.ts';
import { searchBodyWith } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { searchAnswer } from './search/read-search.ts';
import { withinPermit } from './search/within-permit.ts';

const hash = z.int().describe('Stands for the message: the same message has the same number.');
const byErrorType = z
  .strictObject({ errorHashCode: hash, errorMessage: z.string(), activeInstancesWithErrorCount: z.int() })
  .meta({ id: 'ErrorStatistics' });
const byDefinitionType = z
  .strictObject({
    processDefinitionId: z.string(),
    processDefinitionKey: keyType,
    processDefinitionName: z.string(),
    processDefinitionVersion: z.int(),
    tenantId: tenantType,
    activeInstancesWithErrorCount: z.int(),
  })
  .meta({ id: 'DefinitionErrorStatistics' });

const byErrorAnswer = (row: ErrorCount): z.input<typeof byErrorType> => ({
  errorHashCode: errorHash(row.message),
  errorMessage: row.message,
  activeInstancesWithErrorCount: Number(row.instances),
});
const byDefinitionAnswer = (row: DefinitionErrorCount): z.input<typeof byDefinitionType> => ({
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.key),
  processDefinitionName: row.name ?? row.process_id,
  processDefinitionVersion: row.version,
  tenantId: row.tenant_id,
  activeInstancesWithErrorCount: Number(row.instances),
});

const tag = 'Incidents';
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');
const error = { errorHashCode: -1_382_764_012, errorMessage: 'The accounting service did not answer' };

/** How many instances have which trouble. */
export const incidentStatisticsOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  searchOperation(database, {
    id: 'getProcessInstanceStatisticsByError',
    path: '/v2/incidents/statistics/process-instances-by-error',
    tag,
    summary: 'Count the instances with an active incident by its message',
    description: 'The most frequent first.',
    reader: { plan: errorCountPlan, filters: [] },
    item: byErrorType,
    answer: byErrorAnswer,
    access,
    example: {
      body: { sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }] },
      item: { ...error, activeInstancesWithErrorCount: 12 },
    },
  }),
  operation({
    id: 'getProcessInstanceStatisticsByDefinition',
    method: 'POST',
    path: '/v2/incidents/statistics/process-instances-by-definition',
    tag,
    summary: 'Count the instances with an active incident of one message by process version',
    body: searchBodyWith(
      { plan: definitionErrorCountPlan },
      z.strictObject({
        errorHashCode: z
          .int()
          .min(-(2 ** 31))
          .max(2 ** 31 - 1),
      }),
    ),
    answer: json(pageOf(byDefinitionType)),
    access,
    isTenantAware: true,
    example: {
      body: { filter: { errorHashCode: error.errorHashCode } },
      answer: onePage({
        processDefinitionId: 'invoice',
        processDefinitionKey: '1000000003',
        processDefinitionName: 'Invoice',
        processDefinitionVersion: 2,
        tenantId: '<default>',
        activeInstancesWithErrorCount: 12,
      }),
    },
    run: async ({ body: { filter, search }, permit }) => {
      const messages = await findMessagesByHash(database, filter.errorHashCode);
      const field = definitionErrorCountPlan.fields['errorMessage'];
      const request = {
        ...search,
        filter: {
          conditions: field === undefined ? [] : [{ field, operator: 'in' as const, value: messages }],
          custom: [],
          anyOf: [],
        },
      };
      const permitted = withinPermit(request, definitionErrorCountPlan, permit);
      return searchAnswer(await runSearch(database, definitionErrorCountPlan, permitted), byDefinitionAnswer);
    },
  }),
];
