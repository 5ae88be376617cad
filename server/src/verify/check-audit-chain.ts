import { sealHash } from '../runtime/audit/audit-seal.ts';
import type { Database } from '../store/database.ts';
import { findSealed, findSealsAfter } from '../store/operations/find-audit.ts';
import type { Findings } from './findings.ts';

const page = 100;

/** I7: the audit log holds what was written into it, nothing more and nothing less: every seal fits its entries and the seal before. */
export const checkAuditChain = async (findings: Findings, database: Database): Promise<void> => {
  let before = 0;
  let hash = '';
  for (;;) {
    const seals = await findSealsAfter(database, before, page);
    for (const seal of seals) {
      const rows = await findSealed(database, seal.seal);
      if (seal.seal !== before + 1)
        findings.add('I7', seal.seal, `expected audit seal ${before + 1} behind seal ${before}, found ${seal.seal}.`);
      if (seal.previous_hash !== hash)
        findings.add(
          'I7',
          seal.seal,
          `expected audit seal ${seal.seal} to name the hash of the seal before it, found another.`,
        );
      if (rows.length !== seal.entries)
        findings.add(
          'I7',
          seal.seal,
          `expected ${seal.entries} entries under audit seal ${seal.seal}, found ${rows.length}.`,
        );
      else if (sealHash(seal.previous_hash, rows) !== seal.hash)
        findings.add(
          'I7',
          seal.seal,
          `expected the entries under audit seal ${seal.seal} as they were written, found them changed.`,
        );
      before = seal.seal;
      hash = seal.hash;
    }
    if (seals.length < page || findings.isFull) return;
  }
};
