import { createHash } from 'node:crypto';
import type { Database } from '../src/store/database.ts';
import { verify } from '../src/verify.ts';
import { Findings } from '../src/verify/findings.ts';
import { createClient } from './client.ts';
import { runClients } from './clients.ts';
import type { Outside } from './clients.ts';
import { createCluster } from './cluster.ts';
import { createFaults } from './faults.ts';
import type { FaultName } from './faults.ts';
import { bringToEnd } from './healer.ts';
import { startTimerModel, startTimerRepetitions } from './models.ts';
import { noBug } from './planted-bug.ts';
import type { PlantedBug } from './planted-bug.ts';
import { createPromises } from './promises.ts';
import { createRandom } from './random.ts';
import { createRequest } from './request.ts';
import { createSafetyCheck } from './safety-check.ts';
import { openSimStore } from './sim-store.ts';
import type { SimStore } from './sim-store.ts';
import { drawSwarm } from './swarm.ts';
import type { Swarm } from './swarm.ts';
import type { Template } from './template.ts';
import { runWorkers } from './workers.ts';
import { beginMs, createWorld } from './world.ts';

/** How a run came out. */
export interface SeedResult {
  readonly swarm: Swarm;
  /** Sentences, each with its invariant; empty when all was well. The run stops at the first commit that violates one. */
  readonly violations: readonly string[];
  readonly strikeCounts: ReadonlyMap<FaultName, number>;
  readonly commits: number;
  readonly instances: number;
  readonly events: number;
  /** Simulated milliseconds. */
  readonly lastedMs: number;
  /** Of everything in the journals: the same for the same seed (I12). */
  readonly journalHash: string;
}

/** Runs one seed: first with faults, checked after every commit, then without, until everything has come to its end. */
export const runSeed = async (template: Template, seed: number, bug: PlantedBug = noBug): Promise<SeedResult> => {
  const swarm = drawSwarm(seed, bug);
  const random = createRandom(seed + 1_000_003);
  const world = createWorld(random);
  const store = openSimStore(template.database, template.knex);
  try {
    return await runOn(store, { template, swarm, bug, world, random });
  } finally {
    store.close();
  }
};

interface Setting {
  readonly template: Template;
  readonly swarm: Swarm;
  readonly bug: PlantedBug;
  readonly world: ReturnType<typeof createWorld>;
  readonly random: ReturnType<typeof createRandom>;
}

const runOn = async (store: SimStore, { template, swarm, bug, world, random }: Setting): Promise<SeedResult> => {
  const { database } = store;
  const findings = new Findings();
  const others: string[] = [];
  const violated = (sentence: string): void => void others.push(sentence);
  const found = (): readonly string[] => [...findings.violations, ...others];
  const faults = createFaults(swarm.faults, random);
  const checkSafety = createSafetyCheck(world, database, findings, swarm.skewMs);
  let commits = 0;
  const committed = (): Promise<void> => {
    commits += 1;
    return checkSafety();
  };
  const cluster = createCluster({ world, store, faults, committed, bug, swarm, template });
  const request = createRequest(world, cluster, faults, violated);
  const client = createClient(world, request, faults, violated);
  const promises = createPromises(world, swarm, database, violated);
  const outside: Outside = { world, swarm, faults, client, request, promises, database };

  let ended: boolean | null = null;
  const script = async (): Promise<void> => {
    const startsAnswered = runClients(outside);
    runWorkers(outside);
    cluster.startTrouble();
    await world.sleep(swarm.chaosMs);
    cluster.heal();
    ended = await bringToEnd(outside, startsAnswered);
  };
  void script();
  await world.run(() => ended !== null || findings.violations.length + others.length > 0);
  if (ended === false) violated(`I5: expected everything to come to its end, found ${await unfinished(database)}`);
  if (ended === true && found().length === 0) {
    await promises.checkAll();
    await checkStartTimer(swarm, database, violated);
    others.push(...(await verify(database)).violations);
  }
  const [count] = store.rows<{ n: number }>('SELECT count(*) AS n FROM process_instances');
  return {
    swarm,
    violations: found(),
    strikeCounts: faults.strikeCounts,
    commits,
    instances: count?.n ?? 0,
    events: world.events(),
    lastedMs: world.nowMs() - beginMs,
    journalHash: journalHash(store),
  };
};

const journalHash = (store: SimStore): string => {
  const hash = createHash('sha256');
  for (const row of store.rows('SELECT * FROM journal ORDER BY process_instance_key, seq'))
    hash.update(JSON.stringify(row));
  return hash.digest('hex');
};

const unfinished = async (database: Database): Promise<string> => {
  const rows = await database.rows<{ told: string }>(
    `SELECT 'instance ' || i.key || ' of ' || i.process_id || ' at ' || coalesce((SELECT group_concat(e.element_id || ' ' || e.state, ', ') FROM element_instances e
      WHERE e.process_instance_key = i.key AND e.end_ms IS NULL), 'nothing') AS told FROM process_instances i WHERE i.status = 'ACTIVE'
      UNION ALL SELECT 'outbox ' || item FROM outbox UNION ALL SELECT 'start timer ' || key || ' due ' || due_ms FROM start_timers`,
  );
  return rows.map(({ told }) => told.slice(0, 300)).join('; ') || 'a start that was never answered';
};

/** I2: a timer start event begins as many instances as it has repetitions. */
const checkStartTimer = async (
  swarm: Swarm,
  database: Database,
  violated: (sentence: string) => void,
): Promise<void> => {
  if (swarm.historyTimeToLive !== null || !swarm.models.some(({ fixture }) => fixture === startTimerModel)) return;
  const [row] = await database.rows<{ n: number }>('SELECT count(*) AS n FROM process_instances WHERE process_id = ?', [
    startTimerModel,
  ]);
  if (row?.n !== startTimerRepetitions)
    violated(`I2: expected ${startTimerRepetitions} instances of ${startTimerModel}, found ${row?.n}`);
};
