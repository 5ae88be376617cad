import { t } from '../../../language/texts';
import { IconPlayerPlay } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { PlayMenu } from './play-menu';
import type { StartEvent } from './start-events';

export interface BeginMenuProps {
  /** The start events of all processes of the file. */
  readonly events: readonly StartEvent[];
  readonly nameOf: (id: string) => string;
  readonly isBusy: boolean;
  readonly onBegin: (event: StartEvent) => void;
}

/**
 * Which of several processes begins, also those that are drawn on another diagram of the file; once one is played, another beside it.
 * A file with one process has none: its start event is on the canvas.
 */
export function BeginMenu({ events, nameOf, isBusy, onBegin }: BeginMenuProps) {
  const processIds = [...new Set(events.map(({ processId }) => processId))];
  if (processIds.length < 2) return null;
  return (
    <PlayMenu text={t('Begin a process')} left={<IconPlayerPlay size={15} />} isDisabled={isBusy}>
      {processIds.map((processId) => (
        <div key={processId} role="group" aria-label={nameOf(processId)}>
          <Menu.Label>{nameOf(processId)}</Menu.Label>
          {events
            .filter((event) => event.processId === processId)
            .map((event) => (
              <Menu.Item key={event.elementId} onClick={() => onBegin(event)}>
                {t('Begin at {{name}}', { name: nameOf(event.elementId) })}
              </Menu.Item>
            ))}
        </div>
      ))}
    </PlayMenu>
  );
}
