import type { Database } from '../database.ts';
import type { Field, SearchPlan } from './search-plan.ts';

/** Jobs that were created, completed and failed, and when the last one was. */
export interface JobCounts {
  readonly created: number | string | null;
  readonly created_ms: number | null;
  readonly completed: number | string | null;
  readonly completed_ms: number | null;
  readonly failed: number | string | null;
  readonly failed_ms: number | null;
}
export interface JobTypeCounts extends JobCounts {
  readonly type: string;
  readonly workers: number | string;
}
export interface JobWorkerCounts extends JobCounts {
  readonly worker: string;
}
export interface JobTimeCounts extends JobCounts {
  readonly bucket_ms: number | string;
}
export interface JobErrorCounts {
  readonly code: string;
  readonly message: string;
  readonly workers: number | string;
}

/** How many jobs are counted at most, the newest: a tenth of a second on SQLite, where others wait meanwhile (measured among 300,000). */
export const maxCountedJobs = 100_000;
const beyond = `FROM jobs ORDER BY key DESC LIMIT 1 OFFSET ${maxCountedJobs}`;

/** When the newest of the jobs that are too many to be counted was created; null when all are counted. */
export const findUncountedMs = async (database: Database): Promise<number | null> => {
  const [row] = await database.rows<{ created_ms: number }>(`SELECT created_ms ${beyond}`);
  return row?.created_ms ?? null;
};

/**
 * What happened to jobs, from the rows of the jobs themselves: nothing is counted while they run. A job tells its creation, and what became of it last: one
 * that failed and was completed later counts as completed. No index holds the times, because all jobs would pay for it: the newest jobs are
 * read, by their keys, which follow the time.
 */
const part = (
  atMs: string,
  [created, completed, failed]: readonly [number, number, number],
  condition: string,
): string =>
  `SELECT type, tenant_id, worker, error_code, error_message, ${atMs} AS at_ms, ${created} AS created, ${completed} AS completed,
     ${failed} AS failed FROM jobs WHERE key > COALESCE((SELECT key ${beyond}), 0) ${condition}`;
const events = `(${[
  part('created_ms', [1, 0, 0], ''),
  part('end_ms', [0, 1, 0], `AND state = 'COMPLETED'`),
  part('updated_ms', [0, 0, 1], `AND state IN ('FAILED', 'ERROR_THROWN')`),
].join(' UNION ALL ')}) AS j`;

const metric = (name: string): readonly string[] => [
  `SUM(j.${name}) AS ${name}`,
  `MAX(CASE WHEN j.${name} = 1 THEN j.at_ms END) AS ${name}_ms`,
];
const metrics: readonly string[] = [...metric('created'), ...metric('completed'), ...metric('failed')];
const workers = 'COUNT(DISTINCT j.worker) AS workers';

const common = {
  from: events,
  tenant: 'j.tenant_id',
  sortable: [],
  custom: {
    from: (query, value) => void query.where('j.at_ms', '>=', value as number),
    to: (query, value) => void query.where('j.at_ms', '<', value as number),
    // What the length of a bucket is for, see `jobTimePlan`.
    resolution: () => undefined,
  },
} satisfies Partial<SearchPlan<unknown>>;
const jobType: Field = { kind: 'string', column: 'j.type' };
const oneJobType: Field = { ...jobType, literalOnly: true };

/** All jobs together. */
export const jobTotalsPlan: SearchPlan<JobCounts> = {
  ...common,
  // One group of all rows; there is no row without any.
  groupBy: 'j.created - j.created',
  columns: metrics,
  tiebreak: '(j.created - j.created)',
  fields: { jobType },
};

export const jobTypesPlan: SearchPlan<JobTypeCounts> = {
  ...common,
  groupBy: 'j.type',
  columns: ['j.type', workers, ...metrics],
  tiebreak: 'j.type',
  isTiebreakText: true,
  fields: { jobType },
};

/** By the worker that had the job last. */
export const jobWorkersPlan: SearchPlan<JobWorkerCounts> = {
  ...common,
  base: (query) => void query.whereRaw(`j.worker <> ''`),
  groupBy: 'j.worker',
  columns: ['j.worker', ...metrics],
  tiebreak: 'j.worker',
  isTiebreakText: true,
  fields: { jobType: oneJobType },
};

const code = `COALESCE(j.error_code, '')`;
const message = `COALESCE(j.error_message, '')`;
/** What jobs failed by. */
export const jobErrorsPlan: SearchPlan<JobErrorCounts> = {
  ...common,
  base: (query) => void query.whereRaw('j.failed = 1'),
  groupBy: `${code}, ${message}`,
  columns: [`${code} AS code`, `${message} AS message`, workers],
  // A code has no line break; a message that is the same behind another code is another error.
  tiebreak: `(${code} || '\n' || ${message})`,
  isTiebreakText: true,
  fields: {
    jobType: oneJobType,
    errorCode: { kind: 'string', column: code },
    errorMessage: { kind: 'string', column: message },
  },
};

/** By time, in buckets of so many milliseconds that begin at whole multiples of it since 1970. */
export const jobTimePlan = (resolutionMs: number): SearchPlan<JobTimeCounts> => {
  const bucket = `(j.at_ms - j.at_ms % ${Math.trunc(resolutionMs)})`;
  return {
    ...common,
    name: 'jobs over time',
    groupBy: bucket,
    columns: [`${bucket} AS bucket_ms`, ...metrics],
    tiebreak: bucket,
    fields: { jobType: oneJobType },
  };
};
