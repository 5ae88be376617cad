import type { Database } from '../database.ts';
import { applyFilter } from './apply-filter.ts';
import { processInstancePlan } from './process-instance-plan.ts';
import { preparedFilter } from './search-plan.ts';
import type { Filter } from './search-plan.ts';

/** How many element instances of each element there are, by what became of them. */
export interface ElementStatistics {
  readonly elementId: string;
  readonly active: number;
  readonly canceled: number;
  readonly incidents: number;
  readonly completed: number;
}

/** Counts per element over the instances of a version, or within one instance. The process itself is not counted. */
export const findElementStatistics = async (
  database: Database,
  of: { readonly definitionKey: number } | { readonly processInstanceKey: number },
  instances: Filter | null = null,
): Promise<ElementStatistics[]> => {
  const { knex, dialect } = database;
  const count = (when: string, alias: string) => knex.raw(`SUM(CASE WHEN ${when} THEN 1 ELSE 0 END) AS ${alias}`);
  const query = knex
    .from('element_instances as e')
    .select('e.element_id')
    .select(
      count('e.end_ms IS NULL AND e.incident_key IS NULL', 'active'),
      count(`e.state = 'TERMINATED'`, 'canceled'),
      count('e.end_ms IS NULL AND e.incident_key IS NOT NULL', 'incidents'),
      count(`e.state = 'COMPLETED'`, 'completed'),
    )
    .whereNotNull('e.scope_key')
    // What stands around instances of the same element is no token of its own, unless it is what has the trouble.
    .where((either) => {
      void either
        .whereNotIn('e.element_type', ['MULTI_INSTANCE_BODY', 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'])
        .orWhereNotNull('e.incident_key');
    })
    .groupBy('e.element_id')
    .orderBy('e.element_id');
  if ('definitionKey' in of) query.where('e.definition_key', of.definitionKey);
  else query.where('e.process_instance_key', of.processInstanceKey);
  if (instances !== null) {
    const filter = await preparedFilter(database, processInstancePlan, instances);
    query.whereIn('e.process_instance_key', (sub) => {
      sub.select('i.key').from('process_instances as i');
      applyFilter(sub, filter, processInstancePlan, { knex, dialect });
    });
  }
  const rows = (await query) as Record<string, string | number>[];
  return rows.map((row) => ({
    elementId: String(row['element_id']),
    active: Number(row['active']),
    canceled: Number(row['canceled']),
    incidents: Number(row['incidents']),
    completed: Number(row['completed']),
  }));
};
