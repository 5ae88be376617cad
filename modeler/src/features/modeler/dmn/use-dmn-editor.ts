import DmnModeler, { type DmnView, type DmnViewer } from 'dmn-js/lib/Modeler';
import { useEffect, useRef, useState, type RefObject } from 'react';

import { fitCanvas } from '../parts/fit-canvas';
import { takeSheetModule } from './sheet/take-sheet-module';
import './dmn-styles';

/** Milliseconds of silence before the XML is written. */
const quietMs = 120;

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
      drd: { drdRenderer: { defaultFillColor: 'var(--b-shape-fill)', defaultStrokeColor: 'var(--b-shape-stroke)' } },
      decisionTable: { additionalModules: [takeSheetModule] },
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
    /** The requirements beside the palette, never larger than life. */
    const fit = (): void => {
      if (modeler.getActiveView()?.type !== 'drd') return;
      const canvas = modeler.getActiveViewer()?.get('canvas');
      if (canvas !== undefined) fitCanvas(canvas);
    };
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
