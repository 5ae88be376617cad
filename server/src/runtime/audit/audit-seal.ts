import { createHash } from 'node:crypto';
import { findLastSeal, findUnsealed } from '../../store/operations/find-audit.ts';
import { auditLog } from '../../store/tables/audit-log.ts';
import type { AuditLogRow } from '../../store/tables/audit-log.ts';
import { auditSeals } from '../../store/tables/audit-seals.ts';
import type { Task } from '../task.ts';

/** Entries that one seal covers at most. */
export const maxSealed = 500;

/**
 * Chains entries of the audit log that no seal covers yet: the hash of a seal covers them, in the order of their keys, and the hash of the seal before. Who changes,
 * adds or removes an entry later would have to make all seals since anew, and whoever has noted a hash outside would see it. Answers how many were sealed.
 */
export const sealTask = (): Task<number> => ({
  name: 'seal-audit-log',
  run: async (batch) => {
    const { database } = batch.services;
    const rows = await findUnsealed(database, maxSealed);
    if (rows.length === 0) return 0;
    const last = await findLastSeal(database);
    const seal = (last?.seal ?? 0) + 1;
    const previous = last?.hash ?? '';
    // Two servers at once: one finds that the last seal is no longer the last, and begins anew.
    if (last !== null) batch.changes.patch(auditSeals, { seal: last.seal }, { is_last: 0 }, { is_last: 1 });
    batch.changes.insert(auditSeals, {
      seal,
      at_ms: batch.nowMs,
      entries: rows.length,
      previous_hash: previous,
      hash: sealHash(previous, rows),
      is_last: 1,
    });
    for (const { key } of rows) batch.changes.patch(auditLog, { key }, { seal });
    return rows.length;
  },
});

const columns = Object.keys(auditLog.columns).filter((name) => name !== 'seal') as (keyof AuditLogRow)[];

/** SHA-256 over the hash before and every column of every entry, in hexadecimal. */
export const sealHash = (previous: string, rows: readonly AuditLogRow[]): string => {
  const hash = createHash('sha256').update(previous);
  for (const row of rows) hash.update(`\n${JSON.stringify(columns.map((name) => row[name]))}`);
  return hash.digest('hex');
};
