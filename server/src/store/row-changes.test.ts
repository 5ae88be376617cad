import { describe, expect, it } from 'vitest';
import { RowChanges } from './row-changes.ts';
import { messageAddress, messageSubscriptions } from './tables/message-subscriptions.ts';
import { timers } from './tables/timers.ts';

const key = { process_instance_key: 1, key: 2 };
const row = {
  ...key,
  element_instance_key: 3,
  target_id: 't',
  due_ms: 4,
  repetitions: 1,
  cycle: null,
  held_due_ms: null,
};
const changesOf = (change: (changes: RowChanges) => void) => {
  const changes = new RowChanges();
  change(changes);
  return [...changes.tables()].flatMap(([, rows]) => rows);
};

describe('the row changes of a batch', () => {
  it('should write a row once however often it was changed', () => {
    const written = changesOf((changes) => {
      changes.insert(timers, row);
      changes.patch(timers, key, { due_ms: 5 });
      changes.patch(timers, key, { repetitions: 2 });
    });
    expect(written).toEqual([{ op: 'insert', row: { ...row, due_ms: 5, repetitions: 2 } }]);
  });

  it('should write nothing for a row that came and went', () => {
    const changes = new RowChanges();
    changes.insert(timers, row);
    changes.delete(timers, key);
    expect(changes.isEmpty).toBe(true);
  });

  it('should keep the first guard of a row, which is the one about the stored row', () => {
    const written = changesOf((changes) => {
      changes.patch(timers, key, { due_ms: 5 }, { due_ms: 4 });
      changes.patch(timers, key, { due_ms: 6 }, { due_ms: 5 });
    });
    expect(written).toEqual([{ op: 'patch', row: key, set: { due_ms: 6 }, guard: { due_ms: 4 } }]);
  });

  it('should overwrite a stored row that was deleted and came again', () => {
    const written = changesOf((changes) => {
      changes.delete(timers, key);
      changes.insert(timers, row);
    });
    expect(written).toEqual([{ op: 'upsert', row }]);
  });

  it('should insist that a guarded row is there when it is deleted in the end', () => {
    const written = changesOf((changes) => {
      changes.patch(timers, key, { due_ms: 5 }, { due_ms: 4 });
      changes.delete(timers, key);
    });
    expect(written).toEqual([{ op: 'delete', row: key, mustExist: true }]);
  });

  it('should show the pending rows of a group, as they are by now', () => {
    const changes = new RowChanges();
    const subscription = {
      ...key,
      element_instance_key: 3,
      target_id: 't',
      message_name: 'm',
      correlation_key: 'k',
      process_id: 'p',
      updated_ms: null,
      tenant_id: 'north',
    };
    changes.insert(messageSubscriptions, subscription);
    expect(changes.pendingRows(messageSubscriptions, messageAddress('north', 'm', 'k'))).toEqual([subscription]);
    expect(changes.pendingRows(messageSubscriptions, messageAddress('north', 'm', 'other'))).toEqual([]);
    changes.patch(messageSubscriptions, key, { correlation_key: 'other' });
    expect(changes.pendingRows(messageSubscriptions, messageAddress('north', 'm', 'k'))).toEqual([]);
    expect(changes.pendingRows(messageSubscriptions, messageAddress('north', 'm', 'other'))).toHaveLength(1);
    changes.delete(messageSubscriptions, key);
    expect(changes.pendingRows(messageSubscriptions, messageAddress('north', 'm', 'other'))).toEqual([]);
  });
});
