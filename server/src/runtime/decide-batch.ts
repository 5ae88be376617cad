import type { Key } from '@baton/engine';
import type { Logger } from 'pino';
import { commandIds } from '../store/tables/command-ids.ts';
import { outbox } from '../store/tables/outbox.ts';
import { findCommand } from '../store/operations/find-command.ts';
import { findDelegations } from '../store/searches/find-task-delegations.ts';
import { findOwners } from '../store/operations/find-owner.ts';
import { writeAudit } from './audit/audit-note.ts';
import type { AuditNote } from './audit/audit-note.ts';
import { EngineFault } from './batch.ts';
import type { Batch, Delivery } from './batch.ts';
import { Refusal } from './refusal.ts';
import { runDelivery } from './run-delivery.ts';
import type { Task } from './task.ts';

/** Deeds between instances that one batch does at once; the rest goes through the outbox, so that no batch grows without end. */
const maxDeliveries = 2_000;
/** How long a delivery that failed is left alone, milliseconds. */
const pauseMs = 60_000;

/** How one task of a batch came out. */
export type Outcome = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly error: unknown };

/** Decides the tasks one after the other, with what follows between instances. Throws where a task has a bug: the batch is spoiled then. */
export const decideBatch = async (
  batch: Batch,
  tasks: readonly Task<unknown>[],
  log: Logger,
): Promise<readonly Outcome[]> => {
  await preload(batch, tasks);
  const outcomes: Outcome[] = [];
  let delivered = 0;
  for (const task of tasks) {
    try {
      outcomes.push({ ok: true, answer: await runOnce(batch, task) });
    } catch (error) {
      // Anything else is a bug. The batch is given up and its commands are decided again, each alone.
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ ok: false, error });
    }
    delivered = await deliver(batch, delivered, log);
  }
  for (const delivery of batch.deliveries.splice(0)) await leaveForLater(batch, delivery, batch.nowMs, 0);
  return outcomes;
};

const deliver = async (batch: Batch, done: number, log: Logger): Promise<number> => {
  let count = done;
  while (batch.deliveries.length > 0 && count < maxDeliveries) {
    const delivery = batch.deliveries.shift();
    if (delivery === undefined) break;
    count += 1;
    try {
      await runDelivery(batch, delivery);
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error;
      const type = delivery.item.type;
      log.error({ err: error, delivery: type }, 'a delivery between instances failed; it will be tried again');
      await leaveForLater(batch, delivery, batch.nowMs + pauseMs, 1);
    }
  }
  return count;
};

const leaveForLater = async (batch: Batch, delivery: Delivery, dueMs: number, attempts: number): Promise<void> => {
  const { keys } = batch.services;
  const key = await keys.take();
  batch.changes.insert(outbox, {
    key,
    process_instance_key: delivery.source,
    due_ms: dueMs,
    attempts,
    item: JSON.stringify(delivery.item),
  });
  batch.dueAt(dueMs);
};

/** Runs a task, or answers again what it was answered before. */
const runOnce = async (batch: Batch, task: Task<unknown>): Promise<unknown> => {
  if (task.idempotency === undefined) return run(batch, task);
  const { id, fingerprint } = task.idempotency;
  const known = batch.changes.pendingRows(commandIds, id)[0] ?? (await findCommand(batch.services.database, id));
  if (known) {
    if (known.fingerprint === fingerprint) return JSON.parse(known.answer) as unknown;
    throw new Refusal(
      'INVALID_ARGUMENT',
      `Expected a new idempotency key, but '${id}' was used for another request. Use a fresh one.`,
    );
  }
  const answer = await run(batch, task);
  batch.changes.insert(commandIds, { id, fingerprint, answer: JSON.stringify(answer ?? null), at_ms: batch.nowMs });
  return answer;
};

const run = (batch: Batch, task: Task<unknown>): Promise<unknown> =>
  task.audit == null ? task.run(batch) : runAudited(batch, task, task.audit);

const runAudited = async (batch: Batch, task: Task<unknown>, note: AuditNote): Promise<unknown> => {
  const answer = await task.run(batch);
  await writeAudit(batch, task, note, answer);
  return answer;
};

/** Reads what the tasks of a batch need, table by table instead of task by task. */
const preload = async (batch: Batch, tasks: readonly Task<unknown>[]): Promise<void> => {
  const { owners } = batch.services;
  const wanted = new Map<string, Key[]>();
  for (const task of tasks) {
    if (task.needs === undefined) continue;
    const { table, key } = task.needs;
    const owner = owners.get(table, key);
    const [needed, neededKey] = owner === undefined ? [table, key] : ['process_instances', owner.processInstanceKey];
    const keys = wanted.get(needed);
    if (keys === undefined) wanted.set(needed, [neededKey]);
    else keys.push(neededKey);
  }
  const instances = wanted.get('process_instances') ?? [];
  for (const table of ['jobs', 'user_tasks', 'incidents', 'element_instances'] as const) {
    const keys = wanted.get(table);
    if (keys === undefined) continue;
    for (const [key, owner] of await findOwners(batch.services.database, table, keys)) {
      owners.remember(table, key, owner);
      instances.push(owner.processInstanceKey);
    }
  }
  if (instances.length > 0) await batch.preload(instances);
  const asked = tasks.flatMap((task) => (task.asksForDelegation === true && task.needs ? [task.needs.key] : []));
  if (asked.length === 0) return;
  for (const row of await findDelegations(batch.services.database, asked))
    batch.delegations.set(row.user_task_key, row);
};
