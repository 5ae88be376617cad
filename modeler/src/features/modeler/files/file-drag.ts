import { useState, type DragEvent } from 'react';
import { changeFolder } from '../../../api/folders';
import { moveDraft } from '../../../api/drafts';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { toastProblem } from '../../../ui/toast';

/** What can be moved to a folder. */
export type MovedFile =
  | { readonly type: 'draft'; readonly id: string; readonly name: string }
  | { readonly type: 'folder'; readonly id: string; readonly name: string };

/** Moves a draft or a folder; null is the top. Says why where it does not work. */
export async function moveFile(file: MovedFile, folderId: string | null): Promise<boolean> {
  try {
    await (file.type === 'draft' ? moveDraft(file.id, folderId) : changeFolder(file.id, { parentId: folderId }));
    return true;
  } catch (error) {
    toastProblem(error, t('{{name}} was not moved', { name: file.name }));
    return false;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  }
}

// A drag tells what it carries only when it is dropped; where it may be dropped has to be known before.
let dragged: MovedFile | null = null;

/** Makes a row something that can be dragged onto a folder. */
export function dragSource(file: MovedFile) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragged = file;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', file.name);
    },
    onDragEnd: () => {
      dragged = null;
    },
  };
}

/** Makes something a place to drop drafts and folders on; null is the top. `isOver` while one hovers over it. */
export function useDropTarget(folderId: string | null) {
  const [isOver, setOver] = useState(false);
  const takes = () => dragged !== null && dragged.id !== folderId;
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes()) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (dragged === null || !takes()) return;
        event.preventDefault();
        void moveFile(dragged, folderId);
        dragged = null;
      },
    },
  };
}
