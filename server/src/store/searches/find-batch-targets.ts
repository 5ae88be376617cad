import type { Database } from '../database.ts';
import { applyFilter } from './apply-filter.ts';
import type { BatchOperationType } from './batch-operation-plan.ts';
import { decisionInstancePlan } from './decision-instance-plan.ts';
import { jobPlan } from './job-plan.ts';
import { processInstancePlan } from './process-instance-plan.ts';
import { preparedFilter } from './search-plan.ts';
import type { Filter, SearchContext, SearchPlan } from './search-plan.ts';

/** One thing that a batch operation is to be done to. */
export interface BatchTarget {
  readonly item_key: number;
  readonly process_instance_key: number | null;
  readonly root_key: number | null;
}

/** Where the targets of a type are. */
interface TargetPlan {
  /** What the filter is about. */
  readonly plan: SearchPlan<unknown>;
  readonly join?: string;
  /** Columns of the key of a target, its instance and the root of that. */
  readonly columns: readonly [string, string, string];
  /** What the operation can be done to. */
  readonly condition: string;
}

const instances = processInstancePlan as SearchPlan<unknown>;
const activeInstances: TargetPlan = {
  plan: instances,
  columns: ['i.key', 'i.key', 'i.root_key'],
  condition: `i.status IN ('ACTIVE', 'SUSPENDED')`,
};
const targetPlans: Readonly<Record<BatchOperationType, TargetPlan>> = {
  CANCEL_PROCESS_INSTANCE: activeInstances,
  MIGRATE_PROCESS_INSTANCE: activeInstances,
  MODIFY_PROCESS_INSTANCE: activeInstances,
  RESUME_PROCESS_INSTANCE: { ...activeInstances, condition: `i.status = 'SUSPENDED'` },
  SUSPEND_PROCESS_INSTANCE: { ...activeInstances, condition: `i.status = 'ACTIVE'` },
  RESOLVE_INCIDENT: {
    plan: instances,
    join: 'JOIN incidents AS r ON r.process_instance_key = i.key',
    columns: ['r.key', 'i.key', 'i.root_key'],
    condition: `r.state = 'ACTIVE'`,
  },
  DELETE_PROCESS_INSTANCE: {
    plan: instances,
    columns: ['i.key', 'i.key', 'i.root_key'],
    // What was called goes with the one that called it.
    condition: `i.end_ms IS NOT NULL AND i.key = i.root_key`,
  },
  DELETE_DECISION_INSTANCE: {
    plan: decisionInstancePlan,
    columns: ['d.evaluation_key', 'd.process_instance_key', 'd.root_instance_key'],
    condition: '1 = 1',
  },
  UPDATE_JOB: {
    plan: jobPlan,
    columns: ['j.key', 'j.process_instance_key', 'j.root_key'],
    condition: 'j.end_ms IS NULL',
  },
};

/** The next targets that a filter finds, in the order of their keys, each once. `afterKey`: the last one that is known. */
export const findBatchTargets = async (
  database: Database,
  type: BatchOperationType,
  filter: Filter,
  afterKey: number,
  limit: number,
): Promise<BatchTarget[]> => {
  const { knex, dialect } = database;
  const { plan, join, columns, condition } = targetPlans[type];
  const [item, instance, root] = columns;
  // Not how rare its variables are: the order by keys is what makes pages.
  const context: SearchContext = { knex, dialect };
  const query = knex.from(plan.from).whereRaw(condition).whereRaw(`${item} > ?`, [afterKey]);
  if (join !== undefined) query.joinRaw(join);
  applyFilter(query, await preparedFilter(database, plan, filter), plan, context);
  query.distinct(
    knex.raw(`${item} AS item_key`),
    knex.raw(`${instance} AS process_instance_key`),
    knex.raw(`${root} AS root_key`),
  );
  return (await query.orderByRaw(item).limit(limit)) as BatchTarget[];
};
