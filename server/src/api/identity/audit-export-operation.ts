import { once } from 'node:events';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { auditPlan } from '../../store/searches/audit-plan.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { Filter, Page, SearchResult } from '../../store/searches/search-plan.ts';
import type { AuditLogRow } from '../../store/tables/audit-log.ts';
import { dateText } from '../answer.ts';
import { csvLine } from '../csv-line.ts';
import { text } from '../input.ts';
import { needs } from '../operation/access.ts';
import { stream } from '../operation/answer-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { readFilter } from '../search/read-search.ts';
import { filterWithin } from '../search/within-permit.ts';

/** One file holds at most so many entries: a spreadsheet takes no more by much. */
const maxEntries = 100_000;
const pageSize = 1_000;

const columns: readonly (readonly [head: string, cell: (row: AuditLogRow) => string | number | null])[] = [
  ['auditLogKey', ({ key }) => key],
  ['timestamp', ({ at_ms }) => dateText(at_ms)],
  ['actorType', ({ actor_type }) => actor_type],
  ['actorId', ({ actor_id }) => actor_id],
  ['result', ({ result }) => result],
  ['category', ({ category }) => category],
  ['operationType', ({ operation_type }) => operation_type],
  ['entityType', ({ entity_type }) => entity_type],
  ['entityKey', ({ entity_key }) => entity_key],
  ['processDefinitionId', ({ process_id }) => process_id],
  ['processInstanceKey', ({ process_instance_key }) => process_instance_key],
  ['tenantId', ({ tenant_id }) => tenant_id],
  ['commandId', ({ command_id }) => command_id],
  ['details', ({ details }) => details],
  ['seal', ({ seal }) => seal],
];

/** The audit log as a file for spreadsheets. */
export const auditExportOperation = ({ database }: Pick<Runtime, 'database'>): Operation =>
  operation({
    id: 'exportAuditLog',
    method: 'GET',
    path: '/ext/audit-log.csv',
    tag: 'Identity',
    summary: 'Download the audit log as CSV',
    description: `The newest first, at most ${maxEntries.toLocaleString('en')} entries; a last line says when there are more. Cells that a spreadsheet would calculate begin with an apostrophe.`,
    query: { filter: text().optional().describe('A filter of `searchExtendedAuditLogs`, as JSON. (Default: all.)') },
    answer: stream('text/csv'),
    access: needs('AUDIT_LOG', 'READ'),
    isTenantAware: true,
    example: {},
    run: async ({ query, permit }, { response }) => {
      const filter = filterWithin(filterOf(query.filter), auditPlan, permit);
      let page: Page = { kind: 'offset', from: 0, limit: pageSize };
      const sort = [{ field: 'timestamp', order: 'DESC' }] as const;
      for (let written = 0; ;) {
        const { rows, endCursor }: SearchResult<AuditLogRow> = await runSearch(database, auditPlan, {
          filter,
          sort,
          page,
        });
        if (response.destroyed) return;
        if (written === 0) {
          response.writeHead(200, {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="audit-log.csv"',
          });
          response.write(csvLine(columns.map(([head]) => head)));
        }
        written += rows.length;
        const lines = rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))).join('');
        // Whoever reads slowly is waited for: nothing piles up here.
        if (!response.write(lines)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
        if (rows.length < pageSize || endCursor === null) break;
        if (written >= maxEntries) {
          response.write(csvLine([`Cut off after ${written} entries: narrow the filter.`]));
          break;
        }
        page = { kind: 'after', cursor: endCursor, limit: pageSize };
      }
      response.end();
    },
  });

const filterOf = (json: string | undefined): Filter => {
  try {
    return readFilter(JSON.parse(json ?? '{}'), { plan: auditPlan });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('INVALID_ARGUMENT', 'Expected the filter to be JSON such as {"result":"FAIL"}.');
  }
};
