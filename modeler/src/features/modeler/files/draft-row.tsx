import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteDraft, type DraftSummary } from '../../../api/drafts';
import type { Folder } from '../../../api/folders';
import { queryClient } from '../../../api/query-client';
import { t } from '../../../language/texts';
import { confirm } from '../../../ui/confirm';
import { IconForms, IconSchema, IconTable } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { MoreMenu } from '../../../ui/more-menu';
import { RelativeTime } from '../../../ui/relative-time';
import { toastProblem } from '../../../ui/toast';
import { indexedPendingStore } from '../saving/pending-store';
import { dragSource } from './file-drag';
import { pathName } from './folder-tree';
import { MoveDialog } from './move-dialog';
import { RenameDraftDialog } from './rename-draft-dialog';
import { renameKey } from './rename-key';
import classes from './file-list.module.css';

/** What the kinds of drafts are called, and their icons. */
export const draftKinds = {
  bpmn: { word: t('Process'), icon: IconSchema },
  form: { word: t('Form'), icon: IconForms },
  dmn: { word: t('Decision'), icon: IconTable },
} as const;

export interface DraftRowProps {
  readonly draft: DraftSummary;
  readonly folders: readonly Folder[];
  /** Whether to say in which folder it is. */
  readonly showsPlace: boolean;
}

/** A draft in the list: opens on click, can be dragged onto a folder. */
export function DraftRow({ draft, folders, showsPlace }: DraftRowProps) {
  const [dialog, setDialog] = useState<'rename' | 'move' | null>(null);
  const { draftId, name, folderId } = draft;
  const { word, icon: Icon } = draftKinds[draft.kind];
  const place = showsPlace && folderId !== null ? pathName(folders, folderId) : '';
  const remove = async () => {
    const isSure = await confirm({
      title: t('Delete “{{name}}”?', { name }),
      message: t(
        'The draft is deleted for everybody with its versions and cannot be brought back. What was deployed from it goes on running.',
      ),
      action: t('Delete draft'),
    });
    if (!isSure) return;
    try {
      await deleteDraft(draftId);
      await indexedPendingStore.removeDraft(draftId).catch(() => undefined);
    } catch (error) {
      toastProblem(error, t('The draft was not deleted'));
    }
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  };
  const file = { type: 'draft', id: draftId, name } as const;
  return (
    <li className={classes['row']} {...dragSource(file)} {...renameKey(() => setDialog('rename'))}>
      <Link to="/modeler/$draftId" params={{ draftId }} className={classes['open']} draggable={false}>
        <Icon size={17} aria-hidden />
        <span className={classes['name']}>
          {name}
          {place !== '' && <span className={classes['place']}>{place}</span>}
        </span>
        <span className={classes['id']}>{draft.resourceId ?? ''}</span>
        <span className={classes['kind']}>{word}</span>
        <span
          className={classes['when']}
          title={draft.updatedBy === null ? undefined : t('Saved by {{name}}', { name: draft.updatedBy })}
        >
          <RelativeTime at={draft.updatedAt} />
        </span>
      </Link>
      <span className={classes['tail']}>
        <MoreMenu label={t('Actions for {{name}}', { name })}>
          <Menu.Item onClick={() => setDialog('rename')}>{t('Rename…')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('move')}>{t('Move to…')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void remove()}>
            {t('Delete…')}
          </Menu.Item>
        </MoreMenu>
      </span>
      {dialog === 'rename' && <RenameDraftDialog draft={draft} onClose={() => setDialog(null)} />}
      {dialog === 'move' && (
        <MoveDialog file={file} from={folderId} folders={folders} onClose={() => setDialog(null)} />
      )}
    </li>
  );
}
