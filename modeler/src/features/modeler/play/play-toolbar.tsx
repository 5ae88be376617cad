import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconArrowBackUp, IconArrowLeft, IconBan, IconClock, IconDeviceFloppy, IconRefresh } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { StateBadge, type VisualState } from '../../../ui/state-badge';
import { BeginMenu } from './begin-menu';
import { InstanceChooser } from './instance-chooser';
import { PlayMenu } from './play-menu';
import { clockWords, passages } from './play-words';
import type { StartEvent } from './start-events';
import type { Play } from './use-play';
import parts from '../parts/parts.module.css';

const states: Readonly<Record<string, VisualState>> = {
  ACTIVE: 'running',
  COMPLETED: 'completed',
  TERMINATED: 'terminated',
};

export interface PlayToolbarProps {
  readonly play: Play;
  /** The instance on the canvas; null before the start. */
  readonly shownKey: string | null;
  readonly onShowInstance: (processInstanceKey: string) => void;
  /** The start events of the file. */
  readonly events: readonly StartEvent[];
  readonly nameOf: (id: string) => string;
  readonly onBegin: (event: StartEvent) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What concerns the play as a whole: its steps, its clock, which instance is looked at. */
export function PlayToolbar(props: PlayToolbarProps) {
  const { play, shownKey, onShowInstance, events, nameOf, onBegin, onSave, onClose } = props;
  const { state, commands, isBusy } = play;
  const isActive = state?.status === 'ACTIVE';
  return (
    <div className={parts['toolbar']} role="toolbar" aria-label={t('Play')}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
        onClick={onClose}
      >
        {t('Back to drawing')}
      </Button>
      <span className={parts['rule']} />
      <IconButton
        label={t('Step back')}
        disabled={commands.length === 0 || isBusy}
        onClick={() => void play.backTo(commands.length - 1)}
      >
        <IconArrowBackUp size={17} />
      </IconButton>
      <IconButton label={t('Start over')} disabled={state === null} onClick={play.startOver}>
        <IconRefresh size={17} />
      </IconButton>
      <IconButton
        label={t('Cancel the instance')}
        disabled={!isActive || isBusy}
        onClick={() => void play.act({ type: 'cancel' })}
      >
        <IconBan size={17} />
      </IconButton>
      <span className={parts['rule']} />
      {state !== null && (
        <>
          <PlayMenu
            text={clockWords(state.now)}
            label={t('The clock shows {{now}}; let time pass', { now: clockWords(state.now) })}
            left={<IconClock size={15} />}
            isDisabled={isBusy}
          >
            <Menu.Label>{t('Let time pass')}</Menu.Label>
            {passages.map(({ label, ms }) => (
              <Menu.Item key={ms} onClick={() => void play.act({ type: 'advance-clock', byMs: ms })}>
                {label}
              </Menu.Item>
            ))}
          </PlayMenu>
          {state.status !== null && <StateBadge state={states[state.status] ?? 'waiting'} />}
          <InstanceChooser state={state} shownKey={shownKey} nameOf={nameOf} onShow={onShowInstance} />
        </>
      )}
      <BeginMenu events={events} nameOf={nameOf} isBusy={isBusy} onBegin={onBegin} />
      <span className={parts['gap']} />
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={15} />}
        disabled={state === null || isBusy}
        onClick={onSave}
      >
        {t('Save as scenario')}
      </Button>
    </div>
  );
}
