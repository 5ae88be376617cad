import { infiniteSearch } from './infinite-search';

/** One entry of the audit log. */
export interface AuditEntry {
  readonly auditLogKey: string;
  readonly timestamp: string;
  readonly actorType: string | null;
  readonly actorId: string | null;
  readonly entityType: string;
  readonly entityKey: string;
  readonly operationType: string;
  readonly result: 'SUCCESS' | 'FAIL';
  readonly processInstanceKey: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  /** The seal that covers it; null for a moment. */
  readonly seal: number | null;
}

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
