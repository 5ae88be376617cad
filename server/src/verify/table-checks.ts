import type { Database } from '../store/database.ts';
import type { Findings, Invariant } from './findings.ts';

/** A statement that finds what must not be, `key` being that of the instance, and the sentence that tells it. */
export interface TableCheck {
  readonly invariant: Invariant;
  readonly sql: string;
  readonly sentence: string;
}

/** Enough of a kind to see what is wrong. */
const shown = 20;

/** Runs checks that look at whole tables; the database does the work, and only what is wrong is read. */
export const runTableChecks = async (
  findings: Findings,
  database: Database,
  checks: readonly TableCheck[],
): Promise<void> => {
  for (const { invariant, sql, sentence } of checks) {
    for (const { key } of await database.rows<{ key: number }>(`${sql} LIMIT ${shown}`))
      findings.add(invariant, key, sentence);
  }
};
