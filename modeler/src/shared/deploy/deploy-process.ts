import { deploy, type Deployment, type DeploymentResource } from '../../api/deployments';
import { draftsQuery, readDraft } from '../../api/drafts';
import { queryClient } from '../../api/query-client';
import { fileNameOf } from '../drafts/new-documents';

/** What a deployed process is called by. */
export interface DeployedProcess {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly version: number;
}

/** The form drafts that a process links to; where several drafts have one id, the newest counts. */
export async function linkedFormResources(formIds: readonly string[]): Promise<readonly DeploymentResource[]> {
  if (formIds.length === 0) return [];
  const drafts = await queryClient.fetchQuery({ ...draftsQuery('form'), staleTime: 0 });
  const resources: DeploymentResource[] = [];
  const takenNames = new Set<string>();
  for (const formId of formIds) {
    const draft = drafts.find(({ resourceId }) => resourceId === formId);
    if (draft === undefined) continue;
    const { name, content } = await readDraft(draft.draftId);
    const byName = fileNameOf(name, 'form');
    const fileName = takenNames.has(byName.toLowerCase()) ? fileNameOf(formId, 'form') : byName;
    takenNames.add(fileName.toLowerCase());
    resources.push({ name: fileName, content });
  }
  return resources;
}

/** The processes in a deployment's answer. */
export function deployedProcesses(deployment: Deployment): readonly DeployedProcess[] {
  return deployment.deployments.flatMap(({ processDefinition }) =>
    processDefinition === null || processDefinition === undefined
      ? []
      : [
          {
            processDefinitionKey: processDefinition.processDefinitionKey,
            processDefinitionId: processDefinition.processDefinitionId,
            version: processDefinition.processDefinitionVersion,
          },
        ],
  );
}

/**
 * Deploys a process together with the form drafts that it links to.
 *
 * @throws {ProblemError} with `problem.problems` when the engine refuses the model
 */
export async function deployProcess(
  name: string,
  xml: string,
  formIds: readonly string[],
): Promise<readonly DeployedProcess[]> {
  const forms = await linkedFormResources(formIds);
  return deployedProcesses(await deploy([{ name: fileNameOf(name, 'bpmn'), content: xml }, ...forms]));
}
