import { Outlet } from '@tanstack/react-router';
import { t } from '../../language/texts';
import { FileDropArea } from '../../shared/drafts/file-drop-area';
import { ToastHost } from '../../ui/toast-host';
import { Commands } from './commands';
import { Rail } from './rail';
import { SendLeftBehind } from './send-left-behind';
import { TopBar } from './top-bar';
import classes from './shell.module.css';

/** The frame around every page: rail, top bar, command palette, and the whole window as a place to drop files. */
export function Shell() {
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#main">
        {t('Skip to the content')}
      </a>
      <Rail />
      <TopBar />
      <main id="main" className={classes['main']} tabIndex={-1}>
        <Outlet />
      </main>
      <Commands />
      <FileDropArea />
      <ToastHost />
      <SendLeftBehind />
    </div>
  );
}
