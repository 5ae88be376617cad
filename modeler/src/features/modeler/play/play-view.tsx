import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PlayCommand, PlayFile, PlayStart, ProcessCoverage, Scenario } from '../../../api/plays';
import { t } from '../../../language/texts';
import { Diagram } from '../../../shared/diagram/diagram';
import type { DiagramAction } from '../../../shared/diagram/diagram-actions';
import { readProcessNames } from '../../../shared/diagram/process-names';
import { EmptyState } from '../../../ui/empty-state';
import { IconSchema } from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { SplitGroup, SplitPanel, SplitSeparator, useSplitLayout } from '../../../ui/split-panels';
import { ActionDialog } from './action-dialog';
import { gatherFiles } from './gather-files';
import { plainCommand } from './plain-command';
import { openByElement, type OpenItem } from './play-marks';
import { PlayPanel } from './play-panel';
import { PlayStartDialog } from './start-dialog';
import { PlayToolbar } from './play-toolbar';
import { shownInstance, type LookedAt } from './seen-together';
import { ScenarioDialog } from './scenario-dialog';
import { withScenarios } from './scenario-file';
import { startEvents, type StartEvent } from './start-events';
import { usePlay } from './use-play';
import { usePlayCanvas } from './use-play-canvas';
import { useScenarios } from './use-scenarios';
import parts from '../parts/parts.module.css';
import classes from './play.module.css';

export interface PlayViewProps {
  readonly draftId: string;
  /** The model as it is drawn now, under its file name. */
  readonly model: PlayFile;
  /** What was played before the drawing was changed; it is played on the new one. */
  readonly resumed: Played | null;
  /** Hears what was played. */
  readonly onClose: (played: Played | null) => void;
}

/** A start, and what was done from then on. */
export interface Played {
  readonly start: PlayStart;
  readonly commands: readonly PlayCommand[];
}

