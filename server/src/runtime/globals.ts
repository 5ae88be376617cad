import type { Json, Variables } from '@baton/engine';
import type { Database } from '../store/database.ts';
import type { ClusterVariableRow } from '../store/tables/cluster-variables.ts';

/**
 * What expressions know everywhere in a tenant: the variables of the cluster and of the tenant, as `camunda.vars.cluster.NAME`, `…tenant.NAME` and
 * `…env.NAME`.
 */
export interface Globals {
  /** As it was read last. */
  known(tenantId: string): Variables;
  /** Whether it has to be read before it is used. */
  isStale(nowMs: number): boolean;
  /** As it is now, read where that is needed. */
  current(nowMs: number, tenantId: string): Promise<Variables>;
  /** It changed. */
  forget(): void;
}

/**
 * How long what was read is taken for true on a database that others change too, milliseconds. They tell when they change it; this is for the case
 * that the word gets lost.
 */
const trustMs = 1_000;

export const createGlobals = (database: Database): Globals => {
  let read: Read = { ofCluster: {}, ofTenants: new Map() };
  let readMs: number | null = null;
  /** Counts what changed, so that a read that was under way before is not trusted. */
  let changes = 0;
  const isStale = (nowMs: number): boolean =>
    // A clock that is set by hand may also go back.
    readMs === null || (database.isShared && Math.abs(nowMs - readMs) >= trustMs);
  return {
    known: (tenantId) => known(read, tenantId),
    isStale,
    current: async (nowMs, tenantId) => {
      while (isStale(nowMs)) {
        const before = changes;
        const rows = await database.rows<ClusterVariableRow>('SELECT * FROM cluster_variables');
        if (before !== changes) continue;
        read = readOf(rows);
        readMs = nowMs;
      }
      return known(read, tenantId);
    },
    forget: () => {
      changes += 1;
      readMs = null;
    },
  };
};

/** What expressions know in tenants that have variables of their own, and in all others. */
interface Read {
  readonly ofCluster: Variables;
  readonly ofTenants: ReadonlyMap<string, Variables>;
}

const known = ({ ofCluster, ofTenants }: Read, tenantId: string): Variables => ofTenants.get(tenantId) ?? ofCluster;

type Values = Readonly<Record<string, Json>>;

const readOf = (rows: readonly ClusterVariableRow[]): Read => {
  const valuesOf = (scope: string, tenantId: string): Values =>
    Object.fromEntries(
      rows.flatMap((row) =>
        row.scope === scope && row.tenant_id === tenantId ? [[row.name, JSON.parse(row.value) as Json]] : [],
      ),
    );
  const cluster = valuesOf('GLOBAL', '');
  const tenantIds = new Set(rows.flatMap((row) => (row.scope === 'TENANT' ? [row.tenant_id] : [])));
  return {
    ofCluster: globalsOf(cluster, {}),
    ofTenants: new Map([...tenantIds].map((id) => [id, globalsOf(cluster, valuesOf('TENANT', id))])),
  };
};

/** What a tenant says goes before what the cluster says. Nothing at all where there are no variables: `camunda` is a free name then. */
const globalsOf = (cluster: Values, tenant: Values): Variables => {
  if (Object.keys(cluster).length + Object.keys(tenant).length === 0) return {};
  return { camunda: { vars: { cluster, tenant, env: { ...cluster, ...tenant } } } };
};
