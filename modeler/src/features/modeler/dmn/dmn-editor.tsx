import type { DmnView } from 'dmn-js/lib/Modeler';
import { useCallback, useRef, useState } from 'react';
import { deploy } from '../../../api/deployments';
import { ProblemError } from '../../../api/problem-error';
import { t } from '../../../language/texts';
import { useIsNarrow } from '../../../shared/browser/use-media';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutSidebarRight,
  IconListCheck,
  IconPlayerPlay,
  IconRocket,
} from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { SplitGroup, SplitPanel, SplitSeparator, useSplitLayout } from '../../../ui/split-panels';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import { useCommitForFrame } from '../frame/draft-frame-context';
import { FileActions } from '../frame/file-actions';
import { ConflictBar } from '../parts/conflict-bar';
import { WhereUsed } from '../links/where-used';
import { NameField } from '../parts/name-field';
import { SaveIndicator } from '../parts/save-indicator';
import type { OpenedDraft } from '../saving/open-draft';
import { useSaveOnClose, useSaveState } from '../saving/use-opened-draft';
import { keepDeployed } from '../versions/keep-deployed';
import { CheckPanel } from './check-panel';
import { DecisionProperties } from './decision-properties';
import { DecisionMenu } from './sheet/decision-menu';
import { TryPanel } from './try-panel';
import { requirementsOf, useDecisionForFrame } from './use-decision-for-frame';
import { useDmnEditor } from './use-dmn-editor';
import { ViewTabs } from './view-tabs';
import classes from './dmn-editor.module.css';
import parts from '../parts/parts.module.css';

export interface DmnEditorProps {
  readonly opened: OpenedDraft;
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onLoadTheirs: () => void;
}

