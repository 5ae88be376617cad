import { asKey, conditionalOf } from '@baton/engine';
import type { ProcessDefinition } from '@baton/engine';
import { z } from 'zod';
import { elementTypes } from '../store/searches/enum-values.ts';
import { jobKinds, listenerEvents } from '../store/searches/job-plan.ts';
import type { WaitStateRow } from '../store/searches/wait-state-plan.ts';
import type { Definitions } from '../runtime/definitions.ts';
import { keyText } from './answer.ts';
import { keyType, tenantType } from './operation/answer-types.ts';

const detailsType = z.discriminatedUnion('waitStateType', [
  z.strictObject({
    waitStateType: z.literal('JOB'),
    jobKey: keyType,
    jobType: z.string(),
    jobKind: z.enum(jobKinds),
    listenerEventType: z.enum(listenerEvents).nullable(),
    retries: z.int().nullable(),
  }),
  z.strictObject({ waitStateType: z.literal('USER_TASK'), taskKey: keyType, dueDate: z.string().nullable() }),
  z.strictObject({
    waitStateType: z.literal('MESSAGE'),
    messageName: z.string(),
    correlationKey: z.string().nullable(),
  }),
  z.strictObject({
    waitStateType: z.literal('TIMER'),
    dueDate: z.int().nullable().describe('Epoch milliseconds.'),
    repetitions: z.int().nullable().describe('How often it fires from now on; -1 without end.'),
  }),
  z.strictObject({ waitStateType: z.literal('SIGNAL'), signalName: z.string() }),
  z.strictObject({
    waitStateType: z.literal('CONDITION'),
    expression: z.string(),
    events: z.array(z.enum(['create', 'update'])).describe('Which changes of variables count.'),
  }),
]);

export const waitStateType = z
  .strictObject({
    rootProcessInstanceKey: keyType.nullable(),
    processInstanceKey: keyType,
    elementInstanceKey: keyType,
    elementId: z.string(),
    elementType: z.enum(Object.keys(elementTypes)),
    tenantId: tenantType,
    bpmnProcessId: z.string(),
    details: detailsType,
  })
  .meta({ id: 'ElementInstanceWaitState' });
type Details = z.input<typeof detailsType>;

/** What an element instance waits for. A condition is read in the model: `of` knows the definitions of those. */
const waitStateAnswer =
  (of: ReadonlyMap<number, ProcessDefinition>) =>
  (row: WaitStateRow): z.input<typeof waitStateType> => ({
    rootProcessInstanceKey: keyText(row.root_key),
    processInstanceKey: keyText(row.process_instance_key),
    elementInstanceKey: keyText(row.element_instance_key),
    elementId: row.element_id,
    elementType: row.element_type,
    tenantId: row.tenant_id,
    bpmnProcessId: row.process_id,
    details: detailsOf(row, of),
  });

const detailsOf = (row: WaitStateRow, definitions: ReadonlyMap<number, ProcessDefinition>): Details => {
  const { wait_type: waitStateType, name, detail, number } = row;
  switch (waitStateType) {
    case 'JOB': {
      const event = row.listener_event as (typeof listenerEvents)[number];
      return {
        waitStateType,
        jobKey: keyText(row.wait_key),
        jobType: name ?? '',
        jobKind: detail as (typeof jobKinds)[number],
        listenerEventType: event === 'UNSPECIFIED' ? null : event,
        retries: number,
      };
    }
    case 'USER_TASK':
      return { waitStateType, taskKey: keyText(row.wait_key), dueDate: name };
    case 'MESSAGE':
      return { waitStateType, messageName: name ?? '', correlationKey: detail };
    case 'TIMER':
      return { waitStateType, dueDate: row.due_ms, repetitions: number };
    case 'SIGNAL':
      return { waitStateType, signalName: name ?? '' };
    case 'CONDITION': {
      const definition = definitions.get(row.definition_key);
      if (definition === undefined)
        throw new Error(`Expected definition ${row.definition_key} of a condition, found none.`);
      const { condition, variableEvents } = conditionalOf(definition, {
        targetId: row.target_id ?? '',
        eventIndex: number ?? 0,
      });
      return { waitStateType, expression: condition.text, events: [...variableEvents] };
    }
  }
};

/** Looks up what the model says of the conditions among some rows, and answers how to show them all. */
export const waitStateAnswers = async (
  definitions: Definitions,
  rows: readonly WaitStateRow[],
): Promise<(row: WaitStateRow) => z.input<typeof waitStateType>> => {
  const found = new Map<number, ProcessDefinition>();
  for (const row of rows) {
    if (row.wait_type !== 'CONDITION' || found.has(row.definition_key)) continue;
    const deployed = await definitions.byKey(asKey(row.definition_key));
    if (deployed !== null) found.set(row.definition_key, deployed.definition);
  }
  return waitStateAnswer(found);
};

export const waitStateExample: z.input<typeof waitStateType> = {
  rootProcessInstanceKey: '1000000101',
  processInstanceKey: '1000000101',
  elementInstanceKey: '1000000110',
  elementId: 'paid',
  elementType: 'INTERMEDIATE_CATCH_EVENT',
  tenantId: '<default>',
  bpmnProcessId: 'order',
  details: { waitStateType: 'MESSAGE', messageName: 'payment', correlationKey: 'o-1' },
};
