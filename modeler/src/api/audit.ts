import type { ExtendedAuditEntry } from '@baton/client';
import { infiniteSearch } from './infinite-search';

/** One entry of the audit log. */
export type AuditEntry = Omit<ExtendedAuditEntry, 'details'> & {
  /** The server declares any JSON; it writes objects. */
  readonly details: Readonly<Record<string, unknown>> | null;
};

export interface AuditFilter {
  readonly actorId?: string;
  readonly result?: 'SUCCESS' | 'FAIL';
  readonly entityType?: string;
}

/** Where the same entries are to be had as a file for spreadsheets. */
export function auditFile(filter: AuditFilter): string {
  return `/ext/audit-log.csv?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

/** The newest entries first. */
export function auditQuery(filter: AuditFilter) {
  return infiniteSearch<AuditEntry>('audit', '/ext/audit-logs/search', {
    filter: { ...filter },
    sort: [{ field: 'timestamp', order: 'DESC' }],
  });
}
