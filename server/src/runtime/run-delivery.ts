import { defaultTenant } from '../default-tenant.ts';
import type { Effect } from '@baton/engine';
import type { Batch, Delivery } from './batch.ts';
import { createInstance } from './create-instance.ts';
import { answerEvaluation } from './decisions/answer-evaluation.ts';
import type { Version } from './definitions.ts';
import { offerMessages, publishMessage, releaseMessageStart } from './messages.ts';
import { Refusal } from './refusal.ts';
import { answerScript } from './scripts/answer-script.ts';
import { broadcastSignal, deliverSignal, startBySignal } from './signals.ts';

/** Calls deeper than this become an incident: a process that calls itself must not take the server down. */
const maxCallDepth = 100;

/**
 * Does one deed between instances, in the batch. A receiver that has ended or refuses is no error: the sender has gone on. Throws
 * `EngineFault` where the engine threw.
 */
export const runDelivery = async (batch: Batch, { source, item }: Delivery): Promise<void> => {
  switch (item.type) {
    case 'call-process':
      return callProcess(batch, item);
    case 'evaluate-decision':
      return answerEvaluation(batch, item);
    case 'run-script':
      return answerScript(batch, item);
    case 'terminate-called': {
      const called = await batch.instance(item.calledInstanceKey);
      if (called?.state.status === 'ACTIVE') await batch.apply(called, { type: 'terminate-called-instance' });
      return;
    }
    case 'answer-call': {
      const caller = await batch.instance(item.parent.processInstanceKey);
      const { elementInstanceKey } = item.parent;
      const { calledInstanceKey, variables } = item;
      if (caller !== null)
        await batch.apply(caller, { type: 'complete-call', elementInstanceKey, calledInstanceKey, variables });
      return;
    }
    case 'throw-to-caller': {
      const caller = await batch.instance(item.parent.processInstanceKey);
      const { elementInstanceKey } = item.parent;
      const { calledInstanceKey, error } = item;
      if (caller !== null)
        await batch.apply(caller, { type: 'throw-called-error', elementInstanceKey, calledInstanceKey, error });
      return;
    }
    case 'escalate-to-caller': {
      const caller = await batch.instance(item.parent.processInstanceKey);
      const { elementInstanceKey } = item.parent;
      const { calledInstanceKey, code, variables } = item;
      if (caller !== null)
        await batch.apply(caller, {
          type: 'throw-called-escalation',
          elementInstanceKey,
          calledInstanceKey,
          code,
          variables,
        });
      return;
    }
    case 'report-uncaught-error': {
      const { origin } = item.error;
      const thrower = await batch.instance(origin.processInstanceKey);
      if (thrower === null) return;
      await batch.apply(thrower, {
        type: 'report-uncaught-error',
        elementInstanceKey: origin.elementInstanceKey,
        error: item.error,
      });
      return;
    }
    case 'publish-message':
      try {
        await publishMessage(batch, { ...item, tenantId: item.tenantId ?? defaultTenant });
      } catch (error) {
        // The same message id is alive already: the message has been published, which is what the id is for.
        if (!(error instanceof Refusal)) throw error;
      }
      return;
    case 'broadcast-signal':
      await broadcastSignal(batch, item.tenantId ?? defaultTenant, item.signalName, item.variables, source);
      return;
    case 'offer-messages':
      return offerMessages(batch, item);
    case 'release-message-start':
      return releaseMessageStart(batch, item.processInstanceKey);
    case 'deliver-signal':
      return deliverSignal(batch, item);
    case 'start-by-signal':
      return startBySignal(batch, item);
  }
};

const callProcess = async (batch: Batch, item: Extract<Effect, { type: 'call-process' }>): Promise<void> => {
  const caller = await batch.instance(item.parent.processInstanceKey);
  if (caller === null) return;
  // The call activity may have been interrupted since: nobody waits for the answer then.
  const waiting = caller.state.elements.get(item.parent.elementInstanceKey);
  if (waiting?.calledInstanceKey !== item.calledInstanceKey) return;
  const fail = async (message: string): Promise<void> => {
    const { calledInstanceKey } = item;
    const { elementInstanceKey } = item.parent;
    await batch.apply(caller, {
      type: 'fail-call',
      elementInstanceKey,
      calledInstanceKey,
      incidentType: 'CALLED_ELEMENT_ERROR',
      message,
    });
  };
  if (caller.facts.callDepth >= maxCallDepth) {
    return fail(
      `Expected at most ${maxCallDepth} calls inside each other, found more: does process '${item.processId}' call itself without end?`,
    );
  }
  const deployed = await batch.services.definitions.find(
    caller.facts.tenantId,
    item.processId,
    await versionOf(batch, item),
  );
  if (deployed === null) {
    const which = {
      latest: '',
      deployment: ' in the same deployment',
      versionTag: ` with version tag '${item.versionTag ?? ''}'`,
    }[item.binding];
    return fail(
      `Expected process '${item.processId}' to be deployed${which}, but found none. Deploy it, then resolve the incident.`,
    );
  }
  const called = {
    key: item.calledInstanceKey,
    parent: item.parent,
    rootKey: item.rootKey,
    callDepth: caller.facts.callDepth + 1,
  };
  const created = await createInstance(batch, { deployed, variables: item.variables, called });
  if (!created.ok) return fail(created.error.detail);
};

const versionOf = async (batch: Batch, item: Extract<Effect, { type: 'call-process' }>): Promise<Version> => {
  if (item.binding === 'versionTag') return { tag: item.versionTag ?? '' };
  if (item.binding === 'latest') return { latest: true };
  const caller = await batch.services.definitions.byKey(item.callerDefinitionKey);
  return { deploymentKey: caller?.row.deployment_key ?? 0 };
};
