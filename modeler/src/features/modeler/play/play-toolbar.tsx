import type { PlayState } from '../../../api/plays';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconBan,
  IconChevronLeft,
  IconChevronRight,
  IconClock,
  IconDeviceFloppy,
  IconRefresh,
} from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { StateBadge, type VisualState } from '../../../ui/state-badge';
import { clockWords, passages } from './play-words';
import type { Play } from './use-play';
import parts from '../parts/parts.module.css';
import classes from './play.module.css';

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
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What concerns the play as a whole: its steps, its clock, which instance is looked at. */
export function PlayToolbar({ play, shownKey, onShowInstance, onSave, onClose }: PlayToolbarProps) {
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
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="subtle"
                color="gray"
                fw={400}
                size="compact-sm"
                leftSection={<IconClock size={15} />}
                disabled={isBusy}
                aria-label={t('The clock shows {{now}}; let time pass', { now: clockWords(state.now) })}
              >
                {clockWords(state.now)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('Let time pass')}</Menu.Label>
              {passages.map(({ label, ms }) => (
                <Menu.Item key={ms} onClick={() => void play.act({ type: 'advance-clock', byMs: ms })}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {state.status !== null && <StateBadge state={states[state.status] ?? 'waiting'} />}
          <Instances play={play} shownKey={shownKey} onShowInstance={onShowInstance} />
        </>
      )}
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

/** The way to the instance on the canvas, from the one that was started; nothing where that is looked at. */
function Instances({ play, shownKey, onShowInstance }: Pick<PlayToolbarProps, 'play' | 'shownKey' | 'onShowInstance'>) {
  const way: { readonly key: string; readonly processId: string }[] = [];
  for (let key = shownKey; key !== null;) {
    const instance = play.state?.instances.find(({ processInstanceKey }) => processInstanceKey === key);
    if (instance === undefined) break;
    way.unshift({ key, processId: instance.processId });
    key = instance.parentProcessInstanceKey;
  }
  if (way.length < 2) return null;
  const others = calledBeside(play.state, shownKey);
  const at = others.indexOf(shownKey ?? '');
  return (
    <nav className={classes['way']} aria-label={t('Called processes')}>
      {way.map(({ key, processId }, index) => (
        <span key={key}>
          {index > 0 && <IconChevronRight size={13} aria-hidden />}
          <button
            type="button"
            aria-current={key === shownKey ? 'page' : undefined}
            disabled={key === shownKey}
            onClick={() => onShowInstance(key)}
          >
            {processId}
          </button>
        </span>
      ))}
      {others.length > 1 && (
        <>
          <IconButton
            label={t('The one called before')}
            size="sm"
            disabled={at === 0}
            onClick={() => onShowInstance(others[at - 1] ?? '')}
          >
            <IconChevronLeft size={14} />
          </IconButton>
          {t('{{at}} of {{length}}', { at: at + 1, length: others.length })}
          <IconButton
            label={t('The one called next')}
            size="sm"
            disabled={at === others.length - 1}
            onClick={() => onShowInstance(others[at + 1] ?? '')}
          >
            <IconChevronRight size={14} />
          </IconButton>
        </>
      )}
    </nav>
  );
}

/** The instances that the same call activity has called and that still run, in their order: several for a multi-instance. */
function calledBeside(state: PlayState | null, processInstanceKey: string | null): readonly string[] {
  const elements = state?.elements ?? [];
  const caller = elements.find(({ calledProcessInstanceKey }) => calledProcessInstanceKey === processInstanceKey);
  return elements
    .filter(
      (each) => each.at.elementId === caller?.at.elementId && each.processInstanceKey === caller.processInstanceKey,
    )
    .flatMap(({ calledProcessInstanceKey }) => calledProcessInstanceKey ?? []);
}
