import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { draftsQuery } from '../../api/drafts';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { IconForms, IconSchema, IconTable } from '../../ui/icons';
import { Panel } from '../../ui/panel';
import { ProblemNotice } from '../../ui/problem-notice';
import { RelativeTime } from '../../ui/relative-time';
import { PanelSkeleton } from './panel-skeleton';
import classes from './home.module.css';

const icons = { bpmn: IconSchema, form: IconForms, dmn: IconTable } as const;

/** The drafts that were worked on last. */
export function RecentDrafts() {
  const drafts = useQuery(draftsQuery());
  return (
    <Panel title={t('Recent drafts')} aside={<TextLink to="/modeler">{t('Modeler')}</TextLink>}>
      {drafts.isPending ? (
        <PanelSkeleton />
      ) : drafts.isError ? (
        <ProblemNotice
          title={t('Drafts could not be read')}
          error={drafts.error}
          onRetry={() => void drafts.refetch()}
        />
      ) : drafts.data.length === 0 ? (
        <p className={classes['quiet']}>
          {t('No drafts yet. What you draw or open is kept here while you work on it.')}
        </p>
      ) : (
        <ul className={classes['lines']}>
          {drafts.data.slice(0, 6).map(({ draftId, name, kind, resourceId, updatedAt }) => {
            const Icon = icons[kind];
            return (
              <li key={draftId}>
                <Link to="/modeler/$draftId" params={{ draftId }} className={classes['line']}>
                  <Icon size={17} aria-hidden />
                  <span className={classes['lineText']}>
                    <b>{name}</b>
                    <span>{resourceId ?? ' '}</span>
                  </span>
                  <RelativeTime at={updatedAt} />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
