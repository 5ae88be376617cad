import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { PlayFile } from '../../../api/plays';
import { t } from '../../../language/texts';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import {
  SplitGroup,
  SplitPanel,
  SplitSeparator,
  useSplitLayout,
  type SplitPanelHandle,
} from '../../../ui/split-panels';
import { ProblemNotice } from '../../../ui/problem-notice';
import { useBpmnComments } from '../comments/use-bpmn-comments';
import { useCommitForFrame } from '../frame/draft-frame-context';
import { ElementsButton } from '../elements/elements-button';
import { FileActions } from '../frame/file-actions';
import { Skeleton } from '../../../ui/skeleton';
import { ConflictBar } from '../parts/conflict-bar';
import { LinkedFormPanel } from '../form/linked-form-panel';
import { useLinkables, useLinkablesOf } from '../links/link-targets';
import { Counterexample } from '../problems/counterexample';
import { ProblemsPanel } from '../problems/problems-panel';
import type { ShownProblem } from '../problems/model-problem';
import { useProblems } from '../problems/use-problems';
import type { OpenedDraft } from '../saving/open-draft';
import { useSaveOnClose, useSaveState } from '../saving/use-opened-draft';
import { TemplatesDialog } from '../templates/templates-dialog';
import { useTemplates, useTemplatesOf } from '../templates/use-templates';
import { StartDialog } from '../start/start-dialog';
import { openLinkEvent } from './link-picker-module';
import { service, type DiagramElement } from './modeler-services';
import { Toolbar } from './toolbar';
import { useBpmnModeler } from './use-bpmn-modeler';
import type { Played } from '../play/play-view';
import { useDeploy } from './use-deploy';
import { useElementForFrame } from './use-element-for-frame';
import { useLinkedModel } from './use-linked-model';
import { useStart } from './use-start';
import classes from './bpmn-editor.module.css';
import parts from '../parts/parts.module.css';

// Most who open a drawing do not play it.
const PlayView = lazy(() => import('../play/play-view').then((module) => ({ default: module.PlayView })));

export interface BpmnEditorProps {
  readonly opened: OpenedDraft;
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onLoadTheirs: () => void;
}

const isPhone = () => window.matchMedia('(max-width: 640px)').matches;

