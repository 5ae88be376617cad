import type { clusterVariableScopes } from '../store/searches/cluster-variable-plan.ts';
import { countClusterVariables, findClusterVariable } from '../store/searches/cluster-variable-plan.ts';
import { clusterVariables } from '../store/tables/cluster-variables.ts';
import type { ClusterVariableRow } from '../store/tables/cluster-variables.ts';
import type { Batch } from './batch.ts';
import { Refusal } from './refusal.ts';
import type { Task } from './task.ts';

/** Where a variable is: in the whole cluster, or in a tenant. */
export interface VariablePlace {
  readonly scope: (typeof clusterVariableScopes)[number];
  /** Empty for the whole cluster. */
  readonly tenant_id: string;
  readonly name: string;
}

/** A variable of the whole cluster is of no tenant. */
const tenantOf = ({ scope, tenant_id: tenantId }: VariablePlace): string | null =>
  scope === 'GLOBAL' ? null : tenantId;

/** In the cluster, and in each tenant. Every server keeps all of them in memory. */
const maxVariables = 1_000;

const isThere = async (batch: Batch, place: VariablePlace): Promise<boolean> => {
  const pending = batch.changes.pending(clusterVariables, place);
  if (pending !== undefined) return pending.op !== 'delete';
  return (await findClusterVariable(batch.services.database, place)) !== null;
};

const found = async (batch: Batch, place: VariablePlace): Promise<void> => {
  if (!(await isThere(batch, place))) throw missingVariable(place);
};

/** What somebody is told who asks for a variable that is not there. */
export const missingVariable = ({ scope, name, tenant_id: tenant }: VariablePlace): Refusal =>
  new Refusal(
    'NOT_FOUND',
    `Expected ${scope === 'GLOBAL' ? 'a global cluster variable' : `a cluster variable of tenant '${tenant}'`} named '${name}', found none.`,
  );

/** Adds a variable; `value` is JSON text. Throws ALREADY_EXISTS when the place has one of that name. */
export const createVariableTask = (place: VariablePlace, value: string): Task<ClusterVariableRow> => ({
  name: 'create-cluster-variable',
  tenantId: tenantOf(place),
  run: async (batch) => {
    if (await isThere(batch, place))
      throw new Refusal(
        'ALREADY_EXISTS',
        `Expected a new name, but there is a cluster variable '${place.name}' already. Change that one by PUT, or delete it first.`,
      );
    if ((await countClusterVariables(batch.services.database, place)) >= maxVariables)
      throw new Refusal(
        'INVALID_STATE',
        `Expected at most ${maxVariables} cluster variables, found as many. Delete some, or put several values into one.`,
      );
    const row = { ...place, value };
    batch.changes.insert(clusterVariables, { ...row });
    return row;
  },
});

/** Gives a variable another value. Throws NOT_FOUND when there is none. */
export const updateVariableTask = (place: VariablePlace, value: string): Task<ClusterVariableRow> => ({
  name: 'update-cluster-variable',
  tenantId: tenantOf(place),
  run: async (batch) => {
    await found(batch, place);
    batch.changes.patch(clusterVariables, place, { value });
    return { ...place, value };
  },
});

/** Takes a variable away. Throws NOT_FOUND when there is none. */
export const deleteVariableTask = (place: VariablePlace): Task<null> => ({
  name: 'delete-cluster-variable',
  tenantId: tenantOf(place),
  run: async (batch) => {
    await found(batch, place);
    batch.changes.delete(clusterVariables, place);
    return null;
  },
});
