import type { Key } from '@baton/engine';
import { deployTask } from '../src/runtime/deployment/deploy.ts';
import { prepareDeployment } from '../src/runtime/deployment/prepare-deployment.ts';
import { startTask } from '../src/runtime/instance-commands.ts';
import type { Database } from '../src/store/database.ts';
import type { Client } from './client.ts';
import {
  beginAnew,
  broadcast,
  cancelInstance,
  completeUserTask,
  migrateToItself,
  publish,
  resumeInstance,
  suspendInstance,
} from './deeds.ts';
import type { Faults } from './faults.ts';
import { simFile, simVariables, startTimerModel } from './models.ts';
import type { Promises } from './promises.ts';
import type { Request } from './request.ts';
import type { Swarm } from './swarm.ts';
import { beginMs } from './world.ts';
import type { World } from './world.ts';

/** What everybody outside of the servers works with. */
export interface Outside {
  readonly world: World;
  readonly swarm: Swarm;
  readonly faults: Faults;
  readonly client: Client;
  readonly request: Request;
  readonly promises: Promises;
  /** What can be seen of the store. */
  readonly database: Database;
}

/** Lets people and systems send what the models of the run ask for, at random times. Resolves when all starts are answered. */
export const runClients = async (outside: Outside): Promise<void> => {
  const { world, swarm } = outside;
  const ids = Array.from({ length: swarm.instances }, (_, index) => `i${index}`);
  const starts = ids.map((id) => startOne(outside, id));
  if (swarm.models.some(({ fixture }) => fixture === startTimerModel)) starts.push(deployStartTimer(outside));
  for (const model of swarm.models) {
    for (const name of model.messages) {
      for (const [index] of world.random.some(ids, 0.5).entries())
        void publishOne(outside, name, `${model.fixture} ${index}`);
    }
    for (const name of model.signals) void broadcastOne(outside, name);
  }
  // Two at once, who now and then want the same task.
  void completeUserTasks(outside, 'eva');
  void completeUserTasks(outside, 'otto');
  void cancelNowAndThen(outside);
  void changeNowAndThen(outside);
  await Promise.all(starts);
};

/** Some moment while things go wrong. */
const sometime = (outside: Outside): Promise<void> => aWhile(outside, 0, Math.floor(outside.swarm.chaosMs * 0.8));

/** A pause between these, and as long as things go wrong, on until the next burst. */
export const aWhile = ({ world, swarm }: Outside, leastMs: number, mostMs: number): Promise<void> => {
  const untilMs = world.nowMs() + world.random.between(leastMs, mostMs);
  const stepMs = world.nowMs() < beginMs + swarm.chaosMs ? swarm.burstMs : 1;
  return world.sleep(Math.ceil(untilMs / stepMs) * stepMs - world.nowMs());
};

const correlationKeyFor = ({ world, swarm }: Outside): string => `k${world.random.between(1, swarm.correlationKeys)}`;

const startOne = async (outside: Outside, businessId: string): Promise<void> => {
  const { world, swarm, client, promises } = outside;
  const processes = swarm.models.flatMap((model) => model.processes);
  if (processes.length === 0) return;
  await sometime(outside);
  const task = startTask({
    process: { processId: world.random.pick(processes), version: { latest: true } },
    variables: simVariables(correlationKeyFor(outside)),
    businessId,
    tags: [],
    actor: 'eva',
  });
  promises.asked(businessId);
  const response = world.random.chance(0.7)
    ? await client.untilKnown(`start ${businessId}`, task)
    : await client.once(task);
  if (response.type === 'done') await promises.started(businessId, response.answer.processInstanceKey);
};

const deployStartTimer = async ({ world, swarm, client, request }: Outside): Promise<void> => {
  const model = swarm.models.find(({ fixture }) => fixture === startTimerModel);
  if (model === undefined) return;
  for (;;) {
    const prepared = await request((runtime) => prepareDeployment([simFile(model)], world.nowMs(), runtime));
    // The same file again is the same version: no harm in repeating it.
    if (prepared.type === 'done' && (await client.once(deployTask(prepared.answer))).type === 'done') return;
    await world.sleep(500);
  }
};

const publishOne = async (outside: Outside, name: string, id: string): Promise<void> => {
  const { world, client, promises } = outside;
  await sometime(outside);
  const { random } = world;
  const timeToLiveMs = random.pick([0, 2_000, 20_000]);
  // Several senders that tell of the same thing give their messages one id.
  const messageId = random.chance(0.3) ? 'the same' : null;
  const correlationKey = name === 'begin' && random.chance(0.3) ? '' : correlationKeyFor(outside);
  const sentMs = world.nowMs();
  const task = publish({ name, correlationKey, timeToLiveMs, messageId, variables: { sum: 1 } });
  const response = random.chance(0.7)
    ? await client.untilKnown(`publish ${name} ${id}`, task)
    : await client.once(task);
  // It lives from when the server took it, which was not before it was sent.
  if (response.type === 'done') await promises.published(response.answer, sentMs + timeToLiveMs);
};

const broadcastOne = async (outside: Outside, name: string): Promise<void> => {
  await sometime(outside);
  await outside.client.untilKnown(`broadcast ${name}`, broadcast(name));
};

const completeUserTasks = async (outside: Outside, name: string): Promise<void> => {
  const { client, promises, database } = outside;
  const { random } = outside.world;
  for (let turn = 0; ; turn += 1) {
    await aWhile(outside, 100, 1_200);
    const open = await database.rows<{ key: Key }>('SELECT key FROM user_tasks WHERE end_ms IS NULL ORDER BY key');
    if (open.length === 0) continue;
    const { key } = random.pick(open);
    const response = random.chance(0.5)
      ? await client.untilKnown(`user task ${key} ${turn} ${name}`, completeUserTask(key))
      : await client.once(completeUserTask(key));
    if (response.type === 'done') await promises.ended('user_tasks', key, `${name} in turn ${turn}`);
  }
};

const cancelNowAndThen = async (outside: Outside): Promise<void> => {
  const { world, faults, client, promises, database } = outside;
  for (let turn = 0; ; turn += 1) {
    await aWhile(outside, 500, 3_000);
    if (!faults.strikes('canceling-client', 0.4)) continue;
    const living = await database.rows<{ key: Key }>(
      `SELECT key FROM process_instances WHERE status = 'ACTIVE' AND parent_instance_key IS NULL ORDER BY key`,
    );
    if (living.length === 0) continue;
    const { key } = world.random.pick(living);
    const response = await client.untilKnown(`cancel ${key} ${turn}`, cancelInstance(key));
    if (response.type === 'done') await promises.canceled(key);
  }
};

/** Suspends, resumes, migrates and modifies what runs; an instance that stays suspended is resumed when all is healed. */
const changeNowAndThen = async (outside: Outside): Promise<void> => {
  const { world, faults, client, database } = outside;
  for (let turn = 0; ; turn += 1) {
    await aWhile(outside, 300, 1_600);
    if (!faults.strikes('changing-client', 0.7)) continue;
    const living = await database.rows<{ key: Key; status: string }>(
      'SELECT key, status FROM process_instances WHERE end_ms IS NULL ORDER BY key',
    );
    if (living.length === 0) continue;
    const { key, status } = world.random.pick(living);
    const change =
      status === 'SUSPENDED' ? resumeInstance : world.random.pick([suspendInstance, migrateToItself, beginAnew]);
    await client.untilKnown(`change ${key} ${turn}`, change(key));
  }
};
