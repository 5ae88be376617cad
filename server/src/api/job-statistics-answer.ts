import { z } from 'zod';
import type {
  JobCounts,
  JobErrorCounts,
  JobTimeCounts,
  JobTypeCounts,
  JobWorkerCounts,
} from '../store/searches/job-statistics.ts';
import { dateText, dateTextOrNull } from './answer.ts';
import { dateType } from './operation/answer-types.ts';

const metricType = z
  .strictObject({ count: z.int(), lastUpdatedAt: dateType.nullable().describe('When the last one was.') })
  .meta({ id: 'JobMetric' });
const metrics = { created: metricType, completed: metricType, failed: metricType };

const metricOf = (count: number | string | null, ms: number | null): z.input<typeof metricType> => ({
  count: Number(count ?? 0),
  lastUpdatedAt: dateTextOrNull(ms),
});
const metricsOf = (row: JobCounts) => ({
  created: metricOf(row.created, row.created_ms),
  completed: metricOf(row.completed, row.completed_ms),
  failed: metricOf(row.failed, row.failed_ms),
});

export const jobTotalsType = z
  .strictObject({
    ...metrics,
    isIncomplete: z.boolean().describe('There are too many jobs to count all of the time that is asked for.'),
  })
  .meta({ id: 'JobTotals' });
/** Null when there was no job at all. */
export const jobTotalsAnswer = (row: JobCounts | null, isIncomplete: boolean): z.input<typeof jobTotalsType> => {
  const none = { created: 0, created_ms: null, completed: 0, completed_ms: null, failed: 0, failed_ms: null };
  return { ...metricsOf(row ?? none), isIncomplete };
};

export const jobTypeCountsType = z
  .strictObject({ jobType: z.string(), ...metrics, workers: z.int() })
  .meta({ id: 'JobTypeStatistics' });
export const jobTypeCountsAnswer = (row: JobTypeCounts): z.input<typeof jobTypeCountsType> => ({
  jobType: row.type,
  ...metricsOf(row),
  workers: Number(row.workers),
});

export const jobWorkerCountsType = z
  .strictObject({ worker: z.string(), ...metrics })
  .meta({ id: 'JobWorkerStatistics' });
export const jobWorkerCountsAnswer = (row: JobWorkerCounts): z.input<typeof jobWorkerCountsType> => ({
  worker: row.worker,
  ...metricsOf(row),
});

export const jobTimeCountsType = z
  .strictObject({ time: dateType.describe('When the bucket begins.'), ...metrics })
  .meta({ id: 'JobTimeStatistics' });
export const jobTimeCountsAnswer = (row: JobTimeCounts): z.input<typeof jobTimeCountsType> => ({
  time: dateText(Number(row.bucket_ms)),
  ...metricsOf(row),
});

export const jobErrorCountsType = z
  .strictObject({ errorCode: z.string(), errorMessage: z.string(), workers: z.int() })
  .meta({ id: 'JobErrorStatistics' });
export const jobErrorCountsAnswer = (row: JobErrorCounts): z.input<typeof jobErrorCountsType> => ({
  errorCode: row.code,
  errorMessage: row.message,
  workers: Number(row.workers),
});

export const jobMetricsExample = {
  created: { count: 120, lastUpdatedAt: '2030-01-31T10:59:00.000Z' },
  completed: { count: 117, lastUpdatedAt: '2030-01-31T10:59:30.000Z' },
  failed: { count: 1, lastUpdatedAt: '2030-01-31T10:20:00.000Z' },
};
