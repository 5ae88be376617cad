import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A scrolling page with comfortable margins; canvas pages do without it and fill the whole space. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['page']}>
      <div className={classes['inner']}>{children}</div>
    </div>
  );
}
