import type { Database } from '../src/store/database.ts';
import type { Findings } from '../src/verify/findings.ts';
import type { World } from './world.ts';

interface Lease {
  readonly process_instance_key: number;
  readonly key: number;
  readonly worker: string | null;
  readonly deadline_ms: number;
}

/** I2: while a worker has a job, no other one gets it. Returns what to call after a commit. */
export const createLeaseCheck = (
  world: World,
  database: Database,
  findings: Findings,
  skewMs: number,
): (() => Promise<void>) => {
  let held = new Map<number, Lease>();
  return async () => {
    const leases = await database.rows<Lease>(
      'SELECT process_instance_key, key, worker, deadline_ms FROM jobs WHERE deadline_ms IS NOT NULL AND engine_state IS NOT NULL',
    );
    for (const { process_instance_key: instance, key, worker } of leases) {
      const before = held.get(key);
      if (before === undefined || before.worker === worker || before.deadline_ms <= world.nowMs() + skewMs) continue;
      findings.add(
        'I2',
        instance,
        `expected job ${key} to stay with ${before.worker} until ${before.deadline_ms}, found it with ${worker}.`,
      );
    }
    held = new Map(leases.map((lease) => [lease.key, lease]));
  };
};
