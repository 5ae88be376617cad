import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What this place will show, and what brings something here. */
  readonly hint: ReactNode;
  /** The next step, as buttons. */
  readonly children?: ReactNode;
}

/** What a list shows while it has nothing: what it is for and the next step. */
export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      {icon !== undefined && <span className={classes['icon']}>{icon}</span>}
      <p className={classes['title']}>{title}</p>
      <p className={classes['hint']}>{hint}</p>
      {children !== undefined && <div className={classes['actions']}>{children}</div>}
    </div>
  );
}
