import { z } from 'zod';
import { findRow } from '../store/searches/find-row.ts';
import { findScopeVariables } from '../store/searches/find-scope-variables.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { Started } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Waiting } from '../runtime/instance-watch.ts';
import { keyText, stored } from './answer.ts';
import { operationReference, text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { keyType, tenantType, variablesType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { instanceInput, processInput, processOf, startOf } from './start-input.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

const start = z.strictObject({
  ...processInput.shape,
  ...instanceInput.shape,
  operationReference,
  startInstructions: z
    .array(z.strictObject({ elementId: text().min(1) }))
    .max(1_000)
    .nullish()
    .describe('Elements that begin in place of the start event; scopes around them are made.'),
  runtimeInstructions: z
    .array(
      z.strictObject({
        type: z
          .string()
          .transform((value) => value.toUpperCase())
          .pipe(z.literal('TERMINATE_PROCESS_INSTANCE'))
          .nullish(),
        afterElementId: text().min(1),
      }),
    )
    .max(100)
    .nullish()
    .describe('The instance is terminated as soon as one of these elements has completed or was terminated.'),
  awaitCompletion: z.boolean().nullish(),
  fetchVariables: z.array(text()).max(1_000).nullish(),
  requestTimeout: wholeNumber(-maxDurationMs, maxDurationMs).nullish(),
});

/** What is answered of an instance that was started. */
export const startedType = z
  .strictObject({
    processInstanceKey: keyType,
    processDefinitionKey: keyType,
    processDefinitionId: z.string(),
    processDefinitionVersion: z.int(),
    tenantId: tenantType,
    tags: z.array(z.string()),
    businessId: z.string().nullable(),
    variables: variablesType,
  })
  .meta({ id: 'StartedProcessInstance' });

/** Example of what a start answers. */
export const startedExample: z.input<typeof startedType> = {
  processInstanceKey: '1000000101',
  processDefinitionKey: '1000000003',
  processDefinitionId: 'invoice',
  processDefinitionVersion: 2,
  tenantId: '<default>',
  tags: [],
  businessId: 'INV-2030-17',
  variables: {},
};

/** What a start answers at once. */
export const startedAnswer = (
  started: Started,
  {
    tags,
    businessId,
  }: { readonly tags?: string[] | null | undefined; readonly businessId?: string | null | undefined },
): z.input<typeof startedType> => ({
  processInstanceKey: keyText(started.processInstanceKey),
  processDefinitionKey: keyText(started.definitionKey),
  processDefinitionId: started.processId,
  processDefinitionVersion: started.version,
  tenantId: started.tenantId,
  tags: tags ?? [],
  businessId: businessId ?? null,
  variables: {},
});

const defaultWaitMs = 10_000;
const maxWaitMs = 600_000;

/** Starts an instance and, when asked to, waits for its end. */
export const createInstanceOperation = (runtime: Runtime): Operation =>
  operation({
    id: 'createProcessInstance',
    method: 'POST',
    path: '/v2/process-instances',
    tag: 'Process instances',
    summary: 'Start a process instance',
    description:
      'The latest version of an id, a version of an id, or a version by its key. With `awaitCompletion` the answer comes when the instance has completed, with the variables of its outermost scope (those of `fetchVariables` when some are named).',
    body: body(start),
    answer: json(startedType),
    refusals: ['NOT_FOUND', 'INVALID_STATE', 'DEADLINE_EXCEEDED'],
    isRepeatable: true,
    access: needs('PROCESS_DEFINITION', 'CREATE_PROCESS_INSTANCE'),
    isLimitable: true,
    example: {
      body: { processDefinitionId: 'invoice', variables: { amount: 1_250 }, businessId: 'INV-2030-17' },
      answer: startedExample,
    },
    run: async (call) => {
      const input = call.body;
      const started = await submit(
        runtime,
        call,
        startOf(processOf(call, input, input.tenantId), { ...input, ...instructionsOf(input) }, call.caller),
      );
      const answer = startedAnswer(started, input);
      if (input.awaitCompletion !== true) return answer;
      const asked = input.requestTimeout ?? 0;
      const waitMs = asked > 0 ? Math.min(asked, maxWaitMs) : defaultWaitMs;
      await waitForEnd(runtime, started, { waitMs, signal: call.hangUp() });
      return { ...answer, variables: await resultOf(runtime, started, input.fetchVariables ?? []) };
    },
  });

const instructionsOf = ({ startInstructions, runtimeInstructions }: z.output<typeof start>) => ({
  startInstructions: (startInstructions ?? []).map(({ elementId }) => elementId),
  terminateAfter: (runtimeInstructions ?? []).map(({ afterElementId }) => afterElementId),
});

const waitForEnd = async (runtime: Runtime, { processInstanceKey }: Started, waiting: Waiting): Promise<void> => {
  const look = async (): Promise<ProcessInstanceRow | null> => {
    const row = await findRow<ProcessInstanceRow>(runtime.database, 'process_instances', processInstanceKey);
    return row === null || row.end_ms === null ? null : row;
  };
  const ended = await runtime.watch.until(processInstanceKey, look, waiting);
  if (ended === null) {
    throw new Refusal(
      'DEADLINE_EXCEEDED',
      `Expected process instance '${processInstanceKey}' to complete within ${waiting.waitMs} ms, but it has not. It goes on; look at it by its key.`,
    );
  }
  if (ended.status === 'TERMINATED') {
    throw new Refusal(
      'INVALID_STATE',
      `Expected process instance '${processInstanceKey}' to complete, but it was canceled.`,
    );
  }
};

/** The variables of the outermost scope at the end; only those asked for when some are named. */
const resultOf = async (runtime: Runtime, { processInstanceKey }: Started, names: readonly string[]) => {
  const result = Object.create(null) as Record<string, unknown>;
  for (const { name, value } of await findScopeVariables(runtime.database, processInstanceKey)) {
    if (names.length === 0 || names.includes(name)) result[name] = stored(value);
  }
  return result;
};
