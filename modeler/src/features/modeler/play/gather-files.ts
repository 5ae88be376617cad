import { readDraft, draftsQuery, type Draft, type DraftSummary } from '../../../api/drafts';
import { readDeployedDecision } from '../../../api/decision-definitions';
import { readDeployedForm } from '../../../api/forms';
import { processDefinitionsQuery, processDefinitionXmlQuery } from '../../../api/process-definitions';
import type { PlayFile } from '../../../api/plays';
import { queryClient } from '../../../api/query-client';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { processIds, referencedIds } from './referenced-ids';

/** As many as the server takes. */
const maxFiles = 100;

/** Looks for a model by an id inside of it: among the drafts, then among what is deployed. Null where there is none. */
type Find = (id: string) => Promise<PlayFile | null>;

/**
 * The model and everything that it needs, and that those need: drafts go before what is deployed. What is found nowhere
 * is left out; the play tells when it comes to it.
 */
export async function gatherFiles(model: PlayFile): Promise<readonly PlayFile[]> {
  const drafts = await queryClient.fetchQuery({ ...draftsQuery(), staleTime: 0 });
  const files: PlayFile[] = [model];
  const seen = new Set(processIds(model.content).map((id) => `process ${id}`));
  const add = async (kind: string, ids: readonly string[], find: Find): Promise<void> => {
    for (const id of ids) {
      if (seen.has(`${kind} ${id}`) || files.length >= maxFiles) continue;
      seen.add(`${kind} ${id}`);
      const file = await find(id);
      if (file === null || files.some(({ content }) => content === file.content)) continue;
      for (const processId of processIds(file.content)) seen.add(`process ${processId}`);
      files.push({ ...file, name: freeName(file.name, files) });
    }
  };
  for (let at = 0; at < files.length; at += 1) {
    const { name, content } = files[at] as PlayFile;
    if (!name.endsWith('.bpmn')) continue;
    const { processes, forms, decisions } = referencedIds(content);
    await add('process', processes, (id) => findProcess(drafts, id));
    await add('form', forms, (id) => findForm(drafts, id));
    await add('decision', decisions, (id) => findDecision(drafts, id));
  }
  return files;
}

const fileOf = ({ name, kind, content }: Draft): PlayFile => ({ name: fileNameOf(name, kind), content });

/** Two drafts may bear the same name. */
function freeName(name: string, files: readonly PlayFile[]): string {
  if (files.every((file) => file.name !== name)) return name;
  return `${files.length}-${name}`;
}

async function findProcess(drafts: readonly DraftSummary[], id: string): Promise<PlayFile | null> {
  const draft = drafts.find(({ kind, resourceId }) => kind === 'bpmn' && resourceId === id);
  if (draft !== undefined) return fileOf(await readDraft(draft.draftId));
  const search = { filter: { processDefinitionId: id, isLatestVersion: true }, page: { limit: 1 } };
  const [latest] = (await queryClient.fetchQuery({ ...processDefinitionsQuery(search), staleTime: 0 })).items;
  if (latest === undefined) return null;
  const content = await queryClient.fetchQuery(processDefinitionXmlQuery(latest.processDefinitionKey));
  return { name: `${id}.bpmn`, content };
}

async function findForm(drafts: readonly DraftSummary[], id: string): Promise<PlayFile | null> {
  const draft = drafts.find(({ kind, resourceId }) => kind === 'form' && resourceId === id);
  if (draft !== undefined) return fileOf(await readDraft(draft.draftId));
  const deployed = await readDeployedForm(id);
  return deployed === null ? null : { name: `${id}.form`, content: deployed.schema };
}

/** A draft of decisions is known by the id of its file; which decisions are in it, its content tells. */
async function findDecision(drafts: readonly DraftSummary[], id: string): Promise<PlayFile | null> {
  for (const { kind, draftId } of drafts) {
    if (kind !== 'dmn') continue;
    const draft = await readDraft(draftId);
    const document = new DOMParser().parseFromString(draft.content, 'application/xml');
    const decisions = [...document.getElementsByTagNameNS('*', 'decision')];
    if (decisions.some((decision) => decision.getAttribute('id') === id)) return fileOf(draft);
  }
  const xml = await readDeployedDecision(id);
  return xml === null ? null : { name: `${id}.dmn`, content: xml };
}
