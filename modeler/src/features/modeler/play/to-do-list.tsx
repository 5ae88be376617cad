import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import {
  IconAlertTriangle,
  IconBolt,
  IconClock,
  IconDots,
  IconFilter,
  IconMessage,
  IconPlaylistAdd,
  IconTool,
  IconUserCheck,
} from '../../../ui/icons';
import type { OpenItem } from './play-marks';
import { verbOf, waitWords } from './play-words';
import classes from './play.module.css';

const icons: Readonly<Record<OpenItem['kind'], typeof IconClock>> = {
  job: IconTool,
  'user-task': IconUserCheck,
  timer: IconClock,
  message: IconMessage,
  signal: IconBolt,
  condition: IconFilter,
  incident: IconAlertTriangle,
  'ad-hoc': IconPlaylistAdd,
};

export interface ToDoListProps {
  readonly items: readonly OpenItem[];
  readonly nameOf: (elementId: string) => string;
  /** Which of several a thing is; null where it is the only one. */
  readonly whichOf: (item: OpenItem) => string | null;
  readonly isBusy: boolean;
  /** Goes on with it in the simplest way. */
  readonly onGo: (item: OpenItem) => void;
  /** Asks how to go on. */
  readonly onAsk: (item: OpenItem) => void;
  readonly onHover: (elementId: string | null) => void;
}

/** What waits for the person, each with the button that goes on with it. */
export function ToDoList({ items, nameOf, whichOf, isBusy, onGo, onAsk, onHover }: ToDoListProps) {
  return (
    <ul className={classes['todo']} aria-label={t('What can be done')}>
      {items.map((item) => {
        const { kind, at } = item;
        const Icon = icons[kind];
        const which = whichOf(item);
        const name = which === null ? nameOf(at.elementId) : `${nameOf(at.elementId)} (${which})`;
        return (
          <li
            key={`${kind} ${at.processId} ${at.elementId} ${at.nth}`}
            data-kind={kind}
            onMouseEnter={() => onHover(at.elementId)}
            onMouseLeave={() => onHover(null)}
          >
            <Icon size={15} aria-hidden />
            <span className={classes['words']}>
              <b>{name}</b>
              <span>{waitWords(item)}</span>
            </span>
            <Button
              size="compact-sm"
              variant="light"
              disabled={isBusy}
              aria-label={`${verbOf[kind]}: ${name}`}
              onClick={() => onGo(item)}
            >
              {verbOf[kind]}
            </Button>
            {kind !== 'timer' && kind !== 'incident' && kind !== 'condition' && kind !== 'ad-hoc' && (
              <IconButton
                label={t('More for {{name}}', { name })}
                size="sm"
                disabled={isBusy}
                onClick={() => onAsk(item)}
              >
                <IconDots size={15} />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
