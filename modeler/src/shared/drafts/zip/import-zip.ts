import { createDraft, type Draft } from '../../../api/drafts';
import { createFolder, foldersQuery, type Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { classifyFile } from '../classify-file';
import { decodeText } from '../decode-text';
import { readZip } from './read-zip';

/** What became of a zip. */
export interface ImportedZip {
  readonly drafts: readonly Draft[];
  /** Why files in it were not taken, a sentence for each. */
  readonly refused: readonly string[];
}

/** Requests to the server at the same time. */
const atOnce = 4;

/**
 * Makes drafts of the models in a zip, in folders as they are in there; a folder that is there already takes what is new. A zip with files beside its folders
 * gets a folder of its name.
 *
 * @throws {Error} when the zip is refused, or holds no model
 */
export async function importZip(file: File, parentId: string | null): Promise<ImportedZip> {
  const entries = readZip(file.name, new Uint8Array(await file.arrayBuffer()));
  const refused: string[] = [];
  const models = entries.flatMap(({ folders, name, bytes }) => {
    try {
      const content = decodeText(bytes.slice().buffer, name);
      const classified = classifyFile(name, content);
      if (classified.kind !== null) return [{ folders, name: classified.name, kind: classified.kind, content }];
      refused.push(classified.reason);
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error));
    }
    return [];
  });
  if (models.length === 0) throw new Error(t('{{name}} holds no .bpmn, .form or .dmn file.', { name: file.name }));
  const isOneFolder = models.every(({ folders: [first] }) => first !== undefined && first === models[0]?.folders[0]);
  const around = isOneFolder ? [] : [file.name.replace(/\.zip$/i, '') || t('Zip')];
  const folderOf = await folderMaker(parentId);
  const drafts: Draft[] = [];
  for (let at = 0; at < models.length; at += atOnce) {
    const some = models.slice(at, at + atOnce);
    // One after the other: two models may need the same new folder.
    const placed = [];
    for (const { folders, ...model } of some)
      placed.push({ ...model, folderId: await folderOf([...around, ...folders]) });
    drafts.push(...(await Promise.all(placed.map((model) => createDraft(model)))));
  }
  return { drafts, refused };
}

/** Finds or makes the folder at the end of a path below `parentId`. */
async function folderMaker(parentId: string | null) {
  const all: Folder[] = [...(await queryClient.fetchQuery({ ...foldersQuery(), staleTime: 0 }))];
  return async (path: readonly string[]): Promise<string | null> => {
    let at = parentId;
    for (const step of path) {
      const name = step.slice(0, 200);
      let folder = all.find((each) => each.parentId === at && each.name === name);
      if (folder === undefined) {
        folder = await createFolder(name, at);
        all.push(folder);
      }
      at = folder.folderId;
    }
    return at;
  };
}
