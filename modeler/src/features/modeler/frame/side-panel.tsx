import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/icon-button';
import { IconX } from '../../../ui/icons';
import classes from './draft-frame.module.css';

export interface SidePanelProps {
  readonly title: string;
  /** What the button says that closes it. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What belongs to the draft and lies beside its editor. */
export function SidePanel({ title, closeLabel, onClose, children }: SidePanelProps) {
  return (
    <aside className={classes['side']} aria-label={title}>
      <header className={classes['sideHead']}>
        <h2>{title}</h2>
        <IconButton label={closeLabel} size="sm" onClick={onClose}>
          <IconX size={15} />
        </IconButton>
      </header>
      <div className={classes['sideBody']}>{children}</div>
    </aside>
  );
}
