import { asKey } from '@baton/engine';
import type { InstanceState } from '@baton/engine';
import type { Database } from './store/database.ts';
import { loadInstances } from './store/load-instances.ts';
import { beingRemoved } from './store/tables/process-instances.ts';
import { auditObserver } from './verify/check-audit.ts';
import { effectsObserver } from './verify/check-effects.ts';
import { checkKeyCounter, keysObserver } from './verify/check-keys.ts';
import { ReadModelCheck } from './verify/check-read-model.ts';
import { checkState } from './verify/check-state.ts';
import { checkTokens } from './verify/check-tokens.ts';
import { copyChecks } from './verify/copy-checks.ts';
import { Findings } from './verify/findings.ts';
import { foldJournal } from './verify/fold-journal.ts';
import type { JournalObserver } from './verify/fold-journal.ts';
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
      const rows = await database.rows<InstanceRow>(
        // What is on its way out is no longer whole.
        `SELECT i.key, i.revision FROM process_instances i WHERE i.key > ? AND NOT EXISTS
         (SELECT 1 FROM process_instances r WHERE r.key = i.root_key AND r.remove_ms = ?) ORDER BY i.key LIMIT ?`,
        [after, beingRemoved, page],
      );
      instances += rows.length;
      entries += await verifyPage(findings, database, rows, observers);
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
  await runTableChecks(findings, database, [...orphanChecks, ...wakeChecks, ...copyChecks]);
  return { instances, entries, violations: findings.violations };
};

interface InstanceRow {
  readonly key: number;
  readonly revision: number;
}

const verifyPage = async (
  findings: Findings,
  database: Database,
  rows: readonly InstanceRow[],
  observers: readonly JournalObserver[],
): Promise<number> => {
  let entries = 0;
  const stored = await loadInstances(
    database,
    rows.map((row) => asKey(row.key)),
  );
  const states: InstanceState[] = [];
  for (const { key, revision } of rows) {
    try {
      const folded = await foldJournal(database, key, observers);
      entries += folded.entries;
      if (folded.entries !== revision)
        findings.add('I4', key, `expected ${revision} journal entries, found ${folded.entries}.`);
      const live = stored.get(asKey(key))?.state;
      if (live === undefined) findings.add('I3', key, 'expected its rows to load, found none.');
      else {
        states.push(live);
        checkState(findings, folded.state, live);
      }
    } catch (error) {
      findings.add('I3', key, (error as Error).message);
    }
  }
  await checkTokens(findings, database, states);
  return entries;
};
