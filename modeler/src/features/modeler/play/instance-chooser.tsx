import type { PlayState } from '../../../api/plays';
import { t } from '../../../language/texts';
import { IconButton } from '../../../ui/icon-button';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { PlayMenu } from './play-menu';
import { rootInstances } from './seen-together';
import classes from './play.module.css';

export interface InstanceChooserProps {
  readonly state: PlayState;
  /** The instance on the canvas. */
  readonly shownKey: string | null;
  readonly nameOf: (id: string) => string;
  readonly onShow: (processInstanceKey: string) => void;
}

/** Which instance is looked at: where several began, which of them; and the way to one that was called. Nothing for a single one. */
export function InstanceChooser({ state, shownKey, nameOf, onShow }: InstanceChooserProps) {
  const way = wayTo(state, shownKey);
  const roots = rootInstances(state, nameOf);
  const root = roots.find(({ processInstanceKey }) => processInstanceKey === way[0]?.key);
  return (
    <>
      {roots.length > 1 && (
        <PlayMenu
          text={root?.name}
          label={t('Process instance {{name}}; look at another', { name: root?.name ?? '' })}
          right={<IconChevronDown size={14} />}
        >
          <Menu.Label>{t('Look at')}</Menu.Label>
          {roots.map(({ processInstanceKey, name, status }) => (
            <Menu.Item
              key={processInstanceKey}
              disabled={processInstanceKey === shownKey}
              rightSection={<span className={classes['status']}>{statusWords[status] ?? status}</span>}
              onClick={() => onShow(processInstanceKey)}
            >
              {name}
            </Menu.Item>
          ))}
        </PlayMenu>
      )}
      {way.length > 1 && <CalledWay state={state} shownKey={shownKey} way={way} onShow={onShow} />}
    </>
  );
}

const statusWords: Readonly<Record<string, string>> = {
  ACTIVE: t('Running'),
  COMPLETED: t('Completed'),
  TERMINATED: t('Terminated'),
};

interface Way {
  readonly key: string;
  readonly processId: string;
}

/** From the instance that nobody called to the one on the canvas. */
function wayTo(state: PlayState, shownKey: string | null): readonly Way[] {
  const way: Way[] = [];
  for (let key = shownKey; key !== null;) {
    const instance = state.instances.find(({ processInstanceKey }) => processInstanceKey === key);
    if (instance === undefined) break;
    way.unshift({ key, processId: instance.processId });
    key = instance.parentProcessInstanceKey;
  }
  return way;
}

function CalledWay({
  state,
  shownKey,
  way,
  onShow,
}: Omit<InstanceChooserProps, 'nameOf'> & { readonly way: readonly Way[] }) {
  const others = calledBeside(state, shownKey);
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
            onClick={() => onShow(key)}
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
            onClick={() => onShow(others[at - 1] ?? '')}
          >
            <IconChevronLeft size={14} />
          </IconButton>
          {t('{{at}} of {{length}}', { at: at + 1, length: others.length })}
          <IconButton
            label={t('The one called next')}
            size="sm"
            disabled={at === others.length - 1}
            onClick={() => onShow(others[at + 1] ?? '')}
          >
            <IconChevronRight size={14} />
          </IconButton>
        </>
      )}
    </nav>
  );
}

/** The instances that the same call activity has called and that still run, in their order: several for a multi-instance. */
function calledBeside({ elements }: PlayState, processInstanceKey: string | null): readonly string[] {
  const caller = elements.find(({ calledProcessInstanceKey }) => calledProcessInstanceKey === processInstanceKey);
  return elements
    .filter(
      (each) => each.at.elementId === caller?.at.elementId && each.processInstanceKey === caller.processInstanceKey,
    )
    .flatMap(({ calledProcessInstanceKey }) => calledProcessInstanceKey ?? []);
}
