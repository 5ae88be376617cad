import { addDuration } from '@baton/engine';
import { z } from 'zod';
import {
  findUncountedMs,
  jobErrorsPlan,
  jobTimePlan,
  jobTotalsPlan,
  jobTypesPlan,
  jobWorkersPlan,
} from '../store/searches/job-statistics.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { Filter } from '../store/searches/search-plan.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { readDate } from './input.ts';
import {
  jobErrorCountsAnswer,
  jobErrorCountsType,
  jobMetricsExample,
  jobTimeCountsAnswer,
  jobTimeCountsType,
  jobTotalsAnswer,
  jobTotalsType,
  jobTypeCountsAnswer,
  jobTypeCountsType,
  jobWorkerCountsAnswer,
  jobWorkerCountsType,
} from './job-statistics-answer.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { readFilter, searchAnswer } from './search/read-search.ts';
import { filterWithin, withinPermit } from './search/within-permit.ts';

const wrong = (detail: string): Refusal => new Refusal('INVALID_ARGUMENT', detail);

const readTime =
  (name: string) =>
  (value: unknown): number => {
    const ms = readDate(value);
    if (ms === null)
      throw wrong(
        `Filter '${name}': expected a date-time with offset such as 2030-01-31T10:00:00Z, found ${JSON.stringify(value)}.`,
      );
    return ms;
  };
const secondMs = 1_000;
const readResolution = (value: unknown): number => {
  const ms = typeof value === 'string' ? addDuration(value, 0) : null;
  if (ms === null || ms < secondMs)
    throw wrong(
      `Filter 'resolution': expected a duration of ISO 8601 of at least a second such as PT1M, found ${JSON.stringify(value)}.`,
    );
  return ms;
};
const range = { from: readTime('from'), to: readTime('to') };
const timeReader = {
  plan: jobTimePlan(secondMs),
  custom: { ...range, resolution: readResolution },
  required: ['from', 'to', 'jobType'],
};

const minuteMs = 60_000;
/** A minute, 5, 15, an hour, 6, a day. */
const resolutions = [1, 5, 15, 60, 360, 1_440].map((minutes) => minutes * minuteMs);

/** The length of a bucket that was asked for; else the shortest of the usual ones that makes at most 100 of the time. */
const resolutionOf = ({ custom }: Filter): number => {
  const given = (name: string): number | undefined =>
    custom.find((each) => each.name === name)?.value as number | undefined;
  const length = (given('to') ?? 0) - (given('from') ?? 0);
  return given('resolution') ?? resolutions.find((each) => length / each <= 100) ?? (resolutions.at(-1) as number);
};

const tag = 'Jobs';
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');
const description =
  'Of the 100,000 newest jobs whose history is kept. A job counts by its creation and by what became of it last, each in the time that is asked for: one that failed and was completed later counts as completed.';
const hour = { from: '2030-01-31T10:00:00Z', to: '2030-01-31T11:00:00Z' };
const times = z
  .string()
  .refine((value) => readDate(value) !== null, 'must be a date-time with offset such as 2030-01-31T10:00:00Z')
  .optional();

/** Jobs in numbers. */
export const jobStatisticsOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  operation({
    id: 'getGlobalJobStatistics',
    method: 'GET',
    path: '/v2/jobs/statistics/global',
    tag,
    summary: 'Count the jobs that were created, completed and failed',
    description,
    query: { from: times, to: times, jobType: z.string().optional() },
    answer: json(jobTotalsType),
    access,
    isTenantAware: true,
    example: { answer: { ...jobMetricsExample, isIncomplete: false } },
    run: async ({ query, permit }) => {
      const filter = filterWithin(readFilter(query, { plan: jobTotalsPlan, custom: range }), jobTotalsPlan, permit);
      const page = { kind: 'offset', from: 0, limit: 1 } as const;
      const { rows } = await runSearch(database, jobTotalsPlan, { filter, sort: [], page });
      const uncountedMs = await findUncountedMs(database);
      const fromMs = query.from === undefined ? null : readDate(query.from);
      return jobTotalsAnswer(rows[0] ?? null, uncountedMs !== null && (fromMs === null || fromMs <= uncountedMs));
    },
  }),
  searchOperation(database, {
    id: 'getJobTypeStatistics',
    path: '/v2/jobs/statistics/by-types',
    tag,
    summary: 'Count jobs by type',
    description,
    reader: { plan: jobTypesPlan, custom: range },
    item: jobTypeCountsType,
    answer: jobTypeCountsAnswer,
    access,
    example: { body: { filter: hour }, item: { jobType: 'book-invoice', ...jobMetricsExample, workers: 3 } },
  }),
  searchOperation(database, {
    id: 'getJobWorkerStatistics',
    path: '/v2/jobs/statistics/by-workers',
    tag,
    summary: 'Count the jobs of a type by worker',
    description: `${description} The worker is the one that had the job last.`,
    reader: { plan: jobWorkersPlan, custom: range, required: ['from', 'to', 'jobType'] },
    item: jobWorkerCountsType,
    answer: jobWorkerCountsAnswer,
    access,
    example: {
      body: { filter: { ...hour, jobType: 'book-invoice' } },
      item: { worker: 'accounting-1', ...jobMetricsExample },
    },
  }),
  operation({
    id: 'getJobTimeSeriesStatistics',
    method: 'POST',
    path: '/v2/jobs/statistics/time-series',
    tag,
    summary: 'Count the jobs of a type over time',
    description: `${description} Times without any are left out. Without a resolution there are at most about 100.`,
    body: searchBody(timeReader),
    answer: json(pageOf(jobTimeCountsType)),
    access,
    isTenantAware: true,
    example: {
      body: { filter: { ...hour, jobType: 'book-invoice', resolution: 'PT1M' } },
      answer: onePage({ time: '2030-01-31T10:00:00.000Z', ...jobMetricsExample }),
    },
    run: async ({ body, permit }) => {
      const plan = jobTimePlan(resolutionOf(body.filter));
      return searchAnswer(await runSearch(database, plan, withinPermit(body, plan, permit)), jobTimeCountsAnswer);
    },
  }),
  searchOperation(database, {
    id: 'getJobErrorStatistics',
    path: '/v2/jobs/statistics/errors',
    tag,
    summary: 'List the errors of the jobs of a type',
    description: 'Of jobs that failed last, by error code and message, with the number of workers that met it.',
    reader: { plan: jobErrorsPlan, custom: range, required: ['from', 'to', 'jobType'] },
    item: jobErrorCountsType,
    answer: jobErrorCountsAnswer,
    access,
    example: {
      body: { filter: { ...hour, jobType: 'book-invoice' } },
      item: { errorCode: '', errorMessage: 'The accounting service did not answer', workers: 2 },
    },
  }),
];