/** The decision editor: requirements, tables and expressions, with a place to try them out. */
export function DmnEditor({ opened, name, onRename, onLoadTheirs }: DmnEditorProps) {
  const { draft, saver } = opened;
  const parent = useRef<HTMLDivElement>(null);
  const propertiesBox = useRef<HTMLDivElement>(null);
  const [xml, setXml] = useState(draft.content);
  const [isTrying, setTrying] = useStoredState('baton.dmn.try', false);
  const [isChecking, setChecking] = useStoredState('baton.dmn.check', false);
  const isNarrow = useIsNarrow();
  const [wantsProperties, setWantsProperties] = useStoredState('baton.dmn.properties', !isNarrow);
  const [isDeploying, setDeploying] = useState(false);
  const [litRules, setLitRules] = useState<readonly string[]>(noRules);
  const saveState = useSaveState(saver);
  const take = useCallback(
    (content: string) => {
      setXml(content);
      saver.change({ content });
    },
    [saver],
  );
  const state = useDmnEditor(parent, draft.content, take);
  const open = state.kind === 'ready' ? state : null;
  /** Which has properties: the requirements, which nearly every file begins with. */
  const hasProperties = state.kind === 'loading' || open?.active?.type === 'drd';
  const side = isTrying ? 'try' : isChecking ? 'check' : wantsProperties && hasProperties ? 'properties' : null;
  const layout = useSplitLayout({
    id: isNarrow ? 'baton.dmn.rows' : 'baton.dmn.columns',
    panelIds: ['editor', ...(side === null ? [] : [side])],
  });
  const commit = useCallback(async () => {
    // A cell and a property take their text when they are left.
    const focused = document.activeElement;
    const isIn = (box: HTMLElement | null) => box?.contains(focused) === true;
    if (focused instanceof HTMLElement && (isIn(parent.current) || isIn(propertiesBox.current))) focused.blur();
    await open?.currentXml();
  }, [open]);
  useSaveOnClose(saver, commit);
  useCommitForFrame(draft.draftId, commit);
  useDecisionForFrame(draft.draftId, open?.modeler ?? null, open?.active ?? null);

  const history = open?.modeler.getActiveViewer()?.get('commandStack');
  const show = (view: DmnView) => {
    void open?.modeler.open(view).catch((error: unknown) => toastProblem(error, t('This view could not be opened')));
  };
  const deployFile = async () => {
    setDeploying(true);
    try {
      await commit();
      await saver.flush();
      await deploy([{ name: fileNameOf(name, 'dmn'), content: saver.current().content }]);
      void keepDeployed(draft.draftId, []);
      toastSuccess({ title: t('Deployed {{name}}', { name }) });
    } catch (error) {
      const [first] = error instanceof ProblemError ? (error.problem.problems ?? []) : [];
      toastProblem(first === undefined ? error : first.message, t('The decision was not deployed'));
    } finally {
      setDeploying(false);
    }
  };

  return (
    <div className={parts['editor']}>
      <ConflictBar state={saveState} saver={saver} kind="dmn" commit={commit} onLoadTheirs={onLoadTheirs} />
      <div className={parts['toolbar']} role="toolbar" aria-label={t('Decision')}>
        <NameField name={name} onRename={onRename} />
        <SaveIndicator state={saveState} />
        <span className={parts['rule']} />
        <IconButton label={t('Undo')} disabled={history?.canUndo() !== true} onClick={() => history?.undo()}>
          <IconArrowBackUp size={17} />
        </IconButton>
        <IconButton label={t('Redo')} disabled={history?.canRedo() !== true} onClick={() => history?.redo()}>
          <IconArrowForwardUp size={17} />
        </IconButton>
        <span className={parts['rule']} />
        <Button
          variant={isTrying ? 'light' : 'subtle'}
          color={isTrying ? 'accent' : 'gray'}
          size="compact-sm"
          aria-pressed={isTrying}
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => {
            setTrying(!isTrying);
            setChecking(false);
          }}
        >
          {t('Try')}
        </Button>
        <Button
          variant={isChecking ? 'light' : 'subtle'}
          color={isChecking ? 'accent' : 'gray'}
          size="compact-sm"
          aria-pressed={isChecking}
          leftSection={<IconListCheck size={15} />}
          onClick={() => {
            setChecking(!isChecking);
            setTrying(false);
          }}
        >
          {t('Check')}
        </Button>
        {hasProperties && (
          <IconButton
            label={t('Properties')}
            pressed={side === 'properties'}
            onClick={() => {
              setWantsProperties(side !== 'properties');
              setTrying(false);
              setChecking(false);
            }}
          >
            <IconLayoutSidebarRight size={17} />
          </IconButton>
        )}
        <WhereUsed draftId={draft.draftId} />
        <span className={parts['gap']} />
        <span className={parts['actions']}>
          <FileActions draftId={draft.draftId} />
          <DecisionMenu
            name={name}
            view={open?.active ?? null}
            viewer={open?.modeler.getActiveViewer()}
            currentXml={async () => {
              await commit();
              return saver.current().content;
            }}
          />
        </span>
        <span className={parts['main']}>
          <Button leftSection={<IconRocket size={15} />} loading={isDeploying} onClick={() => void deployFile()}>
            {t('Deploy')}
          </Button>
        </span>
      </div>
      {open !== null && <ViewTabs views={open.views} active={open.active} onOpen={show} />}
      <LitRules ids={isTrying || isChecking ? litRules : noRules} />
      <div className={parts['body']}>
        <SplitGroup
          orientation={isNarrow ? 'vertical' : 'horizontal'}
          defaultLayout={layout.defaultLayout}
          onLayoutChanged={layout.onLayoutChanged}
          style={{ height: '100%' }}
        >
          <SplitPanel id="editor" minSize="240px" style={{ position: 'relative' }}>
            <div ref={parent} className={`b-dmn ${parts['fill']}`} role="region" aria-label={t('Decision editor')} />
            {state.kind === 'unreadable' && (
              <div className={classes['unreadable']}>
                <ProblemNotice title={t('This decision cannot be shown')} error={state.error} />
                <pre tabIndex={0}>{draft.content}</pre>
              </div>
            )}
          </SplitPanel>
          {side === 'properties' && (
            <>
              <SplitSeparator className={parts['separator']} aria-label={t('Resize the properties')} />
              <SplitPanel id="properties" defaultSize="310px" minSize="200px" groupResizeBehavior="preserve-pixel-size">
                <DecisionProperties
                  box={propertiesBox}
                  viewer={requirementsOf(open?.modeler ?? null, open?.active ?? null)}
                />
              </SplitPanel>
            </>
          )}
          {side === 'check' && open !== null && (
            <>
              <SplitSeparator className={parts['separator']} aria-label={t('Resize the check')} />
              <SplitPanel id="check" defaultSize="360px" minSize="240px">
                <CheckPanel shown={open.active} changes={open.changes} onLit={setLitRules} />
              </SplitPanel>
            </>
          )}
          {side === 'try' && open !== null && (
            <>
              <SplitSeparator className={parts['separator']} aria-label={t('Resize the trials')} />
              <SplitPanel id="try" defaultSize="420px" minSize="260px">
                <TryPanel
                  draftId={draft.draftId}
                  xml={xml}
                  definitions={open.modeler.getDefinitions()}
                  shown={open.active}
                  onLit={setLitRules}
                />
              </SplitPanel>
            </>
          )}
        </SplitGroup>
      </div>
    </div>
  );
}

const noRules: readonly string[] = [];

/** Lights rules of the table, and single cells; dmn-js draws the table itself and knows nothing of it. */
function LitRules({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  const cells = ids
    .map(CSS.escape)
    .map((id) => `.b-dmn td[data-row-id="${id}"], .b-dmn td[data-element-id="${id}"]`)
    .join(', ');
  return <style>{`${cells} { background: var(--b-completed-surface) !important; }`}</style>;
}
