import type { PlayCommand, Scenario } from '../../../api/plays';
import { t } from '../../../language/texts';
import { Alert } from '../../../ui/alert';
import { EmptyState } from '../../../ui/empty-state';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPlay } from '../../../ui/icons';
import { Skeleton } from '../../../ui/skeleton';
import { Tabs } from '../../../ui/tabs';
import { problemText } from '../problems/problem-text';
import { PlayHistory } from './play-history';
import type { OpenItem } from './play-marks';
import { PlayVariables } from './play-variables';
import { ScenariosPanel } from './scenarios-panel';
import { ToDoList } from './to-do-list';
import type { Play } from './use-play';
import type { Scenarios } from './use-scenarios';
import classes from './play.module.css';

export type PlayTab = 'now' | 'history' | 'scenarios';

export interface PlayPanelProps {
  readonly play: Play;
  /** The instance on the canvas; null before the start. */
  readonly shownKey: string | null;
  readonly tab: PlayTab;
  readonly onTab: (tab: PlayTab) => void;
  readonly nameOf: (elementId: string) => string;
  readonly whichOf: (item: OpenItem) => string | null;
  readonly onGo: (item: OpenItem) => void;
  readonly onAsk: (item: OpenItem) => void;
  readonly onAct: (command: PlayCommand) => void;
  readonly onShow: (elementId: string | null) => void;
  readonly scenarios: Scenarios;
  readonly modelName: string;
  readonly coveragePercent: number | null;
  readonly onPlayScenario: (scenario: Scenario) => void;
}

/** Beside the canvas: what can be done and what is known, what happened, and the scenarios. */
export function PlayPanel(props: PlayPanelProps) {
  const { play, tab, onTab, nameOf, scenarios } = props;
  return (
    <div className={classes['panel']}>
      <Tabs value={tab} onChange={(value) => onTab((value ?? 'now') as PlayTab)} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="now">{t('Now')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('What happened')}</Tabs.Tab>
          <Tabs.Tab value="scenarios">{t('Scenarios')}</Tabs.Tab>
        </Tabs.List>
        <div className={classes['scroll']}>
          <Tabs.Panel value="now">
            <Trouble play={play} />
            <Now {...props} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <PlayHistory
              play={play}
              nameOf={nameOf}
              isBusy={play.isBusy}
              onBackTo={(count) => void play.backTo(count)}
            />
          </Tabs.Panel>
          <Tabs.Panel value="scenarios">
            <ScenariosPanel
              scenarios={scenarios}
              modelName={props.modelName}
              coveragePercent={props.coveragePercent}
              onPlay={props.onPlayScenario}
              onShow={props.onShow}
            />
          </Tabs.Panel>
        </div>
      </Tabs>
    </div>
  );
}

/** Why something was not done, and what is wrong with the models. */
function Trouble({ play }: { readonly play: Play }) {
  const errors = play.problems.filter(({ severity }) => severity === 'error');
  if (play.failure === null && errors.length === 0 && play.state?.isGoingOn !== true) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={16} />} m="sm" p="xs">
      {play.failure}
      {play.state?.isGoingOn === true && t('It goes on and on without waiting for anything: a loop has no way out.')}
      {errors.map(({ resourceName, elementId, message }, index) => (
        <div key={index}>
          <b>{elementId ?? resourceName}</b> {problemText(message)}
        </div>
      ))}
    </Alert>
  );
}

function Now({ play, shownKey, nameOf, whichOf, onGo, onAsk, onAct, onShow }: PlayPanelProps) {
  const { state, isBusy } = play;
  if (state === null || shownKey === null)
    return isBusy ? (
      <Skeleton height={120} m="md" aria-busy="true" aria-label={t('The engine begins')} />
    ) : (
      <EmptyState
        icon={<IconPlayerPlay size={28} />}
        title={t('Ready to play')}
        hint={t(
          'Press the green button on a start event. Everything runs on the real engine, in a space of its own that leaves nothing behind.',
        )}
      />
    );
  return (
    <>
      {state.open.length > 0 ? (
        <ToDoList
          items={state.open}
          nameOf={nameOf}
          whichOf={whichOf}
          isBusy={isBusy}
          onGo={onGo}
          onAsk={onAsk}
          onHover={onShow}
        />
      ) : (
        state.status !== 'ACTIVE' && (
          <EmptyState
            icon={<IconCircleCheck size={28} />}
            title={state.status === 'COMPLETED' ? t('The process has ended') : t('The process was ended early')}
            hint={t('Step back to go another way, or save this way as a scenario.')}
          />
        )
      )}
      <h3 className={classes['title']}>{t('Variables')}</h3>
      <PlayVariables state={state} processInstanceKey={shownKey} nameOf={nameOf} isBusy={isBusy} onAct={onAct} />
    </>
  );
}