/** The process editor: canvas, properties, problems, and what is done with the model. */
export function BpmnEditor({ opened, name, onRename, onLoadTheirs }: BpmnEditorProps) {
  const { draft, saver } = opened;
  const canvas = useRef<HTMLDivElement>(null);
  const propertiesBox = useRef<HTMLDivElement>(null);
  const [xml, setXml] = useState(draft.content);
  const saveState = useSaveState(saver);

  const takeXml = useCallback(
    (content: string) => {
      setXml(content);
      saver.change({ content });
    },
    [saver],
  );
  const state = useBpmnModeler(canvas, propertiesBox, draft.content, takeXml);
  const modeler = state.kind === 'ready' ? state.modeler : null;
  const snapshots = state.kind === 'ready' ? state.snapshots : null;

  /** Ends what is being typed on the canvas or in the panel, and hands the result to the saver. */
  const commit = useCallback(async () => {
    if (modeler === null || snapshots === null) return;
    const directEditing = service(modeler, 'directEditing');
    if (directEditing.isActive()) directEditing.complete();
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && propertiesBox.current?.contains(focused) === true) focused.blur();
    await snapshots.now();
  }, [modeler, snapshots]);
  useSaveOnClose(saver, commit);
  useCommitForFrame(draft.draftId, commit);
  useElementForFrame(draft.draftId, modeler);
  useBpmnComments(draft.draftId, modeler);

  const currentXml = useCallback(async () => {
    await commit();
    return saver.current().content;
  }, [commit, saver]);

  const deployment = useDeploy({ modeler, name, currentXml, saver });
  const templates = useTemplates();
  useTemplatesOf(modeler, templates);
  const problems = useProblems(modeler, xml, fileNameOf(name, 'bpmn'), deployment.refusal, templates);
  const leave = useCallback(async () => {
    await commit();
    await saver.flush();
  }, [commit, saver]);
  const linked = useLinkedModel(modeler, leave);
  useLinkablesOf(modeler, useLinkables());
  const [isTemplatesOpen, setTemplatesOpen] = useState(false);
  const start = useStart({ modeler, currentXml });

  /** The model as it was when Play was opened; null while it is drawn. */
  const [playing, setPlaying] = useState<PlayFile | null>(null);
  const [lastPlayed, setLastPlayed] = useState<Played | null>(null);
  /** The problem whose way is being played; an edit ends that. */
  const [played, setPlayed] = useState<{ readonly problem: ShownProblem; readonly of: string } | null>(null);
  const [isProblemsOpen, setProblemsOpen] = useStoredState('baton.modeler.problems', false);
  const [wantsProperties, setPropertiesOpen] = useState(() => !isPhone());
  const bodyLayout = useSplitLayout({
    id: 'baton.modeler.body',
    panelIds: isProblemsOpen ? ['upper', 'problems'] : ['upper'],
  });
  const { refusal, acknowledge } = deployment;
  useEffect(() => {
    if (refusal.length > 0) setProblemsOpen(true);
    // Opened once per refusal; closing it afterwards is the person's choice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refusal]);
  useEffect(() => acknowledge(), [xml, acknowledge]);

  useEffect(() => {
    if (modeler === null) return;
    const bus = service(modeler, 'eventBus');
    const open = (event: Record<string, unknown>) => void linked.open(event['element'] as DiagramElement);
    bus.on(openLinkEvent, open);
    return () => bus.off(openLinkEvent, open);
  }, [modeler, linked]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      // Everything is saved by itself; the habit must not open the browser's dialog.
      event.preventDefault();
      void commit().then(() => saver.flush());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commit, saver]);

  /** A process that bears the draft's name is renamed with it; a name of its own is left alone. */
  const rename = (next: string) => {
    const root = modeler === null ? undefined : service(modeler, 'canvas').getRootElement();
    if (modeler !== null && root?.businessObject.$type === 'bpmn:Process') {
      const own = root.businessObject.get('name');
      if (own === name || own === undefined || own === '') {
        service(modeler, 'modeling').updateModdleProperties(root, root.businessObject, { name: next });
      }
    }
    onRename(next);
  };

  const nameOf = useCallback(
    (elementId: string) => {
      const element = modeler === null ? undefined : service(modeler, 'elementRegistry').get(elementId);
      const label = element?.businessObject.get('name');
      return typeof label === 'string' && label !== '' ? label : elementId;
    },
    [modeler],
  );
  const show = (problem: ShownProblem) => {
    if (modeler === null || problem.id === '') return;
    service(modeler, 'linting').showError(problem);
    service(modeler, 'canvas').focus();
  };

  return (
    <div className={parts['editor']}>
      <ConflictBar state={saveState} saver={saver} kind="bpmn" commit={commit} onLoadTheirs={onLoadTheirs} />
      <Toolbar
        modeler={modeler}
        draftId={draft.draftId}
        name={name}
        saveState={saveState}
        problems={problems.shown}
        isProblemsOpen={isProblemsOpen}
        isPropertiesOpen={wantsProperties}
        isDeploying={deployment.isDeploying}
        onRename={rename}
        onToggleProblems={() => setProblemsOpen(!isProblemsOpen)}
        onToggleProperties={() => setPropertiesOpen(!wantsProperties)}
        onTemplates={() => setTemplatesOpen(true)}
        onEditForm={(element) => void linked.open(element)}
        onDeploy={() => void deployment.deploy()}
        onStart={() => void start.open()}
        onPlay={() => void currentXml().then((content) => setPlaying({ name: fileNameOf(name, 'bpmn'), content }))}
        currentXml={currentXml}
        fileActions={
          <>
            <ElementsButton draftId={draft.draftId} />
            <FileActions draftId={draft.draftId} />
          </>
        }
      />
      <div className={parts['body']}>
        <SplitGroup
          orientation="vertical"
          defaultLayout={bodyLayout.defaultLayout}
          onLayoutChanged={bodyLayout.onLayoutChanged}
          style={{ height: '100%' }}
        >
          <SplitPanel id="upper" minSize="120px">
            <CanvasAndProperties canvas={canvas} properties={propertiesBox} isPropertiesOpen={wantsProperties}>
              {modeler !== null && played?.of === xml && played.problem.steps !== undefined && (
                <Counterexample
                  key={`${played.problem.code} ${played.problem.id}`}
                  modeler={modeler}
                  steps={played.problem.steps}
                  nameOf={nameOf}
                  onClose={() => setPlayed(null)}
                />
              )}
            </CanvasAndProperties>
          </SplitPanel>
          {isProblemsOpen && (
            <>
              <SplitSeparator className={parts['separator']} aria-label={t('Resize the problems')} />
              <SplitPanel id="problems" defaultSize="200px" minSize="80px">
                <ProblemsPanel
                  problems={problems}
                  nameOf={nameOf}
                  onShow={show}
                  onPlay={(problem) => setPlayed({ problem, of: xml })}
                  onClose={() => setProblemsOpen(false)}
                />
              </SplitPanel>
            </>
          )}
        </SplitGroup>
        {state.kind === 'unreadable' && <Unreadable error={state.error} xml={draft.content} />}
      </div>
      {linked.draftId !== null && (
        <div className={classes['overlay']}>
          <LinkedFormPanel key={linked.draftId} draftId={linked.draftId} onClose={linked.close} />
        </div>
      )}
      {playing !== null && (
        <div className={classes['overlay']}>
          <Suspense fallback={<Skeleton height="100%" aria-busy="true" />}>
            <PlayView
              draftId={draft.draftId}
              model={playing}
              resumed={lastPlayed}
              onClose={(done) => {
                setLastPlayed(done);
                setPlaying(null);
              }}
            />
          </Suspense>
        </div>
      )}
      {isTemplatesOpen && <TemplatesDialog onClose={() => setTemplatesOpen(false)} />}
      {start.request !== null && (
        <StartDialog
          processId={start.request.processId}
          xml={start.request.xml}
          startFormSchema={start.request.startFormSchema}
          onDeploy={deployment.deploy}
          onClose={start.close}
        />
      )}
    </div>
  );
}

