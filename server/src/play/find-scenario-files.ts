import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ending = '.scenarios.json';

/** The model that a file of scenarios belongs to: `order.bpmn` beside `order.scenarios.json`. */
export const modelOf = (scenarioFile: string): string => `${scenarioFile.slice(0, -ending.length)}.bpmn`;

/**
 * The files of scenarios among files and in folders, however deep, in the order of their names. Folders whose names begin with a dot, and
 * `node_modules`, are left out. Rejects with the error of the operating system for what cannot be read.
 */
export const findScenarioFiles = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const path of paths) {
    if (statSync(path).isDirectory()) found.push(...(await inFolder(path)));
    else if (path.endsWith(ending)) found.push(path);
    else if (path.endsWith('.bpmn')) found.push(`${path.slice(0, -'.bpmn'.length)}${ending}`);
  }
  return [...new Set(found)];
};

const inFolder = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      found.push(...(await inFolder(path)));
    else if (entry.isFile() && entry.name.endsWith(ending)) found.push(path);
  }
  return found;
};
