import { z } from 'zod';
import { startTask } from '../runtime/instance-commands.ts';
import type { StartTask, Started } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import type { Permitted } from './found-row.ts';
import { key, tags, tenantId, text, variables } from './input.ts';
import { namedTenantOf, tenantOf } from './tenant-of.ts';

/** The fields that name what is started: exactly one of key and id; version -1 or none means the newest. */
export const processInput = z.strictObject({
  processDefinitionKey: key.nullish(),
  processDefinitionId: text().nullish(),
  processDefinitionVersion: z.number().int().nullish(),
});

/** The fields that one instance begins with. */
export const instanceInput = z.strictObject({
  variables: variables.nullish(),
  tenantId,
  tags: tags.nullish(),
  businessId: text(256).min(1).nullish(),
});

/** What a start names, in a tenant. Throws INVALID_ARGUMENT unless it is exactly one process. */
export const processOf = (
  call: Permitted,
  input: z.output<typeof processInput>,
  tenant: string | null | undefined,
): StartTask['process'] => {
  const { processDefinitionKey, processDefinitionId, processDefinitionVersion } = input;
  if (processDefinitionKey != null && processDefinitionId == null)
    return { definitionKey: processDefinitionKey, tenantId: namedTenantOf(call, tenant) };
  if (processDefinitionId == null || processDefinitionKey != null) {
    throw new Refusal('INVALID_ARGUMENT', 'Expected exactly one of processDefinitionKey and processDefinitionId.');
  }
  const version = processDefinitionVersion ?? -1;
  return {
    tenantId: tenantOf(call, tenant),
    processId: processDefinitionId,
    version: version === -1 ? { latest: true } : { number: version },
  };
};

/** The task that starts one instance. */
export const startOf = (
  process: StartTask['process'],
  input: z.output<typeof instanceInput> & Pick<StartTask, 'startInstructions' | 'terminateAfter'>,
  actor: string | null,
): Task<Started> =>
  startTask({
    process,
    variables: input.variables ?? {},
    businessId: input.businessId ?? null,
    tags: input.tags ?? [],
    startInstructions: input.startInstructions,
    terminateAfter: input.terminateAfter,
    actor,
  });
