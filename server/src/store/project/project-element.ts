import { elementInstances } from '../tables/element-instances.ts';
import { parkedTokens } from '../tables/parked-tokens.ts';
import { variables } from '../tables/variables.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type ElementRecord = RecordsOf<`element-${string}`>;
type TokenRecord = RecordsOf<'sequence-flow-taken' | `token-${string}` | `tokens-${string}`>;
type VariableRecord = RecordsOf<'variable-set'>;

/** Element instances: a new one is inserted, an existing one patched; ended ones stay for search. */
export const projectElement = (step: StepFacts, record: ElementRecord): void => {
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
        ...key,
        element_id: record.elementId,
        element_name: element.name,
        element_type: element.elementType,
        scope_key: record.scopeKey,
        state,
        start_ms: atMs,
        end_ms: null,
        incident_key: null,
        called_instance_key: null,
        evaluation_key: null,
        trigger: null,
        definition_key: instance.definitionKey,
        process_id: instance.processId,
        root_key: instance.rootKey,
      });
    }
    case 'element-completing':
      return changes.patch(elementInstances, key, { state: 'COMPLETING' });
    case 'element-completed':
      return changes.patch(elementInstances, key, { state: 'COMPLETED', end_ms: atMs, trigger: null });
    case 'element-terminated':
      return changes.patch(elementInstances, key, {
        state: 'TERMINATED',
        end_ms: atMs,
        trigger: null,
        evaluation_key: null,
      });
    case 'element-triggered':
      return changes.patch(elementInstances, key, {
        trigger: JSON.stringify({ targetId: record.targetId, variables: record.variables }),
      });
  }
};

/** A variable is one row per scope and name for as long as the instance is known. */
export const projectVariable = ({ instance, changes, fresh }: StepFacts, record: VariableRecord): void => {
  const key = { process_instance_key: instance.key, key: record.key };
  const value = JSON.stringify(record.value);
  if (!fresh.has(record.key) || changes.pending(variables, key) !== undefined)
    return changes.patch(variables, key, { value });
  changes.insert(variables, {
    ...key,
    scope_key: record.scopeKey,
    name: record.name,
    value,
    root_key: instance.rootKey,
  });
};

/** The tokens that wait at joins, as they are after the step. */
export const projectTokens = (step: StepFacts, record: TokenRecord, parked: ParkedRows): void => {
  switch (record.type) {
    case 'sequence-flow-taken':
      return;
    case 'token-parked':
      return syncParked(step, record.scopeKey, record.elementId, record.flowId, parked);
    case 'tokens-consumed':
      for (const flowId of record.flowIds) syncParked(step, record.scopeKey, record.elementId, flowId, parked);
      return;
    case 'tokens-discarded':
      for (const row of [...parked.values()]) {
        if (row.scope_key === record.scopeKey) syncParked(step, record.scopeKey, row.element_id, row.flow_id, parked);
      }
      return;
  }
};

/** The parked tokens of an instance that have a row, stored or pending. A record that discards them does not name them. */
export type ParkedRows = Map<
  string,
  { readonly scope_key: number; readonly element_id: string; readonly flow_id: string }
>;
export const parkedRowId = (scopeKey: number, elementId: string, flowId: string): string =>
  JSON.stringify([scopeKey, elementId, flowId]);

const syncParked = (step: StepFacts, scopeKey: number, elementId: string, flowId: string, parked: ParkedRows): void => {
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
    if (parked.has(id)) changes.patch(parkedTokens, key, { tokens });
    else changes.insert(parkedTokens, { ...key, tokens });
    parked.set(id, { scope_key: scopeKey, element_id: elementId, flow_id: flowId });
  } else if (parked.delete(id)) {
    changes.delete(parkedTokens, key);
  }
};
