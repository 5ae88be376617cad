import { deploy } from '../../api/deployments';
import { fileNameOf } from '../../shared/drafts/new-documents';
import { deployProcess } from '../../shared/deploy/deploy-process';
import { comparableText } from './comparable';
import { pathJoint } from '../../shared/model/compared-element';
import { describeBpmn } from '../../shared/model/describe-bpmn';
import type { ReadComparable } from './read-comparable';

/** Where a task or start event names the form that is shown for it. */
const formIdPath = `Form definition${pathJoint}Form id`;

/**
 * Deploys the model of one side as it stands there, a process with the form drafts that it links to.
 *
 * @returns what was deployed, as an address holds it; null where only drafts of it can be compared
 * @throws {ProblemError} when the engine refuses it
 */
export async function deployCompared({ name, notation, content }: ReadComparable): Promise<string | null> {
  if (notation !== 'bpmn') {
    await deploy([{ name: fileNameOf(name, notation), content }]);
    return null;
  }
  const formIds = (await describeBpmn(content)).flatMap(({ properties }) => properties.get(formIdPath) ?? []);
  const [first] = await deployProcess(name, content, [...new Set(formIds)]);
  return first === undefined
    ? null
    : comparableText({ kind: 'process', processDefinitionKey: first.processDefinitionKey });
}
