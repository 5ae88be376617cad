import { firstTimerDue, startEventName } from '@baton/engine';
import { startGatherings } from '../../store/tables/start-gatherings.ts';
import { startSubscriptions } from '../../store/tables/start-subscriptions.ts';
import { startTimers } from '../../store/tables/start-timers.ts';
import type { Batch } from '../batch.ts';
import type { Deployed } from '../definitions.ts';

/** What starts a process of a tenant belongs to its latest version: removes that of any other, and opens that of `latest` (null: none is left). */
export const replaceStarts = async (
  batch: Batch,
  tenantId: string,
  processId: string,
  latest: Pick<Deployed, 'row' | 'definition'> | null,
): Promise<void> => {
  const { database, keys } = batch.services;
  const keysOf = (table: string): Promise<{ key: number }[]> =>
    database.rows(`SELECT key FROM ${table} WHERE process_id = ? AND tenant_id = ?`, [processId, tenantId]);
  for (const { key } of await keysOf('start_subscriptions')) batch.changes.delete(startSubscriptions, { key });
  for (const { key } of await keysOf('start_timers')) batch.changes.delete(startTimers, { key });
  const gathered = await database.rows<{ definition_key: number; element_id: string }>(
    'SELECT g.definition_key, g.element_id FROM start_gatherings g JOIN process_definitions d ON d.key = g.definition_key WHERE d.process_id = ? AND d.tenant_id = ?',
    [processId, tenantId],
  );
  for (const row of gathered) batch.changes.delete(startGatherings, row);
  if (latest === null) return;
  const { row, definition } = latest;
  const globals = await batch.globals(tenantId);
  while (keys.left() < definition.startTriggers.length) await keys.reserve(definition.startTriggers.length);
  for (const trigger of definition.startTriggers) {
    const common = {
      key: keys.next() as number,
      process_id: processId,
      definition_key: row.key,
      element_id: trigger.elementId,
      part_index: trigger.part?.index ?? null,
      part_of: trigger.part?.of ?? null,
      tenant_id: tenantId,
    };
    const { kind } = trigger.event;
    if (kind === 'message' || kind === 'signal') {
      const name = startEventName(trigger, batch.nowMs, globals);
      if (name.ok) batch.changes.insert(startSubscriptions, { ...common, kind, name: name.value });
    } else if (kind === 'conditional') {
      batch.changes.insert(startSubscriptions, { ...common, kind: 'condition', name: '' });
    } else if (kind === 'timer') {
      const schedule = firstTimerDue(trigger, batch.nowMs, globals);
      if (!schedule.ok) continue;
      const { dueMs, repetitions, cycle } = schedule.value;
      batch.changes.insert(startTimers, { ...common, due_ms: dueMs, repetitions, cycle });
      batch.dueAt(dueMs);
    }
  }
};
