import { compensations } from '../tables/compensations.ts';
import { elementInstances } from '../tables/element-instances.ts';
import type { RowBook } from './row-book.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type CompensationRecord = RecordsOf<`compensation-${string}` | `compensations-${string}`>;

/** What can be compensated: one row an entry. Entries that move keep what is inside them: only their owner changes. */
export const projectCompensation = (step: StepFacts, record: CompensationRecord, book: RowBook): void => {
  const { instance, changes } = step;
  const rowKey = (key: number) => ({ process_instance_key: instance.key as number, key });
  const move = (from: number, to: number): void => {
    const keys = book.compensations?.get(from);
    if (!keys) return;
    book.compensations?.delete(from);
    book.compensations?.set(to, keys);
    for (const key of keys) changes.patch(compensations, rowKey(key), { owner_key: to });
  };
  const removeOwned = (owner: number): void => {
    for (const key of book.compensations?.get(owner) ?? []) {
      removeOwned(key);
      changes.delete(compensations, rowKey(key));
    }
    book.compensations?.delete(owner);
  };
  switch (record.type) {
    case 'compensation-registered':
      move(record.innerKey, record.key);
      addCompensation(book, record.scopeKey, record.key);
      return changes.insert(compensations, {
        ...rowKey(record.key),
        owner_key: record.scopeKey,
        position: record.order,
        element_id: record.elementId,
        variables: JSON.stringify(record.variables),
        run_key: null,
        handler_key: null,
      });
    case 'compensation-triggered':
      for (const key of record.keys) changes.patch(compensations, rowKey(key), { run_key: record.runKey });
      return;
    case 'compensation-started':
      move(record.key, record.handlerKey);
      changes.patch(elementInstances, rowKey(record.handlerKey), { compensates: record.key });
      return changes.patch(compensations, rowKey(record.key), { handler_key: record.handlerKey });
    case 'compensation-completed':
      removeOwned(record.key);
      book.compensations?.get(record.scopeKey)?.delete(record.key);
      return changes.delete(compensations, rowKey(record.key));
    case 'compensations-discarded':
      return removeOwned(record.scopeKey);
  }
};

/** Notes who owns an entry. */
export const addCompensation = (book: RowBook, owner: number, key: number): void => {
  book.compensations ??= new Map();
  const keys = book.compensations.get(owner) ?? new Set<number>();
  book.compensations.set(owner, keys.add(key));
};
