import DmnModeler, { type DmnView, type DmnViewer } from 'dmn-js/lib/Modeler';
import {
  DmnPropertiesPanelModule,
  DmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
  ZeebeTooltipProvider,
} from 'dmn-js-properties-panel';
import { useEffect, useRef, useState, type RefObject } from 'react';
import zeebeModdle from 'zeebe-dmn-moddle/resources/zeebe.json';

import { fitCanvas } from '../parts/fit-canvas';
import { dmnViewOptions } from './dmn-view-options';
import { takeSheetModule } from './sheet/take-sheet-module';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import '../parts/panel-words';
import '../parts/properties.css';
import './dmn-styles';

/** Milliseconds of silence before the XML is written. */
const quietMs = 120;

/** Groups of properties that need no click to be seen. */
const openGroups = { general: { open: true }, documentation: { open: true } } as const;

/** What the editor shows of a file that is open. `changes` counts up with every edit and every change of view. */
export interface OpenDecision {
  readonly kind: 'ready';
  readonly modeler: DmnModeler;
  readonly views: readonly DmnView[];
  readonly active: DmnView | null;
  readonly changes: number;
  /** The XML as of now; `onXml` has heard it when this resolves. */
  readonly currentXml: () => Promise<string>;
}

export type DmnEditorState =
  | { readonly kind: 'loading' }
  | OpenDecision
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** Makes a dmn-js editor in `parent` and imports `xml` once. `onXml` hears the file after every change. */
export function useDmnEditor(
  parent: RefObject<HTMLDivElement | null>,
  xml: string,
  onXml: (xml: string) => void,
): DmnEditorState {
  const [state, setState] = useState<DmnEditorState>({ kind: 'loading' });
  const start = useRef({ xml, onXml });

  useEffect(() => {
    if (parent.current === null) return;
    const container = document.createElement('div');
    container.style.height = '100%';
    parent.current.append(container);
    const modeler = new DmnModeler({
      container,
      ...dmnViewOptions,
      moddleExtensions: { zeebe: zeebeModdle },
      drd: {
        ...dmnViewOptions.drd,
        propertiesPanel: { tooltip: ZeebeTooltipProvider, layout: { groups: openGroups } },
        additionalModules: [
          ...dmnViewOptions.drd.additionalModules,
          DmnPropertiesPanelModule,
          DmnPropertiesProviderModule,
          ZeebePropertiesProviderModule,
        ],
      },
      decisionTable: {
        additionalModules: [...dmnViewOptions.decisionTable.additionalModules, takeSheetModule],
      },
    });
    let isGone = false;
    let last = start.current.xml;
    let isStale = false;
    let changes = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const currentXml = async (): Promise<string> => {
      clearTimeout(timer);
      if (!isStale) return last;
      isStale = false;
      const { xml: written } = await modeler.saveXML({ format: true });
      if (written !== last) {
        last = written;
        start.current.onXml(written);
      }
      return last;
    };
    const show = (): void => {
      changes += 1;
      const active = modeler.getActiveView() ?? null;
      if (!isGone) setState({ kind: 'ready', modeler, views: [...modeler.getViews()], active, changes, currentXml });
    };
    /** The canvas of the requirements while they are shown. */
    const canvas = () =>
      modeler.getActiveView()?.type === 'drd' ? modeler.getActiveViewer()?.get('canvas') : undefined;
    /** The requirements beside the palette, never larger than life. */
    const fit = (): void => {
      const shown = canvas();
      if (shown !== undefined) fitCanvas(shown);
    };
    const resized = new ResizeObserver(() => canvas()?.resized());
    resized.observe(container);
    const changed = (): void => {
      isStale = true;
      clearTimeout(timer);
      timer = setTimeout(() => void currentXml(), quietMs);
      show();
    };
    const watched = new WeakSet<DmnViewer>();
    modeler.on('viewer.created', ({ viewer }) => {
      if (watched.has(viewer)) return;
      watched.add(viewer);
      viewer.on('commandStack.changed', changed);
    });
    const done = modeler.importXML(start.current.xml).then(
      () => {
        modeler.on('views.changed', show);
        fit();
        show();
        // What is read clears the stacks of commands: that is no edit.
        isStale = false;
        clearTimeout(timer);
      },
      (error: unknown) => {
        if (!isGone) setState({ kind: 'unreadable', error });
      },
    );
    return () => {
      isGone = true;
      resized.disconnect();
      void done
        .then(currentXml)
        .catch(() => undefined)
        .finally(() => {
          modeler.destroy();
          container.remove();
        });
    };
  }, [parent]);

  return state;
}
