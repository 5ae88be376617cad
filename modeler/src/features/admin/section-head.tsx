import type { ReactNode } from 'react';
import classes from './section-head.module.css';

export interface SectionHeadProps {
  readonly title: string;
  /** One sentence: what this is for. */
  readonly about: string;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** The head of every part of the administration. */
export function SectionHead({ title, about, children }: SectionHeadProps) {
  return (
    <header className={classes['head']}>
      <div className={classes['words']}>
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
      <div className={classes['actions']}>{children}</div>
    </header>
  );
}
