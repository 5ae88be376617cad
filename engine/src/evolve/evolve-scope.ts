import type { LoopRecord, ScopeRecord } from '../record.ts';
import type { ElementInstance, InstanceState, LoopState } from '../state.ts';
import { living } from './living.ts';

/** Scopes that are taken over, loops, ad-hoc sub-processes. */
export const evolveScope = (state: InstanceState, record: ScopeRecord | LoopRecord): void => {
  switch (record.type) {
    case 'scope-interrupted':
      living(state, record.scopeKey).interruptedBy = record.elementId;
      return;
    case 'ad-hoc-activities-queued': {
      const scope = living(state, record.scopeKey);
      const before = scope.adHoc ?? { pending: [], isFulfilled: false };
      scope.adHoc = { ...before, pending: [...before.pending, ...record.pending] };
      return;
    }
    case 'ad-hoc-activity-begun': {
      const scope = living(state, record.scopeKey);
      if (scope.adHoc) scope.adHoc = { ...scope.adHoc, pending: scope.adHoc.pending.slice(1) };
      return;
    }
    case 'ad-hoc-condition-fulfilled':
      living(state, record.scopeKey).adHoc = { pending: [], isFulfilled: true };
      return;
    case 'loop-started':
      living(state, record.bodyKey).loop = {
        total: record.total,
        items: record.items,
        created: 0,
        completed: 0,
      };
      return;
    case 'loop-instance-created':
      loopOf(living(state, record.bodyKey)).created += 1;
      living(state, record.elementInstanceKey).loopCounter = record.loopCounter;
      return;
    case 'loop-instance-completed':
      loopOf(living(state, record.bodyKey)).completed += 1;
      return;
    case 'loop-output-set': {
      const body = living(state, record.bodyKey);
      body.outputs ??= new Map();
      body.outputs.set(record.index, record.value);
      return;
    }
  }
};

const loopOf = (body: ElementInstance): LoopState => {
  if (!body.loop) throw new Error(`Expected element instance ${body.key} to be a loop; a record is missing.`);
  return body.loop;
};
