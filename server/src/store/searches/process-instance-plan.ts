import type { Knex } from 'knex';
import type { ProcessInstanceRow } from '../tables/process-instances.ts';
import { applyCondition } from './apply-filter.ts';
import type { Database } from '../database.ts';
import { elementStates, plainEnum } from './enum-values.ts';
import type { Condition, CustomFilter, Field, Filter, SearchPlan } from './search-plan.ts';
import { findMessagesByHash } from './incident-statistics.ts';
import { lookForVariables, variablesFilter } from './variable-condition.ts';

/** What can be asked of an element instance of the process instance. */
const elementConditions: Readonly<Record<string, (sub: Knex.QueryBuilder, value: unknown) => void>> = {
  elementId: (sub, value) => void sub.where('e.element_id', value as string),
  elementInstanceState: (sub, value) => void sub.whereIn('e.state', elementStates[value as string] ?? []),
  hasElementInstanceIncident: (sub, value) =>
    void (value === true ? sub.whereNotNull('e.incident_key') : sub.whereNull('e.incident_key')),
};

/** All that is asked of an element must hold for one and the same element instance: the first of these filters asks for all of them. */
const elementFilter =
  (name: string): CustomFilter =>
  (query, _value, { knex }, beside) => {
    const asked = beside.filter((each) => Object.hasOwn(elementConditions, each.name));
    if (asked[0]?.name !== name) return;
    query.whereExists((sub) => {
      sub.select(knex.raw('1')).from('element_instances as e').whereRaw('e.process_instance_key = i.key');
      for (const each of asked) elementConditions[each.name]?.(sub, each.value);
    });
  };

/** The batch operations that had to do with an instance, as a field of the filter for them. */
export const batchKeyField: Field = { kind: 'key', column: 'x.batch_operation_key' };

/** Puts the messages of active incidents in the place of the number that stands for them. */
const withMessages = async (database: Database, filter: Filter): Promise<Filter> => {
  const custom: Filter['custom'][number][] = [];
  for (const each of filter.custom) {
    const isHash = each.name === 'incidentErrorHashCode';
    custom.push(isHash ? { ...each, value: await findMessagesByHash(database, each.value as number) } : each);
  }
  return { ...filter, custom, anyOf: await Promise.all(filter.anyOf.map((one) => withMessages(database, one))) };
};

/** States of process instances. An incident is no state. */
export const processInstanceStates = ['ACTIVE', 'SUSPENDED', 'COMPLETED', 'TERMINATED'] as const;

/** Those that a batch operation was about. */
const batchFilter: CustomFilter = (query, value, context) => {
  query.whereExists((sub) => {
    sub.select(context.knex.raw('1')).from('batch_operation_items as x').whereRaw('x.process_instance_key = i.key');
    for (const condition of value as Condition[]) applyCondition(sub, condition, context);
  });
};

/** Search of process instances. */
export const processInstancePlan: SearchPlan<ProcessInstanceRow> = {
  from: 'process_instances as i',
  columns: ['i.*'],
  tenant: 'i.tenant_id',
  tiebreak: 'i.key',
  fields: {
    processInstanceKey: { kind: 'key', column: 'i.key' },
    processDefinitionKey: { kind: 'key', column: 'i.definition_key' },
    processDefinitionId: { kind: 'string', column: 'i.process_id' },
    processDefinitionName: { kind: 'string', column: 'i.process_name', nullable: true },
    processDefinitionVersion: { kind: 'int', column: 'i.version' },
    processDefinitionVersionTag: { kind: 'string', column: 'i.version_tag', nullable: true },
    parentProcessInstanceKey: { kind: 'key', column: 'i.parent_instance_key', nullable: true },
    parentElementInstanceKey: { kind: 'key', column: 'i.parent_element_key', nullable: true },
    rootProcessInstanceKey: { kind: 'key', column: 'i.root_key' },
    startDate: { kind: 'date', column: 'i.start_ms' },
    endDate: { kind: 'date', column: 'i.end_ms', nullable: true },
    suspendedDate: { kind: 'date', column: 'i.suspended_ms', nullable: true },
    state: { kind: 'enum', column: 'i.status', values: plainEnum(...processInstanceStates) },
    hasIncident: { kind: 'boolean', column: 'CASE WHEN i.incident_count > 0 THEN 1 ELSE 0 END', literalOnly: true },
    businessId: { kind: 'string', column: 'i.business_id', nullable: true },
  },
  sortable: [
    'processInstanceKey',
    'processDefinitionId',
    'processDefinitionName',
    'processDefinitionVersion',
    'processDefinitionVersionTag',
    'processDefinitionKey',
    'parentProcessInstanceKey',
    'parentElementInstanceKey',
    'startDate',
    'endDate',
    'state',
    'hasIncident',
    'tenantId',
    'businessId',
  ],
  prepare: withMessages,
  look: lookForVariables,
  custom: {
    variables: variablesFilter,
    tags: (query, value, { dialect }) => {
      for (const tag of value as string[]) {
        const each =
          dialect === 'sqlite' ? 'json_each(i.tags) AS t' : 'jsonb_array_elements_text(i.tags::jsonb) AS t(value)';
        query.whereRaw(`EXISTS (SELECT 1 FROM ${each} WHERE t.value = ?)`, [tag]);
      }
    },
    elementId: elementFilter('elementId'),
    elementInstanceState: elementFilter('elementInstanceState'),
    hasElementInstanceIncident: elementFilter('hasElementInstanceIncident'),
    batchOperationKey: batchFilter,
    // What it was called before 8.9.
    batchOperationId: batchFilter,
    errorMessage: (query, value, { knex }) => {
      query.whereExists((sub) => {
        sub
          .select(knex.raw('1'))
          .from('incidents as n')
          .whereRaw(`n.process_instance_key = i.key AND n.state = 'ACTIVE'`);
        sub.where('n.message', value as string);
      });
    },
    // As `prepare` leaves it: the messages that the number stands for.
    incidentErrorHashCode: (query, value, { knex }) => {
      query.whereExists((sub) => {
        sub
          .select(knex.raw('1'))
          .from('incidents as n')
          .whereRaw(`n.process_instance_key = i.key AND n.state = 'ACTIVE'`)
          .whereIn('n.message', value as string[]);
      });
    },
    hasRetriesLeft: (query, value, { knex }) => {
      query.whereExists((sub) => {
        sub
          .select(knex.raw('1'))
          .from('jobs as j')
          .whereRaw(`j.process_instance_key = i.key AND j.engine_state = 'FAILED'`);
        if (value === true) sub.where('j.retries', '>', 0);
        else sub.where('j.retries', 0);
      });
    },
  },
};
