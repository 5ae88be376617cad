import type Modeler from 'bpmn-js/lib/Modeler';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleDot,
  IconDownload,
  IconForms,
  IconLayoutSidebarRight,
  IconMap,
  IconMaximize,
  IconPlayerPlay,
  IconPuzzle,
  IconRocket,
  IconSearch,
  IconSend,
  IconUpload,
  IconZoomIn,
  IconZoomOut,
} from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { fileNameOf } from '../../../shared/drafts/new-documents';
import { openFileChooser } from '../../../shared/drafts/import-files';
import { toastProblem } from '../../../ui/toast';
import { WhereUsed } from '../links/where-used';
import { fitCanvas } from '../parts/fit-canvas';
import { NameField } from '../parts/name-field';
import { SaveIndicator } from '../parts/save-indicator';
import type { ShownProblem } from '../problems/model-problem';
import type { SaveState } from '../saving/draft-saver';
import { diagramSvg, downloadFile, pngOfSvg } from './download';
import { canHaveForm } from './element-link';
import { linkedFormId } from './form-link';
import { service, type DiagramElement } from './modeler-services';
import { simulationToggled } from './token-simulation';
import { useModelerValue } from './use-modeler-value';
import classes from '../parts/parts.module.css';

export interface ToolbarProps {
  readonly modeler: Modeler | null;
  readonly draftId: string;
  readonly name: string;
  readonly saveState: SaveState;
  readonly problems: readonly ShownProblem[];
  readonly isProblemsOpen: boolean;
  readonly isPropertiesOpen: boolean;
  readonly isDeploying: boolean;
  readonly onRename: (name: string) => void;
  readonly onToggleProblems: () => void;
  readonly onToggleProperties: () => void;
  readonly onTemplates: () => void;
  readonly onEditForm: (element: DiagramElement) => void;
  readonly onDeploy: () => void;
  readonly onStart: () => void;
  /** What is offered for the draft as a file. */
  readonly fileActions: ReactNode;
  readonly onPlay: () => void;
  /** The XML as of now. */
  readonly currentXml: () => Promise<string>;
}

const readHistory = (modeler: Modeler) => {
  const stack = service(modeler, 'commandStack');
  return (stack.canUndo() ? 1 : 0) + (stack.canRedo() ? 2 : 0);
};
const readZoom = (modeler: Modeler) => Math.round(service(modeler, 'canvas').zoom() * 100);
const readMinimap = (modeler: Modeler) => service(modeler, 'minimap').isOpen();
const readSimulating = (modeler: Modeler) =>
  service(modeler, 'canvas').getContainer().parentElement?.classList.contains('simulation') === true;
const readFormElement = (modeler: Modeler): DiagramElement | null => {
  const [only, ...more] = service(modeler, 'selection').get();
  if (only === undefined || more.length > 0) return null;
  const element = only.labelTarget ?? only;
  return canHaveForm(element) ? element : null;
};

