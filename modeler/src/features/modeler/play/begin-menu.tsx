import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconPlayerPlay } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
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
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          size="compact-sm"
          leftSection={<IconPlayerPlay size={15} />}
          disabled={isBusy}
        >
          {t('Begin a process')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
