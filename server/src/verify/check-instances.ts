import { asKey } from '@baton/engine';
import type { InstanceState } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { loadInstances } from '../store/load-instances.ts';
import { checkState } from './check-state.ts';
import { checkTokens } from './check-tokens.ts';
import type { Findings } from './findings.ts';
import type { Folded } from '../runtime/fold-journal.ts';

/** An instance by its key, and the number of its last journal entry as its row says. */
export interface InstanceRevision {
  readonly key: number;
  readonly revision: number;
}

/** Compares the journals of some instances, as `fold` replays them, with their rows, and looks for lost tokens. Answers the number of entries. */
export const checkInstances = async (
  findings: Findings,
  database: Database,
  rows: readonly InstanceRevision[],
  fold: (key: number) => Promise<Folded>,
): Promise<number> => {
  let entries = 0;
  const stored = await loadInstances(
    database,
    rows.map((row) => asKey(row.key)),
  );
  const states: InstanceState[] = [];
  for (const { key, revision } of rows) {
    try {
      const folded = await fold(key);
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