/** Everything that can be done to the diagram as a whole; single elements are edited on the canvas and in the panel. */
export function Toolbar(props: ToolbarProps) {
  const { modeler, name, saveState, problems } = props;
  const navigate = useNavigate();
  const history = useModelerValue(modeler, ['commandStack.changed'], readHistory, 0);
  const zoom = useModelerValue(modeler, ['canvas.viewbox.changed'], readZoom, 100);
  const isMinimapOpen = useModelerValue(modeler, ['minimap.toggle'], readMinimap, false);
  const isSimulating = useModelerValue(modeler, [simulationToggled], readSimulating, false);
  const formElement = useModelerValue(modeler, ['selection.changed', 'commandStack.changed'], readFormElement, null);
  const isReady = modeler !== null;
  const errors = problems.filter(({ category }) => category === 'error').length;
  const on = (act: (modeler: Modeler) => void) => () => {
    if (modeler !== null) act(modeler);
  };
  const made = {
    bpmn: async () => new Blob([await props.currentXml()], { type: 'application/xml' }),
    svg: async (m: Modeler) => new Blob([await diagramSvg(m)], { type: 'image/svg+xml' }),
    png: async (shown: Modeler) => pngOfSvg(await diagramSvg(shown)),
    // What makes it is large, and seldom wanted.
    pdf: async () => (await import('./pdf/diagram-pdf')).diagramPdf(await props.currentXml(), name),
  } as const;
  const download = (ending: 'bpmn' | 'svg' | 'png' | 'pdf') => async () => {
    if (modeler === null) return;
    const base = fileNameOf(name, 'bpmn').replace(/\.bpmn$/i, '');
    try {
      downloadFile(`${base}.${ending}`, await made[ending](modeler));
    } catch (error) {
      toastProblem(error, t('The {{kind}} could not be made', { kind: ending.toUpperCase() }));
    }
  };

  return (
    <div className={`${classes['toolbar']} ${classes['crowded']}`} role="toolbar" aria-label={t('Modeler')}>
      <NameField name={name} onRename={props.onRename} />
      <SaveIndicator state={saveState} />
      <span className={classes['rule']} />
      <IconButton
        label={t('Undo')}
        shortcut="Ctrl+Z"
        disabled={history % 2 === 0 || isSimulating}
        onClick={on((m) => service(m, 'commandStack').undo())}
      >
        <IconArrowBackUp size={17} />
      </IconButton>
      <IconButton
        label={t('Redo')}
        shortcut="Ctrl+Y"
        disabled={history < 2 || isSimulating}
        onClick={on((m) => service(m, 'commandStack').redo())}
      >
        <IconArrowForwardUp size={17} />
      </IconButton>
      <span className={classes['rule']} />
      <IconButton label={t('Zoom out')} disabled={!isReady} onClick={on((m) => service(m, 'zoomScroll').stepZoom(-1))}>
        <IconZoomOut size={17} />
      </IconButton>
      <button
        type="button"
        className={classes['zoom']}
        aria-label={t('Zoom {{zoom}} percent, set to 100 percent', { zoom })}
        title={t('Set to 100 %')}
        disabled={!isReady}
        onClick={on((m) => service(m, 'canvas').zoom(1, 'auto'))}
      >
        {zoom} %
      </button>
      <IconButton label={t('Zoom in')} disabled={!isReady} onClick={on((m) => service(m, 'zoomScroll').stepZoom(1))}>
        <IconZoomIn size={17} />
      </IconButton>
      <IconButton label={t('Fit the diagram')} disabled={!isReady} onClick={on((m) => fitCanvas(service(m, 'canvas')))}>
        <IconMaximize size={17} />
      </IconButton>
      <span className={classes['rule']} />
      <IconButton
        label={t('Find on the canvas')}
        shortcut="Ctrl+F"
        disabled={!isReady}
        // After this click has passed: the search closes itself on any click outside of it.
        onClick={on((m) => void setTimeout(() => service(m, 'searchPad').toggle()))}
      >
        <IconSearch size={17} />
      </IconButton>
      <IconButton
        label={t('Minimap')}
        pressed={isMinimapOpen}
        disabled={!isReady}
        onClick={on((m) => (isMinimapOpen ? service(m, 'minimap').close() : service(m, 'minimap').open()))}
      >
        <IconMap size={17} />
      </IconButton>
      <IconButton
        label={t('Token simulation')}
        shortcut="T"
        pressed={isSimulating}
        disabled={!isReady}
        onClick={on((m) => service(m, 'toggleMode').toggleMode())}
      >
        <IconCircleDot size={17} />
      </IconButton>
      <Button
        variant={props.isProblemsOpen ? 'light' : 'subtle'}
        color={props.isProblemsOpen ? 'accent' : 'gray'}
        size="compact-sm"
        aria-pressed={props.isProblemsOpen}
        leftSection={<IconAlertTriangle size={15} />}
        rightSection={
          problems.length > 0 ? (
            <span className={`${classes['badge']} ${errors === 0 ? classes['hint'] : ''}`}>{problems.length}</span>
          ) : null
        }
        onClick={props.onToggleProblems}
      >
        {t('Problems')}
      </Button>
      <IconButton label={t('Properties')} pressed={props.isPropertiesOpen} onClick={props.onToggleProperties}>
        <IconLayoutSidebarRight size={17} />
      </IconButton>
      <IconButton label={t('Element templates')} onClick={props.onTemplates}>
        <IconPuzzle size={17} />
      </IconButton>
      {formElement !== null && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconForms size={16} />}
          onClick={() => props.onEditForm(formElement)}
        >
          {linkedFormId(formElement.businessObject) === null ? t('Create form') : t('Edit form')}
        </Button>
      )}
      <WhereUsed draftId={props.draftId} />
      <span className={classes['gap']} />
      <span className={classes['actions']}>
        {props.fileActions}
        <IconButton label={t('Open file from disk')} onClick={() => openFileChooser(navigate)}>
          <IconUpload size={17} />
        </IconButton>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconDownload size={16} />}
              disabled={!isReady}
            >
              {t('Download')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void download('bpmn')()}>{t('BPMN 2.0 file')}</Menu.Item>
            <Menu.Item onClick={() => void download('svg')()}>{t('SVG picture')}</Menu.Item>
            <Menu.Item onClick={() => void download('png')()}>{t('PNG picture')}</Menu.Item>
            <Menu.Item onClick={() => void download('pdf')()}>{t('PDF with documentation')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
      <span className={`${classes['actions']} ${classes['main']}`}>
        <Button variant="default" leftSection={<IconPlayerPlay size={15} />} disabled={!isReady} onClick={props.onPlay}>
          {t('Play')}
        </Button>
        <Button variant="default" leftSection={<IconSend size={15} />} disabled={!isReady} onClick={props.onStart}>
          {t('Start')}
        </Button>
        <Button
          leftSection={<IconRocket size={15} />}
          disabled={!isReady}
          loading={props.isDeploying}
          onClick={props.onDeploy}
        >
          {t('Deploy')}
        </Button>
      </span>
    </div>
  );
}
