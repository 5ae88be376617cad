import type { ReactNode } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Buttons or a link at the right end of the head. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled area with a hairline border. Panels are never nested. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className={classes['panel']} aria-label={title}>
      <header className={classes['head']}>
        <h2 className={classes['title']}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
