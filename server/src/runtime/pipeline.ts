import type { Key } from '@baton/engine';
import type { Logger } from 'pino';
import { commandIds } from '../store/tables/command-ids.ts';
import { outbox } from '../store/tables/outbox.ts';
import { findCommand } from '../store/operations/find-command.ts';
import type { Owner } from '../store/operations/find-owner.ts';
import { findOwners } from '../store/operations/find-owner.ts';
import { Batch, EngineFault } from './batch.ts';
import type { BatchServices } from './batch.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';
import { runDelivery } from './run-delivery.ts';
import type { Task } from './task.ts';

/** Takes tasks and answers each when its effect is durable. */
export interface Pipeline {
  /** Rejects with `Refusal`: RESOURCE_EXHAUSTED when too many wait, UNAVAILABLE while stopping or when the database fails. */
  submit<A>(task: Task<A>): Promise<A>;
  /** Takes nothing new and waits until all that was accepted is answered. */
  drain(): Promise<void>;
}

export interface PipelineOptions extends BatchServices {
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after every commit, before the callers get their answers. */
  readonly committed: (batch: Batch) => void;
  /** How many tasks may wait. (Default: 10,000.) */
  readonly capacity?: number;
}

const maxBatch = 1_000;
/** Deeds between instances that one batch does at once; the rest goes through the outbox, so that no batch grows without end. */
const maxDeliveries = 2_000;
const maxAttempts = 5;

interface Waiting {
  readonly task: Task<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}
type Outcome = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly error: unknown };

export const createPipeline = (options: PipelineOptions): Pipeline => {
  const { clock, log, database, cache, capacity = 10_000 } = options;
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let stopping = false;

  const submit = <A>(task: Task<A>): Promise<A> => {
    if (stopping) return Promise.reject(new Refusal('UNAVAILABLE', 'The server is stopping. Try again in a moment.'));
    if (queue.length >= capacity) {
      return Promise.reject(
        new Refusal('RESOURCE_EXHAUSTED', `Expected fewer than ${capacity} waiting commands. Try again later.`),
      );
    }
    const answer = new Promise<unknown>((resolve, reject) => queue.push({ task, resolve, reject }));
    running ??= work();
    return answer as Promise<A>;
  };

  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      // Lets requests that have arrived meanwhile join the batch: the durable commit is the dear part, so it is shared.
      await new Promise(setImmediate);
      await runBatch(nextBatch());
    }
    running = null;
  };

  const nextBatch = (): Waiting[] => {
    const exclusive = queue.findIndex(({ task }) => task.exclusive === true);
    const size = exclusive < 0 ? maxBatch : exclusive === 0 ? 1 : Math.min(exclusive, maxBatch);
    return queue.splice(0, size);
  };

  const runBatch = async (waiting: readonly Waiting[], attempt = 1): Promise<void> => {
    const batch = new Batch(options, clock.nowMs());
    let outcomes: Outcome[];
    try {
      outcomes = await decideAll(batch, waiting);
      if (!batch.changes.isEmpty) {
        const written = await database.write(batch.changes);
        if (!written.ok) {
          forget(batch);
          return await again(waiting, attempt, `another server changed ${written.conflict.table} first`);
        }
      }
    } catch (error) {
      forget(batch);
      if (isRetryable(error)) return await again(waiting, attempt, String(error));
      // One command may be to blame: alone it shows which, and the others are none the worse for it.
      if (waiting.length > 1 && !isDatabaseTrouble(error)) return await again(waiting, attempt, String(error));
      log.error({ err: error, task: waiting[0]?.task.name }, 'a batch could not be stored');
      const refusal = refusalFor(error);
      for (const each of waiting) each.reject(refusal);
      return;
    }
    settle(batch);
    waiting.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome?.ok === true) resolve(outcome.answer);
      else reject(outcome?.error);
    });
  };

  /** One by one, so that the command that met the conflict is the only one that may have to wait. */
  const again = async (waiting: readonly Waiting[], attempt: number, why: string): Promise<void> => {
    if (waiting.length === 1 && attempt >= maxAttempts) {
      log.warn({ why }, 'a command gave up after several conflicts');
      waiting[0]?.reject(
        new Refusal('UNAVAILABLE', 'The instance is being changed by others all the time. Try again.'),
      );
      return;
    }
    // Two servers that step on each other's toes must not do so in time with each other.
    if (waiting.length === 1) await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt));
    for (const each of waiting) await runBatch([each], waiting.length === 1 ? attempt + 1 : attempt);
  };

  const decideAll = async (batch: Batch, waiting: readonly Waiting[]): Promise<Outcome[]> => {
    await preload(batch, waiting);
    const outcomes: Outcome[] = [];
    let deliveries = 0;
    for (const { task } of waiting) {
      try {
        outcomes.push({ ok: true, answer: await runOnce(batch, task) });
      } catch (error) {
        // Anything else is a bug. The batch is given up and its commands are decided again, each alone.
        if (!(error instanceof Refusal)) throw error;
        outcomes.push({ ok: false, error });
      }
      deliveries = await deliver(batch, deliveries);
    }
    for (const { source, item } of batch.deliveries.splice(0)) {
      await options.keys.reserve(1);
      const key = options.keys.next();
      batch.changes.insert(outbox, {
        key,
        process_instance_key: source,
        due_ms: batch.nowMs,
        attempts: 0,
        item: JSON.stringify(item),
      });
      batch.dueAt(batch.nowMs);
    }
    return outcomes;
  };

  const deliver = async (batch: Batch, done: number): Promise<number> => {
    let count = done;
    while (batch.deliveries.length > 0 && count < maxDeliveries) {
      const delivery = batch.deliveries.shift();
      if (delivery === undefined) break;
      count += 1;
      try {
        await runDelivery(batch, delivery);
      } catch (error) {
        if (!(error instanceof EngineFault)) throw error;
        log.error(
          { err: error, delivery: delivery.item.type },
          'a delivery between instances failed; it will be tried again',
        );
        await options.keys.reserve(1);
        const item = JSON.stringify(delivery.item);
        const due = batch.nowMs + 60_000;
        batch.changes.insert(outbox, {
          key: options.keys.next(),
          process_instance_key: delivery.source,
          due_ms: due,
          attempts: 1,
          item,
        });
        batch.dueAt(due);
      }
    }
    return count;
  };

  /** After a commit: what is in memory is what is stored. */
  const settle = (batch: Batch): void => {
    for (const [key, instance] of batch.touched) {
      instance.storedRevision = instance.revision;
      // Several servers may share PostgreSQL: a cached state could be an old one there, and refuse what is right by now.
      const keep = database.dialect === 'sqlite' && instance.state.status === 'ACTIVE' && !batch.faulted.has(key);
      if (keep) cache.put(instance);
      else cache.evict(key);
    }
    for (const key of batch.faulted) cache.evict(key);
    for (const then of batch.onCommitted) then();
    for (const followUp of batch.followUps) {
      followUp.then(submit).catch((error: unknown) => {
        log.warn({ err: error }, 'the answer to a script could not be stored; the script will be run again');
      });
    }
    options.committed(batch);
  };

  /** After a batch that was not stored: what is in memory of its instances never happened. */
  const forget = (batch: Batch): void => {
    for (const key of [...batch.touched.keys(), ...batch.faulted]) cache.evict(key);
  };

  return {
    submit,
    drain: async () => {
      stopping = true;
      while (running !== null) await running;
    },
  };
};

