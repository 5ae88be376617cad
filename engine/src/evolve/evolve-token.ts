import type { TokenRecord } from '../record.ts';
import type { ElementInstance, InstanceState } from '../state.ts';
import { living } from './living.ts';

/** Tokens that wait at joins, and complex gateways that wait for reset. */
export const evolveToken = (state: InstanceState, record: TokenRecord): void => {
  switch (record.type) {
    case 'sequence-flow-taken':
      return;
    case 'token-parked':
      return park(living(state, record.scopeKey), record.elementId, record.flowId, 1);
    case 'tokens-consumed':
      for (const flowId of record.flowIds) park(living(state, record.scopeKey), record.elementId, flowId, -1);
      return;
    case 'tokens-discarded': {
      const scope = living(state, record.scopeKey);
      scope.parked = null;
      scope.resets = null;
      return;
    }
    case 'gateway-reset-awaited': {
      const scope = living(state, record.scopeKey);
      scope.resets ??= new Map();
      scope.resets.set(record.elementId, record.flowIds);
      return;
    }
    case 'gateway-reset': {
      const scope = living(state, record.scopeKey);
      scope.resets?.delete(record.elementId);
      if (scope.resets?.size === 0) scope.resets = null;
      return;
    }
  }
};

/** Counts tokens that wait at a join; whatever reaches zero is forgotten, so that nothing is left behind. */
const park = (scope: ElementInstance, elementId: string, flowId: string, change: number): void => {
  scope.parked ??= new Map();
  const flows = scope.parked.get(elementId) ?? new Map<string, number>();
  scope.parked.set(elementId, flows);
  const tokens = (flows.get(flowId) ?? 0) + change;
  if (tokens < 0) throw new Error(`Expected a token of ${flowId} at ${elementId} to consume; a record is missing.`);
  if (tokens > 0) flows.set(flowId, tokens);
  else flows.delete(flowId);
  if (flows.size === 0) scope.parked.delete(elementId);
  if (scope.parked.size === 0) scope.parked = null;
};