/** Gathers what the model needs, then plays it. Opened anew it plays the model as it is drawn then. */
export function PlayView(props: PlayViewProps) {
  const { model } = props;
  const files = useQuery({
    queryKey: ['play-files', model],
    queryFn: () => gatherFiles(model),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (files.isError) return <ProblemNotice title={t('The models could not be read')} error={files.error} />;
  if (files.data === undefined) return <Skeleton height="100%" aria-busy="true" />;
  return <Playing {...props} files={files.data} />;
}

const isPhone = () => window.matchMedia('(max-width: 640px)').matches;

function Playing({ draftId, model, resumed, files, onClose }: PlayViewProps & { readonly files: readonly PlayFile[] }) {
  const play = usePlay(files);
  const scenarios = useScenarios(draftId, files);
  const [asked, setAsked] = useState<string | null>(null);
  const [beginning, setBeginning] = useState<StartEvent | null>(null);
  const [looked, setLooked] = useState<LookedAt>({});
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [tab, setTab] = useState<'now' | 'history' | 'scenarios'>('now');
  const [isSaving, setSaving] = useState(false);
  const [phone] = useState(isPhone);
  const layout = useSplitLayout({ id: 'baton.modeler.play', panelIds: ['diagram', 'panel'] });

  const { state, begin: beginAnew } = play;
  const [given, setGiven] = useState<PlayStart['variables'] | null>(resumed?.start.variables ?? null);
  useEffect(() => {
    if (resumed !== null) void beginAnew(resumed.start, resumed.commands);
  }, [resumed, beginAnew]);
  const events = useMemo(() => startEvents(model.content), [model]);
  const names = useMemo(() => files.map(({ content }) => readProcessNames(content)), [files]);
  const nameOf = useMemo(
    () => (elementId: string) => names.find((of) => of.has(elementId))?.get(elementId) ?? elementId,
    [names],
  );
  const shown = shownInstance(state, looked);
  const { run } = scenarios;
  const covered = useMemo(() => {
    const coverage = run?.coverage.filter(({ resourceName }) => resourceName === model.name) ?? [];
    return tab === 'scenarios' && coverage.length > 0 ? coverage : null;
  }, [run, model.name, tab]);

  const canvas = usePlayCanvas({ files, model, state, shown, events, covered, nameOf });

  const itemsAt = (elementId: string): readonly OpenItem[] =>
    state === null ? [] : (openByElement(state, canvas.keys).get(elementId) ?? []);
  const whichOf = (item: OpenItem): string | null => {
    const loop = state?.elements.find(
      ({ elementInstanceKey }) => elementInstanceKey === item.elementInstanceKey,
    )?.loopCounter;
    if (loop != null) return String(loop);
    const isAlone = state?.open.every(
      (other) => other === item || other.kind !== item.kind || other.at.elementId !== item.at.elementId,
    );
    return isAlone === true ? null : String(item.at.nth);
  };
  const dataOf = (item: OpenItem): Readonly<Record<string, unknown>> => {
    const seen = (state?.variables ?? []).filter(
      ({ scopeKey }) => scopeKey === item.processInstanceKey || scopeKey === item.elementInstanceKey,
    );
    return Object.fromEntries(seen.map(({ name, value }) => [name, value]));
  };
  const act = (command: PlayCommand) => {
    setAsked(null);
    void play.act(command);
  };
  const ask = (item: OpenItem) => {
    setLooked({ key: item.processInstanceKey });
    setAsked(item.at.elementId);
  };
  const go = (item: OpenItem) => {
    const command = plainCommand(item);
    if (command === null) ask(item);
    else act(command);
  };
  const onAction = ({ elementId, kind }: DiagramAction) => {
    if (kind === 'look') {
      const called = state?.elements.find(
        ({ at, processInstanceKey, calledProcessInstanceKey }) =>
          at.elementId === elementId && canvas.keys.includes(processInstanceKey) && calledProcessInstanceKey !== null,
      );
      setLooked({ key: called?.calledProcessInstanceKey ?? undefined });
      return;
    }
    if (kind === 'begin') {
      const adHoc = state?.open.find(
        (item) =>
          item.kind === 'ad-hoc' &&
          item.activities?.includes(elementId) === true &&
          canvas.keys.includes(item.processInstanceKey),
      );
      if (adHoc !== undefined) act({ type: 'begin-activities', at: adHoc.at, elementIds: [elementId] });
      return;
    }
    const [only, ...more] = itemsAt(elementId);
    if (only !== undefined && more.length === 0 && only.kind === 'timer') act({ type: 'fire-timer', at: only.at });
    else if (only !== undefined) setAsked(elementId);
    else setBeginning(events.find((event) => event.elementId === elementId) ?? null);
  };
  const begin = ({ processId, elementId, trigger }: StartEvent, variables: Readonly<Record<string, unknown>>) => {
    setBeginning(null);
    setGiven(variables);
    const start = { processId, variables, ...(trigger === null ? {} : { elementId }) };
    if (state !== null) {
      setLooked({ newestOf: processId });
      act({ type: 'start-process', ...start });
      return;
    }
    setLooked({});
    void play.begin({ ...start, at: new Date().toISOString() });
  };
  const playScenario = ({ start, commands }: Scenario) => {
    setTab('now');
    setLooked({});
    void play.begin(start, commands);
  };

  const diagram = (
    <div className={classes['diagram']}>
      <Diagram
        xml={canvas.xml}
        processId={canvas.processId}
        follow={canvas.follow}
        label={t('Play of {{name}}', { name: model.name })}
        marks={canvas.marks}
        actions={canvas.actions}
        onAction={onAction}
        selectedId={selectedId}
        onSelect={setSelectedId}
      />
    </div>
  );
  const panel = (
    <PlayPanel
      play={play}
      shownKey={shown?.processInstanceKey ?? null}
      tab={tab}
      onTab={setTab}
      nameOf={nameOf}
      whichOf={whichOf}
      onGo={go}
      onAsk={ask}
      onAct={act}
      onShow={setSelectedId}
      scenarios={scenarios}
      modelName={model.name}
      coveragePercent={covered === null ? null : percentOf(covered)}
      onPlayScenario={playScenario}
    />
  );
  const openItems = asked === null ? [] : itemsAt(asked);
  return (
    <div className={classes['view']} role="region" aria-label={t('Play')}>
      <PlayToolbar
        play={play}
        shownKey={shown?.processInstanceKey ?? null}
        onShowInstance={(key) => setLooked({ key })}
        events={events}
        nameOf={nameOf}
        onBegin={setBeginning}
        onSave={() => setSaving(true)}
        onClose={() => onClose(play.start === null ? null : { start: play.start, commands: play.commands })}
      />
      <div className={classes['body']}>
        {events.length === 0 ? (
          <EmptyState
            icon={<IconSchema size={28} />}
            title={t('Nothing to begin at')}
            hint={t('Draw a start event in the process; then it can be played.')}
          />
        ) : (
          <SplitGroup
            orientation={phone ? 'vertical' : 'horizontal'}
            defaultLayout={layout.defaultLayout}
            onLayoutChanged={layout.onLayoutChanged}
            style={{ height: '100%' }}
          >
            <SplitPanel id="diagram" minSize={phone ? '160px' : '280px'} style={{ position: 'relative' }}>
              {diagram}
            </SplitPanel>
            <SplitSeparator className={parts['separator']} aria-label={t('Resize the panel')} />
            <SplitPanel id="panel" defaultSize={phone ? '50%' : '360px'} minSize={phone ? '160px' : '280px'}>
              {panel}
            </SplitPanel>
          </SplitGroup>
        )}
      </div>
      {beginning !== null && (
        <PlayStartDialog
          event={beginning}
          name={nameOf(beginning.elementId)}
          files={files}
          last={given ?? null}
          onStart={(variables) => begin(beginning, variables)}
          onClose={() => setBeginning(null)}
        />
      )}
      {asked !== null && openItems.length > 0 && (
        <ActionDialog
          items={openItems}
          name={nameOf(asked)}
          dataOf={dataOf}
          whichOf={whichOf}
          nameOf={nameOf}
          onAct={act}
          onClose={() => setAsked(null)}
        />
      )}
      {isSaving && play.start !== null && state !== null && (
        <ScenarioDialog
          title={t('Save as scenario')}
          first={{ name: '', start: play.start, commands: [...play.commands], expect: state.recorded }}
          taken={scenarios.list.map(({ name }) => name)}
          onSave={async (scenario) => {
            if (!(await scenarios.change((all) => withScenarios(all, [scenario])))) return;
            setSaving(false);
            setTab('scenarios');
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
}

/** Of all processes of the file together. */
function percentOf(coverage: readonly ProcessCoverage[]): number {
  const all = coverage.flatMap(({ elements, flows }) => [...elements, ...flows]);
  return all.length === 0 ? 100 : Math.floor((all.filter(({ count }) => count > 0).length * 100) / all.length);
}