/** Runs a task, or answers again what it was answered before. */
const runOnce = async (batch: Batch, task: Task<unknown>): Promise<unknown> => {
  if (task.idempotency === undefined) return task.run(batch);
  const { id, fingerprint } = task.idempotency;
  const known = batch.changes.pendingRows(commandIds, id)[0] ?? (await findCommand(batch.services.database, id));
  if (known) {
    if (known.fingerprint === fingerprint) return JSON.parse(known.answer) as unknown;
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected a new idempotency key, but '${id}' was used for another request. Use a fresh one.`,
    );
  }
  const answer = await task.run(batch);
  batch.changes.insert(commandIds, { id, fingerprint, answer: JSON.stringify(answer ?? null), at_ms: batch.nowMs });
  return answer;
};

/** Reads what the tasks of a batch need, table by table instead of task by task. */
const preload = async (batch: Batch, waiting: readonly Waiting[]): Promise<void> => {
  const wanted = new Map<string, Key[]>();
  for (const { task } of waiting) {
    if (task.needs === undefined) continue;
    const keys = wanted.get(task.needs.table);
    if (keys === undefined) wanted.set(task.needs.table, [task.needs.key]);
    else keys.push(task.needs.key);
  }
  const instances = wanted.get('process_instances') ?? [];
  for (const table of ['jobs', 'user_tasks', 'incidents', 'element_instances'] as const) {
    const keys = wanted.get(table);
    if (keys === undefined) continue;
    const owners: Map<number, Owner> = await findOwners(batch.services.database, table, keys);
    for (const [key, owner] of owners) {
      batch.owners.set(`${table}:${key}`, owner);
      instances.push(owner.processInstanceKey);
    }
  }
  if (instances.length > 0) await batch.preload(instances);
};

/** Deadlocks, serialization failures, lock time-outs, and two inserts of the same key by two servers. */
const isRetryable = (error: unknown): boolean =>
  ['40001', '40P01', '55P03', '23505'].includes((error as { code?: string }).code ?? '');

/** Nothing that a command could be to blame for: the database is away, full, locked or damaged. */
const isDatabaseTrouble = (error: unknown): boolean => {
  const { code = '', name } = error as { code?: string; name?: string };
  return (
    name === 'KnexTimeoutError' ||
    /^(SQLITE_(?!CONSTRAINT|ERROR|MISMATCH)|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|53|57|58|XX|25006)/.test(code)
  );
};

const refusalFor = (error: unknown): Refusal => {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL' || code === '53100')
    return new Refusal('RESOURCE_EXHAUSTED', 'The disk is full. Make room, then try again.');
  if (!isDatabaseTrouble(error))
    return new Refusal('INTERNAL', 'The server failed on this command. Nothing was changed; its log has the details.');
  return new Refusal(
    'UNAVAILABLE',
    'The database did not take the change. Try again; the log of the server has the details.',
  );
};
