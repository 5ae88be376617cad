import type { SearchPlan } from './search-plan.ts';

/** A process or a version of one, with its running instances. */
export interface RunningRow {
  readonly key: number;
  readonly process_id: string;
  readonly name: string | null;
  readonly version: number;
  readonly has_versions: number;
  readonly sound: number;
  readonly troubled: number;
}

const count = (of: string, incidents: string): string =>
  `(SELECT count(*) FROM process_instances i WHERE ${of} AND i.status IN ('ACTIVE', 'SUSPENDED') AND i.incident_count ${incidents} 0)`;

const plan = (of: string, isLatestOnly: boolean, own: SearchPlan<RunningRow>['fields']): SearchPlan<RunningRow> => {
  const sound = count(of, '=');
  const troubled = count(of, '>');
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
      'CASE WHEN EXISTS (SELECT 1 FROM process_definitions o WHERE o.process_id = d.process_id AND o.version <> d.version) THEN 1 ELSE 0 END AS has_versions',
      `${sound} AS sound`,
      `${troubled} AS troubled`,
    ],
    base: (query) => {
      if (isLatestOnly) void query.where('d.is_latest', 1);
      void query.whereRaw(
        `EXISTS (SELECT 1 FROM process_instances i WHERE ${of} AND i.status IN ('ACTIVE', 'SUSPENDED'))`,
      );
    },
    tiebreak: 'd.key',
    fields,
    sortable: Object.keys(fields),
    custom: { tenantId: (query, value) => void (value === '<default>' ? query : query.whereRaw('1 = 0')) },
  };
};

/** Processes that have running instances, of all versions together. */
export const runningProcessPlan = plan('i.process_id = d.process_id', true, {
  processDefinitionId: { kind: 'string', column: 'd.process_id' },
});

/** Versions that have running instances. */
export const runningVersionPlan = plan('i.definition_key = d.key', false, {
  processDefinitionId: { kind: 'string', column: 'd.process_id' },
  processDefinitionKey: { kind: 'key', column: 'd.key' },
  processDefinitionName: { kind: 'string', column: 'd.name', nullable: true },
  processDefinitionVersion: { kind: 'int', column: 'd.version' },
});
