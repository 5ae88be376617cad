import { Link, useRouterState } from '@tanstack/react-router';
import { t } from '../../language/texts';
import { useCurrentPageTitle } from '../../shared/page/page-title';
import { IconChevronRight } from '../../ui/icons';
import { destinationOf } from './destinations';
import classes from './shell.module.css';

/** Where one is: the place, and what the page says it shows. */
export function Breadcrumb() {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const title = useCurrentPageTitle();
  const place = destinationOf(pathname);
  const steps = title !== null && title !== place?.label ? title : null;
  return (
    <nav aria-label={t('Breadcrumb')} style={{ minWidth: 0 }}>
      <ol className={classes['crumbs']}>
        {place !== null && (
          <li>{steps === null ? <span>{place.label}</span> : <Link to={place.to}>{place.label}</Link>}</li>
        )}
        {steps !== null && (
          <li>
            {place !== null && <IconChevronRight size={14} aria-hidden />}
            <span aria-current="page" title={steps}>
              {steps}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
