import { z } from 'zod';
import { runningProcessPlan, runningVersionPlan } from '../store/searches/running-plans.ts';
import type { RunningRow } from '../store/searches/running-plans.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText } from './answer.ts';
import { needs } from './operation/access.ts';
import { keyType, tenantType } from './operation/answer-types.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';

const counts = { activeInstancesWithoutIncidentCount: z.int(), activeInstancesWithIncidentCount: z.int() };
const processType = z
  .strictObject({
    processDefinitionId: z.string(),
    tenantId: tenantType,
    latestProcessDefinitionName: z.string().nullable(),
    hasMultipleVersions: z.boolean(),
    ...counts,
  })
  .meta({ id: 'RunningProcess' });
const versionType = z
  .strictObject({
    processDefinitionId: z.string(),
    processDefinitionKey: keyType,
    processDefinitionName: z.string().nullable(),
    processDefinitionVersion: z.int(),
    tenantId: tenantType,
    ...counts,
  })
  .meta({ id: 'RunningVersion' });

const countsOf = ({ sound, troubled }: RunningRow) => ({
  activeInstancesWithoutIncidentCount: Number(sound),
  activeInstancesWithIncidentCount: Number(troubled),
});
const processAnswer = (row: RunningRow): z.input<typeof processType> => ({
  processDefinitionId: row.process_id,
  tenantId: row.tenant_id,
  latestProcessDefinitionName: row.name,
  hasMultipleVersions: Number(row.has_versions) === 1,
  ...countsOf(row),
});
const versionAnswer = (row: RunningRow): z.input<typeof versionType> => ({
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.key),
  processDefinitionName: row.name,
  processDefinitionVersion: row.version,
  tenantId: row.tenant_id,
  ...countsOf(row),
});

const some = { activeInstancesWithoutIncidentCount: 11, activeInstancesWithIncidentCount: 1 };
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');

/** How many instances run of what. */
export const definitionStatisticsOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  searchOperation(database, {
    id: 'getProcessDefinitionInstanceStatistics',
    path: '/v2/process-definitions/statistics/process-instances',
    tag: 'Process definitions',
    summary: 'Count the running instances of each process',
    description: 'All versions together. Processes of which nothing runs are left out.',
    reader: { plan: runningProcessPlan, filters: [] },
    item: processType,
    answer: processAnswer,
    access,
    example: {
      body: { sort: [{ field: 'activeInstancesWithIncidentCount', order: 'DESC' }] },
      item: {
        processDefinitionId: 'invoice',
        tenantId: '<default>',
        latestProcessDefinitionName: 'Invoice',
        hasMultipleVersions: true,
        ...some,
      },
    },
  }),
  searchOperation(database, {
    id: 'getProcessDefinitionInstanceVersionStatistics',
    path: '/v2/process-definitions/statistics/process-instances-by-version',
    tag: 'Process definitions',
    summary: 'Count the running instances of each version of a process',
    description: 'Versions of which nothing runs are left out.',
    reader: {
      plan: runningVersionPlan,
      filters: ['processDefinitionId'],
      required: ['processDefinitionId'],
    },
    item: versionType,
    answer: versionAnswer,
    access,
    example: {
      body: { filter: { processDefinitionId: 'invoice' } },
      item: {
        processDefinitionId: 'invoice',
        processDefinitionKey: '1000000003',
        processDefinitionName: 'Invoice',
        processDefinitionVersion: 2,
        tenantId: '<default>',
        ...some,
      },
    },
  }),
];
