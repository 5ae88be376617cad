import { useCallback, useRef, useState } from 'react';
import { deploy } from '../../../api/deployments';
import { t } from '../../../language/texts';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconDownload,
  IconEye,
  IconRocket,
} from '../../../ui/icons';
import { ProblemNotice } from '../../../ui/problem-notice';
import { SplitGroup, SplitPanel, SplitSeparator, useSplitLayout } from '../../../ui/split-panels';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import { downloadFile } from '../bpmn/download';
import { useCommitForFrame } from '../frame/draft-frame-context';
import { FileActions } from '../frame/file-actions';
import { ConflictBar } from '../parts/conflict-bar';
import { WhereUsed } from '../links/where-used';
import { NameField } from '../parts/name-field';
import { SaveIndicator } from '../parts/save-indicator';
import type { OpenedDraft } from '../saving/open-draft';
import { useSaveOnClose, useSaveState } from '../saving/use-opened-draft';
import { keepDeployed } from '../versions/keep-deployed';
import { FormPreview } from './form-preview';
import { useFieldForFrame } from './use-field-for-frame';
import { useFormEditor } from './use-form-editor';
import classes from './form-editor.module.css';
import parts from '../parts/parts.module.css';

export interface FormEditorProps {
  readonly opened: OpenedDraft;
  readonly onLoadTheirs: () => void;
  readonly onRename?: (name: string) => void;
  /** Where the form was opened over a diagram: leads back to it. */
  readonly onClose?: () => void;
}

/** The form editor with a live preview beside it. */
export function FormEditor({ opened, onLoadTheirs, onRename, onClose }: FormEditorProps) {
  const { draft, saver } = opened;
  const parent = useRef<HTMLDivElement>(null);
  const [name, setName] = useState(draft.name);
  const [content, setContent] = useState(draft.content);
  const [isPreviewOpen, setPreviewOpen] = useStoredState('baton.form.preview', window.innerWidth > 1100);
  const [isDeploying, setDeploying] = useState(false);
  const saveState = useSaveState(saver);
  const layout = useSplitLayout({
    id: 'baton.form.columns',
    panelIds: isPreviewOpen ? ['editor', 'preview'] : ['editor'],
  });
  const take = useCallback(
    (next: string) => {
      setContent(next);
      saver.change({ content: next });
    },
    [saver],
  );
  const state = useFormEditor(parent, draft.content, take);
  const commit = useCallback(async () => {
    // The properties panel takes a text when its field is left.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && parent.current?.contains(focused) === true) focused.blur();
  }, []);
  useSaveOnClose(saver, commit);
  useCommitForFrame(draft.draftId, commit);
  useFieldForFrame(draft.draftId, state);

  const rename = (next: string) => {
    setName(next);
    saver.change({ name: next });
    onRename?.(next);
  };
  const fileName = fileNameOf(name, 'form');
  const deployForm = async () => {
    setDeploying(true);
    try {
      await commit();
      await saver.flush();
      const { deployments } = await deploy([{ name: fileName, content: saver.current().content }]);
      const form = deployments.find((item) => item.form !== null)?.form;
      void keepDeployed(
        draft.draftId,
        form == null ? [] : [t('{{name}}, version {{version}}', { name: form.formId, version: form.version })],
      );
      toastSuccess({
        title:
          form === undefined || form === null
            ? t('Deployed')
            : t('Deployed {{formId}}, version {{version}}', { formId: form.formId, version: form.version }),
      });
    } catch (error) {
      toastProblem(error, t('The form was not deployed'));
    } finally {
      setDeploying(false);
    }
  };
  const history = state.kind === 'ready' ? state.history : null;

  return (
    <div className={parts['editor']}>
      <ConflictBar state={saveState} saver={saver} kind="form" commit={commit} onLoadTheirs={onLoadTheirs} />
      <div className={parts['toolbar']} role="toolbar" aria-label={t('Form')}>
        {onClose !== undefined && (
          <>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconArrowLeft size={15} />}
              onClick={() => void commit().then(() => saver.flush().then(onClose, onClose))}
            >
              {t('Back to the diagram')}
            </Button>
            <span className={parts['rule']} />
          </>
        )}
        <NameField name={name} onRename={rename} />
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
          variant={isPreviewOpen ? 'light' : 'subtle'}
          color={isPreviewOpen ? 'accent' : 'gray'}
          size="compact-sm"
          aria-pressed={isPreviewOpen}
          leftSection={<IconEye size={16} />}
          onClick={() => setPreviewOpen(!isPreviewOpen)}
        >
          {t('Preview')}
        </Button>
        <WhereUsed draftId={draft.draftId} />
        <span className={parts['gap']} />
        <span className={parts['actions']}>
          <FileActions draftId={draft.draftId} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconDownload size={16} />}
            onClick={() => downloadFile(fileName, new Blob([saver.current().content], { type: 'application/json' }))}
          >
            {t('Download')}
          </Button>
        </span>
        {onClose === undefined && (
          <span className={parts['main']}>
            <Button leftSection={<IconRocket size={15} />} loading={isDeploying} onClick={() => void deployForm()}>
              {t('Deploy')}
            </Button>
          </span>
        )}
      </div>
      <div className={parts['body']}>
        <SplitGroup
          orientation="horizontal"
          defaultLayout={layout.defaultLayout}
          onLayoutChanged={layout.onLayoutChanged}
          style={{ height: '100%' }}
        >
          <SplitPanel id="editor" minSize="200px" style={{ position: 'relative' }}>
            <div
              ref={parent}
              className={`${parts['fill']} ${classes['scroll']}`}
              role="region"
              aria-label={t('Form editor')}
            />
            {state.kind === 'unreadable' && (
              <div className={classes['unreadable']}>
                <ProblemNotice title={t('This form cannot be shown')} error={state.error} />
                <pre tabIndex={0}>{draft.content}</pre>
              </div>
            )}
          </SplitPanel>
          {isPreviewOpen && (
            <>
              <SplitSeparator className={parts['separator']} aria-label={t('Resize the preview')} />
              <SplitPanel id="preview" defaultSize="320px" minSize="220px">
                <FormPreview draftId={draft.draftId} content={content} />
              </SplitPanel>
            </>
          )}
        </SplitGroup>
      </div>
    </div>
  );
}
