import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../language/texts';
import classes from './state-badge.module.css';

/** The fixed set of states; each has one color and one icon everywhere in Baton. */
export type VisualState = 'running' | 'waiting' | 'completed' | 'incident' | 'terminated' | 'suspended';

const icons = {
  running: IconPlayerPlay,
  waiting: IconClock,
  completed: IconCircleCheck,
  incident: IconAlertTriangle,
  terminated: IconBan,
  suspended: IconPlayerPause,
} as const;

const words: Record<VisualState, string> = {
  running: t('Running'),
  waiting: t('Waiting'),
  completed: t('Completed'),
  incident: t('Incident'),
  terminated: t('Terminated'),
  suspended: t('Suspended'),
};

/** A state as icon, word and color; never color alone. `children` replaces the word, for example with a count. */
export function StateBadge({ state, children }: { readonly state: VisualState; readonly children?: ReactNode }) {
  const Icon = icons[state];
  return (
    <span className={`${classes['badge']} ${classes[state]}`} data-state={state}>
      <Icon size={13} stroke={2} aria-hidden />
      {children ?? words[state]}
    </span>
  );
}
