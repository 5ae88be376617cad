import { ActionIcon, Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import classes from './icon-button.module.css';

export interface IconButtonProps extends Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'id' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls'
> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** The accessible name and the tooltip: what happens on a click. */
  readonly label: string;
  /** A key combination to show in the tooltip, for example `Ctrl+Z`. */
  readonly shortcut?: string;
  /** A number at its corner, for those who see it; `label` says it to the others. None for 0, and `99+` for more than 99. (Default: 0.) */
  readonly count?: number;
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly disabled?: boolean;
  /** For a switch: whether it is on. Sets `aria-pressed`. */
  readonly pressed?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly tone?: 'neutral' | 'danger' | 'accent';
}

const toneColor = { neutral: 'gray', danger: 'red', accent: 'accent' } as const;

/** A button that shows only an icon; it always has a name for tooltip and screen reader. May be the target of a menu. */
export function IconButton(props: IconButtonProps) {
  const {
    label,
    shortcut,
    children,
    onClick,
    disabled,
    pressed,
    count = 0,
    size = 'md',
    tone = 'neutral',
    ...rest
  } = props;
  return (
    // What it has opened says more, and would be covered.
    <Tooltip
      label={shortcut === undefined ? label : `${label} (${shortcut})`}
      disabled={rest['aria-expanded'] === true}
    >
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'accent' : toneColor[tone]}
        size={size}
        disabled={disabled ?? false}
        onClick={onClick}
        {...rest}
      >
        {children}
        {count > 0 && (
          <span className={classes['count']} aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </ActionIcon>
    </Tooltip>
  );
}
