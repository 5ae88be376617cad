import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { infoQuery } from '../../api/info';
import { settingsQuery } from '../../api/settings';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { SectionHead } from './section-head';
import classes from './settings-section.module.css';

const logins = {
  none: 'Nobody is asked. Everybody who reaches this server may do everything (BATON_AUTH=off).',
  password: 'By username and password, API tokens and OAuth client credentials of this server.',
  'identity-provider':
    'By the identity provider (BATON_OIDC_ISSUER), and by username, password and tokens of this server.',
} as const;

/** How this server is set up. Settings are made where it is started, and shown here. */
export function SettingsSection() {
  const info = useQuery(infoQuery());
  const settings = useQuery(settingsQuery());
  return (
    <>
      <SectionHead
        title="Settings"
        about="Settings come from the environment in which the server is started; the README lists them all. What matters for this server:"
      />
      {info.isError ? (
        <ProblemNotice title="The settings could not be read" error={info.error} onRetry={() => void info.refetch()} />
      ) : info.data === undefined ? (
        <Skeleton height={160} />
      ) : (
        <dl className={classes['list']}>
          <dt>Version</dt>
          <dd>{info.data.version}</dd>
          <dt>Database</dt>
          <dd>
            {info.data.database === 'sqlite'
              ? 'SQLite, one file beside the server'
              : 'PostgreSQL, for one or many servers'}
          </dd>
          <dt>Environment</dt>
          <dd>{info.data.environment ?? 'none (BATON_ENVIRONMENT)'}</dd>
          <dt>Signing in</dt>
          <dd>{logins[info.data.login]}</dd>
        </dl>
      )}
      <h2 className={classes['head']}>All settings in effect</h2>
      {settings.isError ? (
        <ProblemNotice
          title="The settings could not be read"
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
              <dd>{value ?? <span className={classes['none']}>not set</span>}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}
