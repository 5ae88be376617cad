import { startConditionHolds } from '@baton/engine';
import type { Key, Variables } from '@baton/engine';
import { findConditionalStarts } from '../store/operations/find-start-subscriptions.ts';
import { beginByTrigger } from './begin-by-trigger.ts';
import { refused } from './instance-commands.ts';
import type { Task } from './task.ts';

export interface ConditionsEvaluated {
  readonly evaluationKey: Key;
  readonly started: readonly { readonly definitionKey: Key; readonly processInstanceKey: Key }[];
}

/** Starts every process of a tenant with a conditional start event whose condition holds for these variables; of one version or of all latest ones. */
export const evaluateConditionsTask = (
  tenantId: string,
  variables: Variables,
  definitionKey: Key | null,
): Task<ConditionsEvaluated> => ({
  name: 'evaluate-conditions',
  tenantId,
  run: async (batch) => {
    const { database, definitions, keys } = batch.services;
    if (definitionKey !== null && (await definitions.livingByKey(definitionKey))?.row.tenant_id !== tenantId) {
      throw refused('EVALUATE', {
        code: 'NOT_FOUND',
        detail: `Expected to find process definition with key '${definitionKey}', but none found`,
      });
    }
    const evaluationKey = await keys.take();
    const globals = await batch.globals(tenantId);
    const started: { definitionKey: Key; processInstanceKey: Key }[] = [];
    for (const row of await findConditionalStarts(database, tenantId, definitionKey)) {
      const deployed = await definitions.byKey(row.definition_key as Key);
      const holds = deployed?.definition.startTriggers.some(
        (trigger) =>
          trigger.elementId === row.element_id &&
          (trigger.part?.index ?? null) === row.part_index &&
          startConditionHolds(trigger, variables, batch.nowMs, globals),
      );
      if (holds !== true) continue;
      const begun = await beginByTrigger(batch, row, variables);
      if (begun.ok && begun.key !== null)
        started.push({ definitionKey: row.definition_key as Key, processInstanceKey: begun.key });
    }
    return { evaluationKey, started };
  },
});
