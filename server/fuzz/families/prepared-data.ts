import { anyVariables } from '../../test/outside-world.ts';
import type { FuzzedServer } from '../fuzzed-server.ts';
import { uploadOf, variedModels } from '../models.ts';

/** Deploys some fixtures and starts an instance of each that can be started: there is something of every kind to meet. */
export const prepareData = async (server: FuzzedServer): Promise<void> => {
  for (const model of variedModels) {
    const { status, text } = await server.send({ method: 'POST', path: '/v2/deployments', ...uploadOf([model]) });
    if (status !== 200) continue;
    const { deployments } = JSON.parse(text) as {
      deployments: readonly { readonly processDefinition: { readonly processDefinitionKey: string } | null }[];
    };
    for (const { processDefinition } of deployments)
      if (processDefinition !== null)
        await server.send({
          method: 'POST',
          path: '/v2/process-instances',
          body: JSON.stringify({
            processDefinitionKey: processDefinition.processDefinitionKey,
            variables: anyVariables,
          }),
        });
  }
};
