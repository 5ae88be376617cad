import { Link, useRouterState } from '@tanstack/react-router';
import { t } from '../../language/texts';
import { useStoredState } from '../../shared/browser/use-stored-state';
import { IconInfoCircle, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '../../ui/icons';
import { BrandMark } from './brand-mark';
import { destinationOf, useDestinations } from './destinations';
import classes from './shell.module.css';

/** Pixels below which the page needs the room of the labels, as on a tablet. */
const roomForLabels = 1024;

/** The left rail: where one can go. Collapses to icons and remembers it. (Default: icons where it is narrow.) */
export function Rail() {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [slim, setSlim] = useStoredState('baton.rail.slim', window.innerWidth < roomForLabels);
  const destinations = useDestinations();
  const here = destinationOf(pathname);
  const Toggle = slim ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const toggleLabel = slim ? t('Show labels') : t('Collapse');
  return (
    <nav className={`${classes['rail']} ${slim ? classes['slim'] : ''}`} aria-label={t('Main')}>
      <Link to="/" className={classes['brand']} aria-label={t('Baton, go to Home')}>
        <BrandMark />
        <span className={classes['label']}>Baton</span>
      </Link>
      <div className={classes['nav']}>
        {destinations.map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={classes['item']}
            aria-current={here?.to === to ? 'page' : undefined}
            aria-label={label}
            title={slim ? label : undefined}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            <span className={classes['label']}>{label}</span>
          </Link>
        ))}
      </div>
      <div className={classes['railFoot']}>
        <Link to="/about" className={classes['item']} aria-label={t('About')} title={slim ? t('About') : undefined}>
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
          <span className={classes['label']}>{t('About')}</span>
        </Link>
        <button
          type="button"
          className={`${classes['item']} ${classes['collapse']}`}
          aria-label={slim ? t('Show the labels of the navigation') : t('Collapse the navigation')}
          title={slim ? toggleLabel : undefined}
          onClick={() => setSlim(!slim)}
        >
          <Toggle size={18} stroke={1.7} aria-hidden />
          <span className={classes['label']}>{toggleLabel}</span>
        </button>
      </div>
    </nav>
  );
}
