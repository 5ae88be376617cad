import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { readDraft } from '../../../api/drafts';
import { ProblemError } from '../../../api/problem-error';
import { versionQuery } from '../../../api/versions';
import { t } from '../../../language/texts';
import { LinkButton } from '../../../shared/link/link-button';
import { usePageTitle } from '../../../shared/page/page-title';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { IconHistory } from '../../../ui/icons';
import { Page } from '../../../ui/page';
import { ProblemNotice } from '../../../ui/problem-notice';
import { RelativeTime } from '../../../ui/relative-time';
import { Skeleton } from '../../../ui/skeleton';
import { ReadOnlyModel } from '../view/read-only-model';
import { kindOfContent } from '../saving/kind-of-content';
import { askAndRestore } from './ask-and-restore';
import { versionTitle } from './version-words';
import parts from '../parts/parts.module.css';
import classes from './version-page.module.css';

const route = getRouteApi('/modeler/$draftId/versions/$versionId');

/** A version of a draft, to be looked at and restored. */
export function VersionPage() {
  const { draftId, versionId } = route.useParams();
  const navigate = useNavigate();
  const version = useQuery(versionQuery(draftId, versionId));
  usePageTitle(version.data === undefined ? null : `${version.data.draftName}, ${versionTitle(version.data)}`);

  if (version.isPending) return <Skeleton height="100%" aria-busy="true" />;
  if (version.isError) {
    const isGone = version.error instanceof ProblemError && version.error.status === 404;
    return (
      <Page>
        {isGone ? (
          <EmptyState
            icon={<IconHistory size={32} />}
            title={t('There is no such version')}
            hint={t('It was deleted, or there were many newer ones. Versions with a name are kept.')}
          >
            <LinkButton to="/modeler/$draftId" params={{ draftId }}>
              {t('Open the draft')}
            </LinkButton>
          </EmptyState>
        ) : (
          <ProblemNotice
            title={t('The version could not be read')}
            error={version.error}
            onRetry={() => void version.refetch()}
          />
        )}
      </Page>
    );
  }
  const { draftName, description, author, createdAt, content } = version.data;
  const restore = async () => {
    const isRestored = await askAndRestore(version.data, async () => (await readDraft(draftId)).revision);
    if (isRestored) await navigate({ to: '/modeler/$draftId', params: { draftId } });
  };
  return (
    <div className={parts['editor']}>
      <div className={parts['toolbar']} role="toolbar" aria-label={t('Version')}>
        <span className={classes['name']}>{draftName}</span>
        <span className={classes['title']}>{versionTitle(version.data)}</span>
        <span className={classes['when']}>
          {author !== null && <span>{author}</span>}
          <RelativeTime at={createdAt} />
        </span>
        <span className={parts['gap']} />
        <span className={parts['actions']}>
          <Button variant="default" onClick={() => void restore()}>
            {t('Restore…')}
          </Button>
          <LinkButton to="/modeler/$draftId" params={{ draftId }}>
            {t('Open the draft')}
          </LinkButton>
        </span>
      </div>
      {description !== null && <p className={classes['description']}>{description}</p>}
      <div className={parts['body']}>
        <ReadOnlyModel kind={kindOfContent(content)} name={draftName} content={content} />
      </div>
    </div>
  );
}
