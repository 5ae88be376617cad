import { z } from 'zod';
import { countUsage } from '../store/searches/usage-metrics.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { defaultTenant } from '../default-tenant.ts';
import { maxTextLength, readDate } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const counts = { processInstances: z.int(), decisionInstances: z.int(), assignees: z.int() };
const usageOfTenant = z.strictObject(counts);
const usageType = z
  .strictObject({ activeTenants: z.int(), tenants: z.record(z.string(), usageOfTenant), ...counts })
  .meta({ id: 'UsageMetrics' });

const date = (name: string) =>
  z
    .string()
    .refine(
      (value) => readDate(value) !== null,
      `must be a date-time with offset such as 2030-01-31T10:00:00Z (${name})`,
    )
    .transform((value) => readDate(value) ?? 0);

/** Statistics of jobs are counted from the jobs themselves when they are asked for: nothing is exported, and nothing is cut off or left out. */
const jobMetrics = {
  enabled: true,
  exportInterval: 'PT0S',
  maxWorkerNameLength: maxTextLength,
  maxJobTypeLength: maxTextLength,
  maxTenantIdLength: 256,
  maxUniqueKeys: 2_147_483_647,
};
const configurationType = z
  .strictObject({
    jobMetrics: z.strictObject({
      enabled: z.boolean(),
      exportInterval: z.string().describe('A duration of ISO 8601; zero, because nothing lags behind.'),
      maxWorkerNameLength: z.int(),
      maxJobTypeLength: z.int(),
      maxTenantIdLength: z.int(),
      maxUniqueKeys: z.int(),
    }),
  })
  .meta({ id: 'SystemConfiguration' });

/** Usage in a period, and what clients ask about the server and its license. */
export const systemOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  operation({
    id: 'getUsageMetrics',
    method: 'GET',
    path: '/v2/system/usage-metrics',
    tag: 'Cluster',
    summary: 'Count what was used in a period',
    description:
      'Process instances that started, decisions that were evaluated, and people who have or had last a task that was created, from `startTime` up to before `endTime`.',
    query: {
      startTime: date('startTime'),
      endTime: date('endTime'),
      tenantId: z.string().optional(),
      withTenants: z
        .enum(['true', 'false'])
        .optional()
        .transform((value) => value === 'true'),
    },
    answer: json(usageType),
    access: needs('SYSTEM', 'READ_USAGE_METRIC'),
    isTenantAware: true,
    example: {
      answer: { activeTenants: 1, tenants: {}, processInstances: 340, decisionInstances: 120, assignees: 8 },
    },
    run: async ({ query: { startTime, endTime, tenantId, withTenants }, permit }) => {
      if (endTime <= startTime)
        throw new Refusal('INVALID_ARGUMENT', 'Expected endTime to be after startTime. Exchange them.');
      const seen = (permit.tenants ?? [defaultTenant]).filter((id) => tenantId === undefined || id === tenantId);
      const active: Record<string, z.input<typeof usageOfTenant>> = {};
      for (const id of seen) {
        const used = await countUsage(database, startTime, endTime, [id]);
        if (Object.values(used).some((count) => count > 0)) active[id] = used;
      }
      const total = await countUsage(database, startTime, endTime, seen);
      return { activeTenants: Object.keys(active).length, tenants: withTenants ? active : {}, ...total };
    },
  }),
  operation({
    id: 'getSystemConfiguration',
    method: 'GET',
    path: '/v2/system/configuration',
    tag: 'Cluster',
    summary: 'Read what user interfaces need to know of the server',
    answer: json(configurationType),
    access: 'signed-in',
    isTenantAware: true,
    example: { answer: { jobMetrics } },
    run: () => ({ jobMetrics }),
  }),
  operation({
    id: 'getLicense',
    method: 'GET',
    path: '/v2/license',
    tag: 'Cluster',
    summary: 'Read the license',
    description: 'Baton is free software under the MIT license; clients of Camunda 8 ask for this.',
    answer: json(
      z.strictObject({
        validLicense: z.boolean(),
        licenseType: z.string(),
        isCommercial: z.boolean(),
        expiresAt: z.iso.datetime().nullable(),
      }),
    ),
    access: 'anyone',
    example: { answer: { validLicense: true, licenseType: 'MIT', isCommercial: false, expiresAt: null } },
    run: () => ({ validLicense: true, licenseType: 'MIT', isCommercial: false, expiresAt: null }),
  }),
];
