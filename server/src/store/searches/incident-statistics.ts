import type { Database } from '../database.ts';
import type { SearchPlan } from './search-plan.ts';

/** Instances that have an active incident with one message. */
export interface ErrorCount {
  readonly message: string;
  readonly instances: number | string;
}
/** Instances of a version that have an active incident with one message. */
export interface DefinitionErrorCount {
  readonly key: number;
  readonly process_id: string;
  readonly name: string | null;
  readonly version: number;
  readonly tenant_id: string;
  readonly instances: number | string;
}

// Written out: a partial index is not used for values that come beside the statement.
const isActive: NonNullable<SearchPlan<unknown>['base']> = (query) => void query.whereRaw(`n.state = 'ACTIVE'`);
const instances = 'count(DISTINCT n.process_instance_key)';
const counted = { kind: 'int', column: instances } as const;

/** Active incidents by their message. Reads all that are active, served by the index of those. */
export const errorCountPlan: SearchPlan<ErrorCount> = {
  from: 'incidents AS n',
  base: isActive,
  groupBy: 'n.message',
  columns: ['n.message', `${instances} AS instances`],
  tenant: 'n.tenant_id',
  tiebreak: 'n.message',
  isTiebreakText: true,
  defaultSort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }],
  fields: { errorMessage: { kind: 'string', column: 'n.message' }, activeInstancesWithErrorCount: counted },
  sortable: ['errorMessage', 'activeInstancesWithErrorCount'],
};

/** Active incidents with certain messages by process version. */
export const definitionErrorCountPlan: SearchPlan<DefinitionErrorCount> = {
  from: 'incidents AS n JOIN process_definitions AS d ON d.key = n.definition_key',
  base: isActive,
  groupBy: 'd.key, d.process_id, d.name, d.version, d.tenant_id',
  columns: ['d.key', 'd.process_id', 'd.name', 'd.version', 'd.tenant_id', `${instances} AS instances`],
  tenant: 'd.tenant_id',
  tiebreak: 'd.key',
  defaultSort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }],
  fields: {
    activeInstancesWithErrorCount: counted,
    processDefinitionKey: { kind: 'key', column: 'd.key' },
    errorMessage: { kind: 'string', column: 'n.message' },
  },
  sortable: ['activeInstancesWithErrorCount', 'processDefinitionKey', 'tenantId'],
};

/**
 * A number that stands for a message: 32 bits, the sum of its UTF-16 code units, each place weighed 31 times the one behind it. Camunda 8
 * counts in the same way, so that a stored number means the same message here.
 */
export const errorHash = (message: string): number => {
  let hash = 0;
  for (let at = 0; at < message.length; at += 1) hash = (Math.imul(hash, 31) + message.charCodeAt(at)) | 0;
  return hash;
};

const page = 5_000;

/** The messages of active incidents with this number; mostly one. The numbers are in no column: whoever asks pays, not whoever fails. */
export const findMessagesByHash = async (database: Database, hash: number): Promise<string[]> => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const rows: { message: string }[] = await database.rows<{ message: string }>(
      `SELECT DISTINCT message FROM incidents WHERE state = 'ACTIVE' ${after === null ? '' : 'AND message > ?'} ORDER BY message LIMIT ${page}`,
      after === null ? [] : [after],
    );
    found.push(...rows.flatMap(({ message }) => (errorHash(message) === hash ? [message] : [])));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return found;
    after = last.message;
  }
};
