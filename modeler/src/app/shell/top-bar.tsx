import { useQuery } from '@tanstack/react-query';
import { useLiveState } from '../../api/events';
import { infoQuery } from '../../api/info';
import { t } from '../../language/texts';
import { useMayUse } from '../../shared/user/use-may-use';
import { openCommandPalette } from '../../ui/command-palette';
import { IconSearch, IconWifiOff } from '../../ui/icons';
import { Kbd } from '../../ui/kbd';
import { Breadcrumb } from './breadcrumb';
import { LanguageSwitch } from './language-switch';
import { modifierKey } from './modifier-key';
import { NotificationsBell } from './notifications-bell';
import { ThemeSwitch } from './theme-switch';
import { AccountMenu } from './account-menu';
import { UserSwitch } from './user-switch';
import classes from './shell.module.css';

/** The bar above every page: where one is, search, connection, environment, language, theme and user. */
export function TopBar() {
  const live = useLiveState();
  const info = useQuery(infoQuery());
  const signsIn = info.data !== undefined && info.data.login !== 'none';
  const mayModel = useMayUse('modeler');
  const environment = info.data?.environment ?? null;
  return (
    <header className={classes['top']}>
      <Breadcrumb />
      <div className={classes['spacer']} />
      <span role="status" aria-live="polite">
        {live === 'lost' && (
          <span className={classes['lost']} title={t('The page shows what it last knew and goes on by itself.')}>
            <IconWifiOff size={15} aria-hidden /> {t('Reconnecting…')}
          </span>
        )}
      </span>
      {environment !== null && (
        <span className={classes['environment']} title={t('Environment of this server')}>
          {environment}
        </span>
      )}
      <button
        type="button"
        className={classes['search']}
        aria-label={t('Search or run… {{modifierKey}} K', { modifierKey })}
        onClick={openCommandPalette}
      >
        <IconSearch size={15} aria-hidden />
        <span>{t('Search or run…')}</span>
        <Kbd size="xs">{modifierKey} K</Kbd>
      </button>
      <LanguageSwitch />
      <ThemeSwitch />
      {/* Where nobody signs in nobody can be told anything; who may open no draft is told nothing yet. */}
      {signsIn && mayModel && <NotificationsBell />}
      {signsIn ? <AccountMenu /> : <UserSwitch />}
    </header>
  );
}
