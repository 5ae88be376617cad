import { Link, useNavigate } from '@tanstack/react-router';
import { queryClient } from '../../../api/query-client';
import { deleteVersion, type DraftVersionSummary } from '../../../api/versions';
import { t } from '../../../language/texts';
import { copyLink } from '../../../shared/link/copy-link';
import { confirm } from '../../../ui/confirm';
import { Menu } from '../../../ui/menu';
import { MoreMenu } from '../../../ui/more-menu';
import { RelativeTime } from '../../../ui/relative-time';
import { toastProblem } from '../../../ui/toast';
import { versionTitle } from './version-words';
import classes from './versions-panel.module.css';

export interface VersionRowProps {
  readonly version: DraftVersionSummary;
  /** Null where the draft is only looked at. */
  readonly onRestore: (() => void) | null;
  readonly onName: () => void;
}

/** One version in the list: opens to be looked at; what else can be done is in its menu. */
export function VersionRow({ version, onRestore, onName }: VersionRowProps) {
  const { draftId, versionId, author, createdAt, description } = version;
  const title = versionTitle(version);
  const navigate = useNavigate();
  const remove = async () => {
    const isSure = await confirm({
      title: t('Delete “{{name}}”?', { name: title }),
      message: t('The version is deleted for everybody. The draft stays as it is.'),
      action: t('Delete version'),
    });
    if (!isSure) return;
    await deleteVersion(draftId, versionId).catch((error: unknown) =>
      toastProblem(error, t('The version was not deleted')),
    );
    await queryClient.invalidateQueries({ queryKey: ['drafts', 'versions', draftId] });
  };
  return (
    <li className={classes['row']}>
      <Link to="/modeler/$draftId/versions/$versionId" params={{ draftId, versionId }} className={classes['open']}>
        <span className={version.name === null ? classes['reason'] : classes['name']}>{title}</span>
        {description !== null && <span className={classes['description']}>{description}</span>}
        <span className={classes['when']}>
          {author !== null && <span>{author}</span>}
          <RelativeTime at={createdAt} />
        </span>
      </Link>
      <MoreMenu label={t('Actions for {{name}}', { name: title })}>
        {onRestore !== null && <Menu.Item onClick={onRestore}>{t('Restore…')}</Menu.Item>}
        <Menu.Item
          onClick={() =>
            void navigate({
              to: '/compare',
              search: { left: `version.${draftId}.${versionId}`, right: `draft.${draftId}` },
            })
          }
        >
          {t('Compare with the draft')}
        </Menu.Item>
        <Menu.Item onClick={onName}>{version.name === null ? t('Name…') : t('Rename…')}</Menu.Item>
        <Menu.Item onClick={() => void copyLink(`/modeler/${draftId}/versions/${versionId}`)}>
          {t('Copy link')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => void remove()}>
          {t('Delete…')}
        </Menu.Item>
      </MoreMenu>
    </li>
  );
}
