import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { infoQuery } from '../../api/info';
import { settingsQuery } from '../../api/settings';
import { t } from '../../language/texts';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { SectionHead } from './section-head';
import classes from './settings-section.module.css';

const logins = {
  none: t('Nobody is asked. Everybody who reaches this server may do everything (BATON_AUTH=off).'),
  password: t('By username and password, API tokens and OAuth client credentials of this server.'),
  'identity-provider': t(
    'By the identity provider (BATON_OIDC_ISSUER), and by username, password and tokens of this server.',
  ),
} as const;

/** How this server is set up. Settings are made where it is started, and shown here. */
export function SettingsSection() {
  const info = useQuery(infoQuery());
  const settings = useQuery(settingsQuery());
  return (
    <>
      <SectionHead
        title={t('Settings')}
        about={t(
          'Settings come from the environment in which the server is started; the README lists them all. What matters for this server:',
        )}
      />
      {info.isError ? (
        <ProblemNotice
          title={t('The settings could not be read')}
          error={info.error}
          onRetry={() => void info.refetch()}
        />
      ) : info.data === undefined ? (
        <Skeleton height={160} />
      ) : (
        <dl className={classes['list']}>
          <dt>{t('Version')}</dt>
          <dd>{info.data.version}</dd>
          <dt>{t('Database')}</dt>
          <dd>
            {info.data.database === 'sqlite'
              ? t('SQLite, one file beside the server')
              : t('PostgreSQL, for one or many servers')}
          </dd>
          <dt>{t('Environment')}</dt>
          <dd>{info.data.environment ?? t('none (BATON_ENVIRONMENT)')}</dd>
          <dt>{t('Signing in')}</dt>
          <dd>{logins[info.data.login]}</dd>
        </dl>
      )}
      <h2 className={classes['head']}>{t('All settings in effect')}</h2>
      {settings.isError ? (
        <ProblemNotice
          title={t('The settings could not be read')}
          error={settings.error}
          onRetry={() => void settings.refetch()}
        />
      ) : settings.data === undefined ? (
        <Skeleton height={320} />
      ) : (
        <dl className={`${classes['list']} ${classes['wide']}`}>
          {settings.data.map(({ name, value }) => (
            <Fragment key={name}>
              <dt className={classes['name']}>{name}</dt>
              <dd>{value ?? <span className={classes['none']}>{t('not set')}</span>}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}
