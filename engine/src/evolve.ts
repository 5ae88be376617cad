import { asKey } from './key.ts';
import { evolveCompensation } from './evolve/evolve-compensation.ts';
import { evolveElement } from './evolve/evolve-element.ts';
import { evolveMigration } from './evolve/evolve-migration.ts';
import { evolveScope } from './evolve/evolve-scope.ts';
import { evolveToken } from './evolve/evolve-token.ts';
import { evolveWait } from './evolve/evolve-wait.ts';
import { evolveWork } from './evolve/evolve-work.ts';
import { living } from './evolve/living.ts';
import type { InstanceRecord, JournalRecord, VariableRecord } from './record.ts';
import type { InstanceState } from './state.ts';

/** The state before an instance exists; the fold of an empty journal. */
export const initialState = (): InstanceState => ({
  key: asKey(0),
  definitionKey: asKey(0),
  processId: '',
  version: 0,
  status: 'NONE',
  parent: null,
  rootKey: asKey(0),
  businessId: null,
  tags: [],
  suspendedMs: null,
  terminateAfter: [],
  startMs: 0,
  endMs: null,
  elements: new Map(),
  watching: null,
  continuation: [],
});

/**
 * Applies one record to the state, in place. Live steps and replay both go through here, so the fold of a journal always equals the stored
 * state. `atMs` is the time of the step, epoch milliseconds. Throws when the record cannot follow on this state: a journal with a gap.
 */
export const evolve = (state: InstanceState, record: JournalRecord, atMs: number): void => {
  switch (record.type) {
    case 'process-instance-created':
    case 'process-instance-completed':
    case 'process-instance-terminated':
    case 'process-instance-migrated':
    case 'process-instance-suspended':
    case 'process-instance-resumed':
    case 'business-id-assigned':
    case 'step-suspended':
    case 'step-resumed':
      return evolveInstance(state, record, atMs);
    case 'sequence-flow-taken':
    case 'token-parked':
    case 'tokens-consumed':
    case 'tokens-discarded':
    case 'gateway-reset-awaited':
    case 'gateway-reset':
      return evolveToken(state, record);
    case 'element-activating':
    case 'element-activated':
    case 'element-completing':
    case 'element-completed':
    case 'element-terminating':
    case 'element-terminated':
    case 'element-triggered':
      return evolveElement(state, record, atMs);
    case 'variable-set':
      return evolveVariable(state, record);
    case 'job-created':
    case 'job-completed':
    case 'job-canceled':
    case 'job-failed':
    case 'job-error-thrown':
    case 'job-retries-updated':
    case 'job-reopened':
    case 'user-task-created':
    case 'user-task-assigned':
    case 'user-task-updated':
    case 'user-task-completed':
    case 'user-task-canceled':
    case 'incident-raised':
    case 'incident-resolved':
    case 'process-called':
    case 'evaluation-requested':
    case 'evaluation-ended':
    case 'listener-started':
    case 'listeners-finished':
      return evolveWork(state, record);
    case 'timer-scheduled':
    case 'timer-fired':
    case 'timer-canceled':
    case 'message-subscription-opened':
    case 'message-correlated':
    case 'message-subscription-closed':
    case 'signal-subscription-opened':
    case 'signal-caught':
    case 'signal-subscription-closed':
    case 'condition-subscription-opened':
    case 'condition-evaluated':
    case 'condition-met':
    case 'condition-subscription-closed':
    case 'event-gathered':
    case 'gathered-events-cleared':
      return evolveWait(state, record);
    case 'scope-interrupted':
    case 'ad-hoc-activities-queued':
    case 'ad-hoc-activity-begun':
    case 'ad-hoc-condition-fulfilled':
    case 'loop-started':
    case 'loop-instance-created':
    case 'loop-instance-completed':
    case 'loop-output-set':
      return evolveScope(state, record);
    case 'compensation-registered':
    case 'compensation-triggered':
    case 'compensation-started':
    case 'compensation-completed':
    case 'compensations-discarded':
      return evolveCompensation(state, record);
    default:
      return unknown(record);
  }
};

/** Unknown records are refused, not skipped: they come from a newer version. */
const unknown = (record: never): never => {
  throw new Error(
    `Expected a known record, found '${(record as { type?: string }).type ?? ''}'. Was the journal written by a newer version?`,
  );
};

const evolveInstance = (state: InstanceState, record: InstanceRecord, atMs: number): void => {
  switch (record.type) {
    case 'process-instance-created':
      if (state.status !== 'NONE') throw new Error(`Expected an empty state, found process instance ${state.key}.`);
      state.key = record.processInstanceKey;
      state.definitionKey = record.definitionKey;
      state.processId = record.processId;
      state.version = record.version;
      state.status = 'ACTIVE';
      state.parent = record.parent;
      state.rootKey = record.rootKey;
      state.businessId = record.businessId;
      state.tags = record.tags;
      state.terminateAfter = record.terminateAfter ?? [];
      state.startMs = atMs;
      return;
    case 'process-instance-completed':
      state.status = 'COMPLETED';
      state.endMs = atMs;
      return;
    case 'process-instance-terminated':
      state.status = 'TERMINATED';
      state.endMs = atMs;
      return;
    case 'process-instance-suspended':
      state.suspendedMs = atMs;
      return;
    case 'process-instance-resumed':
      state.suspendedMs = null;
      return;
    case 'business-id-assigned':
      state.businessId = record.businessId;
      return;
    case 'process-instance-migrated':
      return evolveMigration(state, record);
    case 'step-suspended':
      state.continuation = record.queue;
      return;
    case 'step-resumed':
      state.continuation = [];
      return;
  }
};

const evolveVariable = (state: InstanceState, record: VariableRecord): void => {
  const scope = living(state, record.scopeKey);
  scope.variables ??= new Map();
  const variable = scope.variables.get(record.name);
  if (variable) variable.value = record.value;
  else scope.variables.set(record.name, { key: record.key, value: record.value });
};
