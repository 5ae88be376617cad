import type { Key } from '@baton/engine';
import { elementInstances } from '../tables/element-instances.ts';
import { parkedTokens } from '../tables/parked-tokens.ts';
import { variables } from '../tables/variables.ts';
import { forgetOutputs } from './project-scope.ts';
import type { RowBook } from './row-book.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type ElementRecord = RecordsOf<`element-${string}`>;
type TokenRecord = RecordsOf<'sequence-flow-taken' | `token-${string}` | `tokens-${string}` | `gateway-${string}`>;
type VariableRecord = RecordsOf<'variable-set'>;

/** Element instances: a new one is inserted, an existing one patched; ended ones stay for search. */
export const projectElement = (step: StepFacts, record: ElementRecord, book: RowBook): void => {
  const { instance, changes, atMs } = step;
  const key = { process_instance_key: instance.key, key: record.key };
  switch (record.type) {
    case 'element-activating':
    case 'element-activated': {
      const state = record.type === 'element-activated' ? 'ACTIVE' : 'ACTIVATING';
      const isNew = step.fresh.has(record.key) && changes.pending(elementInstances, key) === undefined;
      if (!isNew) return changes.patch(elementInstances, key, { state });
      const element = step.element(record.elementId);
      return changes.insert(elementInstances, {
        process_instance_key: instance.key,
        key: record.key,
        element_id: record.elementId,
        element_name: element.name,
        element_type: record.role === undefined ? element.elementType : roleTypes[record.role],
        scope_key: record.scopeKey,
        state,
        start_ms: atMs,
        end_ms: null,
        incident_key: null,
        called_instance_key: null,
        evaluation_key: null,
        trigger: null,
        interrupted_by: null,
        loop: null,
        loop_items: null,
        loop_counter: null,
        compensates: null,
        resets: null,
        gathered: null,
        listening: null,
        ad_hoc: null,
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        root_key: instance.rootKey,
      });
    }
    case 'element-completing':
      return changes.patch(elementInstances, key, { state: 'COMPLETING' });
    case 'element-terminating':
      // It goes on directly inside the process, which is what its scope is from now on; the process itself stays where it is.
      return changes.patch(elementInstances, key, {
        state: 'TERMINATING',
        ...(record.key === instance.key ? {} : { scope_key: instance.key }),
      });
    case 'element-completed':
    case 'element-terminated':
      forgetOutputs(step, record.key, book);
      return changes.patch(elementInstances, key, {
        state: record.type === 'element-completed' ? 'COMPLETED' : 'TERMINATED',
        end_ms: atMs,
        trigger: null,
        loop_items: null,
        evaluation_key: null,
      });
    case 'element-triggered':
      return changes.patch(elementInstances, key, {
        // What it does not have is not written.
        trigger: JSON.stringify({ targetId: record.targetId, variables: record.variables, begins: record.begins }),
      });
  }
};

/** Element instances that stand for more than the element itself have types of their own in the API. */
const roleTypes = { body: 'MULTI_INSTANCE_BODY', inner: 'AD_HOC_SUB_PROCESS_INNER_INSTANCE' } as const;

/** A variable is one row per scope and name for as long as the instance is known. */
export const projectVariable = ({ instance, changes, fresh }: StepFacts, record: VariableRecord): void => {
  const key = { process_instance_key: instance.key, key: record.key };
  const value = JSON.stringify(record.value);
  if (!fresh.has(record.key) || changes.pending(variables, key) !== undefined)
    return changes.patch(variables, key, { value });
  changes.insert(variables, {
    process_instance_key: instance.key,
    key: record.key,
    scope_key: record.scopeKey,
    name: record.name,
    value,
    root_key: instance.rootKey,
  });
};

/** The tokens that wait at joins, as they are after the step. */
export const projectTokens = (step: StepFacts, record: TokenRecord, book: RowBook): void => {
  switch (record.type) {
    case 'sequence-flow-taken':
      return;
    case 'gateway-reset-awaited':
    case 'gateway-reset':
      return syncResets(step, record.scopeKey);
    case 'token-parked':
      return syncParked(step, record.scopeKey, record.elementId, record.flowId, book);
    case 'tokens-consumed':
      for (const flowId of record.flowIds) syncParked(step, record.scopeKey, record.elementId, flowId, book);
      return;
    case 'tokens-discarded':
      for (const row of [...(book.parked?.values() ?? [])]) {
        if (row.scope_key === record.scopeKey) syncParked(step, record.scopeKey, row.element_id, row.flow_id, book);
      }
      return syncResets(step, record.scopeKey);
  }
};

const syncResets = ({ instance, changes, state }: StepFacts, scopeKey: Key): void => {
  const resets = state.elements.get(scopeKey)?.resets ?? null;
  changes.patch(
    elementInstances,
    { process_instance_key: instance.key, key: scopeKey },
    { resets: resets === null ? null : JSON.stringify(Object.fromEntries(resets)) },
  );
};

export const parkedRowId = (scopeKey: number, elementId: string, flowId: string): string =>
  JSON.stringify([scopeKey, elementId, flowId]);

const syncParked = (step: StepFacts, scopeKey: number, elementId: string, flowId: string, book: RowBook): void => {
  const { instance, changes, state } = step;
  const key = {
    process_instance_key: instance.key as number,
    scope_key: scopeKey,
    element_id: elementId,
    flow_id: flowId,
  };
  const id = parkedRowId(scopeKey, elementId, flowId);
  const tokens =
    state.elements
      .get(scopeKey as never)
      ?.parked?.get(elementId)
      ?.get(flowId) ?? 0;
  if (tokens > 0) {
    book.parked ??= new Map();
    if (book.parked.has(id)) changes.patch(parkedTokens, key, { tokens });
    else changes.insert(parkedTokens, { ...key, tokens });
    book.parked.set(id, { scope_key: scopeKey, element_id: elementId, flow_id: flowId });
  } else if (book.parked?.delete(id) === true) {
    changes.delete(parkedTokens, key);
  }
};
