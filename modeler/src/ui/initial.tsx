import classes from './initial.module.css';

interface InitialProps {
  readonly name: string;
  /** (Default: md, 22 pixels; sm has 20.) */
  readonly size?: 'sm' | 'md';
}

/** The first letter of somebody's name in a circle, beside the name: a screen reader passes it over, and so do searches for text. */
export function Initial({ name, size = 'md' }: InitialProps) {
  return (
    <span className={classes['initial']} data-initial={name.slice(0, 1).toUpperCase()} data-size={size} aria-hidden />
  );
}
