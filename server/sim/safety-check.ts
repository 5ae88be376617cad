import { initialState } from '@baton/engine';
import type { Database } from '../src/store/database.ts';
import { beingRemoved } from '../src/store/tables/process-instances.ts';
import { auditObserver } from '../src/verify/check-audit.ts';
import { effectsObserver } from '../src/verify/check-effects.ts';
import { checkInstances } from '../src/verify/check-instances.ts';
import type { InstanceRevision } from '../src/verify/check-instances.ts';
import { keysObserver } from '../src/verify/check-keys.ts';
import type { Findings } from '../src/verify/findings.ts';
import { foldJournal } from '../src/runtime/fold-journal.ts';
import type { Folded, JournalObserver } from '../src/runtime/fold-journal.ts';
import type { SeenKeys } from '../src/verify/seen-keys.ts';
import { createLeaseCheck } from './lease-check.ts';
import { createMessageCheck } from './message-check.ts';
import type { World } from './world.ts';

/**
 * What must hold after every single commit: the checks of `baton verify` on the instances that it touched, going on from what was folded before
 * (I1 to I4, I7), timers that are not early, and locks that nobody takes from each other. Returns what to call after a commit.
 */
export const createSafetyCheck = (
  world: World,
  database: Database,
  findings: Findings,
  skewMs: number,
): (() => Promise<void>) => {
  const seen = seenInMemory();
  const observers = [
    effectsObserver(findings, seen),
    keysObserver(findings, seen),
    auditObserver(findings),
    earlyTimerObserver(world, findings, skewMs),
  ];
  const folded = new Map<number, Folded>();
  const checkMessages = createMessageCheck(world, database, findings, skewMs);
  const checkLeases = createLeaseCheck(world, database, findings, skewMs);

  const fold = async (key: number): Promise<Folded> => {
    const before = folded.get(key) ?? { state: initialState(), entries: 0 };
    const after = await foldJournal(database, key, observers, before);
    folded.set(key, after);
    return after;
  };
  const lengths = new Map<number, string>();
  return async () => {
    // A journal that has another length, or an instance that says so, was touched.
    const instances = await database.rows<InstanceRevision & { readonly length: number }>(
      // What is on its way out is no longer whole.
      `SELECT i.key, i.revision, (SELECT count(*) FROM journal j WHERE j.process_instance_key = i.key) AS length FROM process_instances i
        WHERE NOT EXISTS (SELECT 1 FROM process_instances r WHERE r.key = i.root_key AND r.remove_ms = ?)`,
      [beingRemoved],
    );
    const touched = instances.filter(({ key, revision, length }) => lengths.get(key) !== `${revision} ${length}`);
    for (const { key, revision, length } of touched) lengths.set(key, `${revision} ${length}`);
    if (touched.length > 0) await checkInstances(findings, database, touched, fold);
    await checkLeases();
    await checkMessages();
  };
};

const seenInMemory = (): SeenKeys => {
  const seen = new Set<string>();
  return {
    isFirst: (what, key) => {
      const before = seen.size;
      return seen.add(`${key} ${what}`).size > before;
    },
    close: () => undefined,
  };
};

/** I2: a timer does not fire before its time, whoever fires it. */
const earlyTimerObserver = (world: World, findings: Findings, skewMs: number): JournalObserver => ({
  record: (record, state, row) => {
    if (record.type !== 'timer-fired') return;
    const timer = state.elements.get(record.elementInstanceKey)?.waits?.get(record.key);
    if (timer?.kind === 'timer' && timer.dueMs > world.nowMs() + skewMs)
      findings.add(
        'I2',
        row.process_instance_key,
        `expected timer ${record.key} at ${timer.dueMs}, found it at ${world.nowMs()}.`,
      );
  },
});
