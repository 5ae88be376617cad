import type { Database } from '../database.ts';
import type { AuditLogRow } from '../tables/audit-log.ts';
import type { AuditSealRow } from '../tables/audit-seals.ts';

/** The oldest entries of the audit log that no seal covers. Served by the partial index `audit_log_unsealed`. */
export const findUnsealed = (database: Database, limit: number): Promise<AuditLogRow[]> =>
  database.rows<AuditLogRow>('SELECT * FROM audit_log WHERE seal IS NULL ORDER BY key LIMIT ?', [limit]);

/** The last seal of the chain; null before the first. */
export const findLastSeal = async (database: Database): Promise<AuditSealRow | null> => {
  const [row] = await database.rows<AuditSealRow>('SELECT * FROM audit_seals ORDER BY seal DESC LIMIT 1');
  return row ?? null;
};

/** Seals behind one, in the order of the chain. */
export const findSealsAfter = (database: Database, seal: number, limit: number): Promise<AuditSealRow[]> =>
  database.rows<AuditSealRow>('SELECT * FROM audit_seals WHERE seal > ? ORDER BY seal LIMIT ?', [seal, limit]);

/** The entries that a seal covers, in the order in which they were hashed. */
export const findSealed = (database: Database, seal: number): Promise<AuditLogRow[]> =>
  database.rows<AuditLogRow>('SELECT * FROM audit_log WHERE seal = ? ORDER BY key', [seal]);
