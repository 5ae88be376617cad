import type { SearchPlan } from './search-plan.ts';

/** A process or a version of one, with its running instances. */
export interface RunningRow {
  readonly key: number;
  readonly process_id: string;
  readonly name: string | null;
  readonly version: number;
  readonly tenant_id: string;
  readonly has_versions: number;
  readonly sound: number;
  readonly troubled: number;
}

const isRunning = `i.status IN ('ACTIVE', 'SUSPENDED')`;
const count = (of: string, condition: string): string =>
  `(SELECT count(*) FROM process_instances i WHERE ${of} AND ${isRunning}${condition})`;

/** The row that stands for a process: its latest version that is not deleted; where all are, the last of them. */
const isNewest = `NOT EXISTS (SELECT 1 FROM process_definitions o WHERE o.process_id = d.process_id AND o.tenant_id = d.tenant_id
  AND (o.is_latest > d.is_latest OR (o.is_latest = d.is_latest AND o.version > d.version)))`;

const plan = (of: string, isNewestOnly: boolean, own: SearchPlan<RunningRow>['fields']): SearchPlan<RunningRow> => {
  // Those with an incident are few and have an index of their own; all others are counted in an index without a look at their rows.
  const troubled = count(of, ' AND i.incident_count > 0');
  const sound = `(${count(of, '')} - ${troubled})`;
  const fields = {
    ...own,
    activeInstancesWithoutIncidentCount: { kind: 'int', column: sound },
    activeInstancesWithIncidentCount: { kind: 'int', column: troubled },
  } as const;
  return {
    from: 'process_definitions as d',
    columns: [
      'd.key',
      'd.process_id',
      'd.name',
      'd.version',
      'd.tenant_id',
      'CASE WHEN (SELECT count(*) FROM process_definitions o WHERE o.process_id = d.process_id AND o.tenant_id = d.tenant_id AND o.deleted = 0) > 1 THEN 1 ELSE 0 END AS has_versions',
      `${sound} AS sound`,
      `${troubled} AS troubled`,
    ],
    base: (query) => {
      if (isNewestOnly) void query.whereRaw(isNewest);
      void query.whereRaw(`EXISTS (SELECT 1 FROM process_instances i WHERE ${of} AND ${isRunning})`);
    },
    tenant: 'd.tenant_id',
    tiebreak: 'd.key',
    fields,
    sortable: Object.keys(fields),
  };
};

/** By the keys of all versions: an index has the instances by these, and ids are those of several tenants. */
const ofVersions =
  'i.definition_key IN (SELECT v.key FROM process_definitions v WHERE v.process_id = d.process_id AND v.tenant_id = d.tenant_id)';

/** Processes that have running instances, of all versions together. */
export const runningProcessPlan = plan(ofVersions, true, {
  processDefinitionId: { kind: 'string', column: 'd.process_id' },
});

/** Versions that have running instances. */
export const runningVersionPlan = plan('i.definition_key = d.key', false, {
  processDefinitionId: { kind: 'string', column: 'd.process_id' },
  processDefinitionKey: { kind: 'key', column: 'd.key' },
  processDefinitionName: { kind: 'string', column: 'd.name', nullable: true },
  processDefinitionVersion: { kind: 'int', column: 'd.version' },
});
