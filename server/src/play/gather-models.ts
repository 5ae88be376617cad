import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compileBpmn, compileDmn } from '@baton/engine';
import type { CompileResult } from '@baton/engine';
import type { PlayFile } from '../api/play-input.ts';

/** What other models may mean by an id, and what a model means itself. */
interface Known {
  readonly file: PlayFile;
  /** `process order`, `decision discount`, `form review`. */
  readonly ids: readonly string[];
  readonly needs: readonly string[];
}

/** A model and what it calls and asks of the files beside it, and what those need. Forms of the folder come along. */
export const gatherModels = async (model: string): Promise<readonly PlayFile[]> => {
  const folder = dirname(model);
  const first = await read(folder, basename(model));
  const names = (await readdir(folder)).filter((name) => /\.(bpmn|dmn|form)$/i.test(name)).sort();
  const others: Known[] = [];
  for (const name of names) if (name !== basename(model)) others.push(await read(folder, name));

  const gathered = [first];
  const seen = new Set(first.ids);
  const add = (known: Known): void => {
    if (known.ids.some((id) => seen.has(id))) return;
    for (const id of known.ids) seen.add(id);
    gathered.push(known);
  };
  for (const { needs } of gathered)
    for (const id of needs) {
      const known = seen.has(id) ? undefined : others.find(({ ids }) => ids.includes(id));
      if (known !== undefined) add(known);
    }
  for (const known of others) if (known.ids.some((id) => id.startsWith('form '))) add(known);
  return gathered.map(({ file }) => file);
};

const read = async (folder: string, name: string): Promise<Known> => {
  const file = { name, content: await readFile(join(folder, name), 'utf8') };
  return { file, ...(await idsOf(file)) };
};

/** A file that cannot be read has no ids: whoever means it is told that it is not there. */
const idsOf = async ({ name, content }: PlayFile): Promise<Pick<Known, 'ids' | 'needs'>> => {
  if (/\.bpmn$/i.test(name)) return bpmnIds(await compileBpmn(content));
  if (/\.dmn$/i.test(name)) {
    const compiled = await compileDmn(content);
    return { ids: compiled.ok ? [...compiled.model.decisions.keys()].map((id) => `decision ${id}`) : [], needs: [] };
  }
  try {
    const { id } = JSON.parse(content) as { readonly id?: unknown };
    return { ids: typeof id === 'string' ? [`form ${id}`] : [], needs: [] };
  } catch {
    return { ids: [], needs: [] };
  }
};

const bpmnIds = (compiled: CompileResult): Pick<Known, 'ids' | 'needs'> => {
  if (!compiled.ok) return { ids: [], needs: [] };
  return {
    ids: compiled.processes.map(({ id }) => `process ${id}`),
    needs: compiled.processes.flatMap(({ calledProcessIds, calledDecisionIds }) => [
      ...calledProcessIds.map(({ processId }) => `process ${processId}`),
      ...calledDecisionIds.map(({ decisionId }) => `decision ${decisionId}`),
    ]),
  };
};
