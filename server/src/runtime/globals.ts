import type { Json, Variables } from '@baton/engine';
import type { Database } from '../store/database.ts';
import type { ClusterVariableRow } from '../store/tables/cluster-variables.ts';

/** What expressions know everywhere: the variables of the cluster, as `camunda.vars.cluster.NAME`, `…tenant.NAME` and `…env.NAME`. */
export interface Globals {
  /** As it was read last. */
  readonly known: Variables;
  /** Whether it has to be read before it is used. */
  isStale(nowMs: number): boolean;
  /** As it is now, read where that is needed. */
  current(nowMs: number): Promise<Variables>;
  /** It changed. */
  forget(): void;
}

/**
 * How long what was read is taken for true on a database that others change too, milliseconds. They tell when they change it; this is for the case
 * that the word gets lost.
 */
const trustMs = 1_000;

export const createGlobals = (database: Database): Globals => {
  let known: Variables = {};
  let readMs: number | null = null;
  /** Counts what changed, so that a read that was under way before is not trusted. */
  let changes = 0;
  const isStale = (nowMs: number): boolean =>
    // A clock that is set by hand may also go back.
    readMs === null || (database.isShared && Math.abs(nowMs - readMs) >= trustMs);
  return {
    get known() {
      return known;
    },
    isStale,
    current: async (nowMs) => {
      while (isStale(nowMs)) {
        const before = changes;
        const rows = await database.rows<ClusterVariableRow>('SELECT * FROM cluster_variables');
        if (before !== changes) continue;
        known = globalsOf(rows);
        readMs = nowMs;
      }
      return known;
    },
    forget: () => {
      changes += 1;
      readMs = null;
    },
  };
};

/** What a tenant says goes before what the cluster says. Nothing at all where there are no variables: `camunda` is a free name then. */
const globalsOf = (rows: readonly ClusterVariableRow[]): Variables => {
  if (rows.length === 0) return {};
  const of = (scope: string): Readonly<Record<string, Json>> =>
    Object.fromEntries(rows.flatMap((row) => (row.scope === scope ? [[row.name, JSON.parse(row.value) as Json]] : [])));
  const cluster = of('GLOBAL');
  const tenant = of('TENANT');
  return { camunda: { vars: { cluster, tenant, env: { ...cluster, ...tenant } } } };
};
