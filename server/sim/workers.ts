import type { Key } from '@baton/engine';
import type { ActivatedJob } from '../src/runtime/activate-jobs.ts';
import { aWhile } from './clients.ts';
import type { Outside } from './clients.ts';
import { completeJob, failJob, throwJobError } from './deeds.ts';
import type { Response } from './request.ts';

/** Lets workers fetch and complete jobs, some of them badly. */
export const runWorkers = (outside: Outside): void => {
  for (let each = 1; each <= outside.swarm.workers; each += 1) void work(outside, `w${each}`);
};

const work = async (outside: Outside, name: string): Promise<void> => {
  const { world, swarm, request, database } = outside;
  const { random } = world;
  const types = [...new Set(swarm.models.flatMap((model) => model.jobTypes))];
  if (types.length === 0) return;
  for (let turn = 1; ; turn += 1) {
    await aWhile(outside, 20, 800);
    const isPatient = random.chance(0.2);
    const open = await database.rows<{ type: string }>(
      'SELECT DISTINCT type FROM jobs WHERE fetchable = 1 ORDER BY type',
    );
    if (open.length === 0 && !isPatient) continue;
    const response = await request((runtime) =>
      runtime.jobWaiters.poll({
        type: open.length > 0 ? random.pick(open).type : random.pick(types),
        // Each turn has a name of its own, so that leases can be told apart.
        worker: `${name} ${turn}`,
        timeoutMs: swarm.lockMs,
        maxJobs: random.pick([1, 1, 2, 10]),
        fetchVariables: null,
        waitMs: isPatient ? random.between(500, 3_000) : 0,
        isGone: () => false,
      }),
    );
    if (response.type !== 'done') continue;
    for (const job of response.answer) {
      const handled = handle(outside, job, `${name} ${turn}`);
      // Some workers do one after the other, some all at once.
      if (random.chance(0.5)) await handled;
    }
  }
};

const handle = async (outside: Outside, { row, deadlineMs }: ActivatedJob, worker: string): Promise<void> => {
  const { world, faults, client, promises } = outside;
  const key = row.key as Key;
  if (faults.strikes('dead-worker', 0.2)) return;
  await aWhile(outside, 1, 400);
  if (faults.strikes('slow-worker', 0.2)) {
    // Until after its lock has run out, when others may have the job.
    await world.sleep(deadlineMs - world.nowMs() + world.random.between(-50, 2_000));
  }
  if (faults.strikes('failing-worker', 0.2)) {
    const retries = world.random.chance(0.3) ? 0 : Math.max(0, row.retries - 1);
    await client.once(failJob(key, retries, world.random.pick([0, 0, 1_500])));
    return;
  }
  if (faults.strikes('erring-worker', 0.15)) {
    await client.once(throwJobError(key, world.random.pick(['KNOWN', 'DECLINED', 'OTHER'])));
    return;
  }
  const note = (response: Response<null>, by: string): Promise<void> | null =>
    response.type === 'done' ? promises.ended('jobs', key, by) : null;
  if (faults.strikes('doubling-worker', 0.3))
    void client.once(completeJob(key)).then((response) => note(response, `the double of ${worker}`));
  const response = world.random.chance(0.5)
    ? await client.untilKnown(`complete ${key} by ${worker}`, completeJob(key))
    : await client.once(completeJob(key));
  await note(response, worker);
};
