import { processDefinitionsQuery } from '../../api/process-definitions';
import { startProcessInstance, submitStartForm, type StartedProcessInstance } from '../../api/process-instances';
import { queryClient } from '../../api/query-client';
import { currentTenant } from '../../api/tenant';

/**
 * Starts the newest version of a process. What was filled into its start form (`hasForm`) is checked by the server against the rules of the form.
 *
 * @throws {ProblemError} 400 whose message names every field that breaks a rule of the form; 404 where no version is deployed
 */
export async function startLatest(
  processId: string,
  variables: Readonly<Record<string, unknown>>,
  hasForm: boolean,
): Promise<StartedProcessInstance> {
  if (!hasForm) return startProcessInstance({ processDefinitionId: processId, variables });
  const filter = { processDefinitionId: processId, isLatestVersion: true, tenantId: currentTenant() };
  // A version that was deployed a moment ago counts.
  const found = await queryClient.fetchQuery({
    ...processDefinitionsQuery({ filter, page: { limit: 1 } }),
    staleTime: 0,
  });
  const key = found.items[0]?.processDefinitionKey;
  return key === undefined
    ? startProcessInstance({ processDefinitionId: processId, variables })
    : submitStartForm(key, variables);
}