interface CanvasAndPropertiesProps {
  readonly canvas: React.RefObject<HTMLDivElement | null>;
  readonly properties: React.RefObject<HTMLDivElement | null>;
  readonly isPropertiesOpen: boolean;
  /** What lies over the canvas. */
  readonly children: React.ReactNode;
}

/** On a wide screen the properties sit beside the canvas, on a phone they lie over it; the box itself stays the same. */
function CanvasAndProperties({ canvas, properties, isPropertiesOpen, children }: CanvasAndPropertiesProps) {
  const layout = useSplitLayout({ id: 'baton.modeler.columns', panelIds: ['canvas', 'properties'] });
  const [phone] = useState(isPhone);
  const panel = useRef<SplitPanelHandle>(null);
  useEffect(() => {
    if (isPropertiesOpen) panel.current?.expand();
    else panel.current?.collapse();
  }, [isPropertiesOpen]);
  const canvasBox = (
    <div ref={canvas} className={`b-canvas ${parts['fill']}`} role="application" aria-label={t('Canvas')} />
  );
  const panelBox = (
    <div
      ref={properties}
      className={`b-properties ${classes['properties']}`}
      role="region"
      aria-label={t('Properties')}
    />
  );
  if (phone) {
    return (
      <div className={parts['body']} style={{ height: '100%' }}>
        {canvasBox}
        {children}
        <div className={isPropertiesOpen ? classes['phoneProperties'] : classes['hidden']}>{panelBox}</div>
      </div>
    );
  }
  return (
    <SplitGroup
      orientation="horizontal"
      defaultLayout={layout.defaultLayout}
      onLayoutChanged={layout.onLayoutChanged}
      style={{ height: '100%' }}
    >
      <SplitPanel id="canvas" minSize="280px" style={{ position: 'relative' }}>
        {canvasBox}
        {children}
      </SplitPanel>
      <SplitSeparator
        className={`${parts['separator']} ${isPropertiesOpen ? '' : classes['hidden']}`}
        aria-label={t('Resize the properties')}
      />
      <SplitPanel
        id="properties"
        defaultSize="310px"
        minSize="240px"
        maxSize="600px"
        groupResizeBehavior="preserve-pixel-size"
        collapsible
        collapsedSize={0}
        panelRef={panel}
      >
        {panelBox}
      </SplitPanel>
    </SplitGroup>
  );
}

function Unreadable({ error, xml }: { readonly error: unknown; readonly xml: string }) {
  const hasNoDiagram = error instanceof Error && error.message.includes('no diagram to display');
  const reason = hasNoDiagram
    ? new Error(
        t('Expected a drawing (bpmndi:BPMNDiagram) beside the process, found none. Export the file with its diagram.'),
      )
    : error;
  return (
    <div className={classes['unreadable']}>
      <ProblemNotice title={t('This file cannot be drawn')} error={reason} />
      <p>
        {t(
          'The draft is kept as it is. Repair the file where it was made (it needs a process and a diagram of it) and open it again. Its content:',
        )}
      </p>
      <pre tabIndex={0}>{xml}</pre>
    </div>
  );
}
