import { elementInstances } from '../tables/element-instances.ts';
import { loopOutputs } from '../tables/loop-outputs.ts';
import type { RowBook } from './row-book.ts';
import { livingAfter } from './step-facts.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type ScopeRecord = RecordsOf<`scope-${string}` | `ad-hoc-${string}` | `loop-${string}`>;

/** Scopes that were taken over, loops and ad-hoc sub-processes: columns of their element instance, and a row for each output of a loop. */
export const projectScope = (step: StepFacts, record: ScopeRecord, book: RowBook): void => {
  const { instance, changes } = step;
  const rowKey = (key: number) => ({ process_instance_key: instance.key as number, key });
  switch (record.type) {
    case 'scope-interrupted':
      return changes.patch(elementInstances, rowKey(record.scopeKey), { interrupted_by: record.elementId });
    case 'ad-hoc-activities-queued':
    case 'ad-hoc-activity-begun':
    case 'ad-hoc-condition-fulfilled': {
      const adHoc = livingAfter(step, record.scopeKey)?.adHoc ?? null;
      return changes.patch(elementInstances, rowKey(record.scopeKey), {
        ad_hoc: adHoc === null ? null : JSON.stringify(adHoc),
      });
    }
    case 'loop-started':
      changes.patch(elementInstances, rowKey(record.bodyKey), {
        loop_items: record.items === null ? null : JSON.stringify(record.items),
      });
      return syncLoop(step, record.bodyKey, { total: record.total, created: 0, completed: 0 });
    case 'loop-instance-created':
      changes.patch(elementInstances, rowKey(record.elementInstanceKey), { loop_counter: record.loopCounter });
      return syncLoop(step, record.bodyKey, null);
    case 'loop-instance-completed':
      return syncLoop(step, record.bodyKey, null);
    case 'loop-output-set': {
      const { bodyKey, index, value } = record;
      book.outputs ??= new Map();
      const positions = book.outputs.get(bodyKey) ?? new Set<number>();
      book.outputs.set(bodyKey, positions.add(index));
      changes.upsert(loopOutputs, {
        process_instance_key: instance.key,
        body_key: bodyKey,
        position: index,
        value: JSON.stringify(value),
      });
      return;
    }
  }
};

/** The counters as they are after the step; a loop that came and went in it keeps those that it began with. */
const syncLoop = (
  step: StepFacts,
  bodyKey: number,
  otherwise: { readonly total: number | null; readonly created: number; readonly completed: number } | null,
): void => {
  const loop = livingAfter(step, bodyKey as never)?.loop ?? otherwise;
  if (!loop) return;
  const { total, created, completed } = loop;
  step.changes.patch(
    elementInstances,
    { process_instance_key: step.instance.key, key: bodyKey },
    { loop: JSON.stringify({ total, created, completed }) },
  );
};

/** A loop has ended: the list has gone out as a variable. */
export const forgetOutputs = ({ instance, changes }: StepFacts, bodyKey: number, book: RowBook): void => {
  for (const position of book.outputs?.get(bodyKey) ?? [])
    changes.delete(loopOutputs, { process_instance_key: instance.key, body_key: bodyKey, position });
  book.outputs?.delete(bodyKey);
};
