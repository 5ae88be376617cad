import type { Database } from './store/database.ts';
import { beingRemoved } from './store/tables/process-instances.ts';
import { checkAuditChain } from './verify/check-audit-chain.ts';
import { auditObserver } from './verify/check-audit.ts';
import { effectsObserver } from './verify/check-effects.ts';
import { checkInstances } from './verify/check-instances.ts';
import type { InstanceRevision } from './verify/check-instances.ts';
import { checkKeyCounter, keysObserver } from './verify/check-keys.ts';
import { ReadModelCheck } from './verify/check-read-model.ts';
import { copyChecks } from './verify/copy-checks.ts';
import { Findings } from './verify/findings.ts';
import { foldJournal } from './runtime/fold-journal.ts';
import { orphanChecks } from './verify/orphan-checks.ts';
import { openSeenKeys } from './verify/seen-keys.ts';
import { runTableChecks } from './verify/table-checks.ts';
import { wakeChecks } from './verify/wake-checks.ts';

/** What `baton verify` found. */
export interface Verification {
  readonly instances: number;
  readonly entries: number;
  /** Sentences, each with its invariant and the key of the instance; empty when all is well. At most 1,000. */
  readonly violations: readonly string[];
}

export interface VerifyOptions {
  /** Instances up to this key are left out, because somebody has looked at them before. (Default: 0, all are looked at.) */
  readonly after?: number;
}

const page = 200;

/**
 * Checks a whole database: folds the journal of every instance and compares it with the stored rows, living and ended, and looks for lost
 * tokens, repeated effects, gaps, keys that were given twice and rows that nobody will take away. Only reads, in pages. Beside a running
 * server it may meet an instance between two of its reads: run it again before worrying.
 */
export const verify = async (database: Database, { after: first = 0 }: VerifyOptions = {}): Promise<Verification> => {
  const findings = new Findings();
  const seen = openSeenKeys();
  const readModel = new ReadModelCheck();
  const observers = [effectsObserver(findings, seen), keysObserver(findings, seen), auditObserver(findings), readModel];
  let instances = 0;
  let entries = 0;
  try {
    for (let after = first; !findings.isFull;) {
      const rows = await database.rows<InstanceRevision>(
        // What is on its way out is no longer whole.
        `SELECT i.key, i.revision FROM process_instances i WHERE i.key > ? AND NOT EXISTS
         (SELECT 1 FROM process_instances r WHERE r.key = i.root_key AND r.remove_ms = ?) ORDER BY i.key LIMIT ?`,
        [after, beingRemoved, page],
      );
      instances += rows.length;
      entries += await checkInstances(findings, database, rows, (key) => foldJournal(database, key, observers));
      await readModel.finish(
        findings,
        database,
        rows.map(({ key }) => key),
      );
      if (rows.length < page) break;
      after = rows.at(-1)?.key ?? after;
    }
  } finally {
    seen.close();
  }
  await checkKeyCounter(findings, database);
  await checkAuditChain(findings, database);
  await runTableChecks(findings, database, [...orphanChecks, ...wakeChecks, ...copyChecks]);
  return { instances, entries, violations: findings.violations };
};
