import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { t } from '../../../language/texts';
import { fitCanvas } from '../parts/fit-canvas';
import { createModeler } from './create-modeler';
import { importModel } from './import-model';
import { ModelSnapshots } from './model-snapshots';
import { service } from './modeler-services';
import { toastInfo } from '../../../ui/toast';

/** What has become of the import. */
export type ModelerState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly modeler: Modeler; readonly snapshots: ModelSnapshots }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * Shortcuts work while the canvas has the focus. A name box or a menu that closes leaves the focus nowhere; it then
 * returns to the canvas, so that one can go on by keyboard.
 */
function keepKeyboardOnCanvas(modeler: Modeler): void {
  const focus = () =>
    setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) {
        service(modeler, 'canvas').focus();
      }
    });
  service(modeler, 'eventBus').on(
    ['directEditing.complete', 'directEditing.cancel', 'popupMenu.close', 'searchPad.closed'],
    focus,
  );
  focus();
}

/**
 * Makes a modeler in `canvas` and imports `xml` once; a new draft needs a new component. `onXml` hears every snapshot,
 * also the last one while the editor goes away.
 */
export function useBpmnModeler(
  canvas: RefObject<HTMLDivElement | null>,
  properties: RefObject<HTMLDivElement | null>,
  xml: string,
  onXml: (xml: string) => void,
): ModelerState {
  const [state, setState] = useState<ModelerState>({ kind: 'loading' });
  const start = useRef({ xml, onXml });

  useEffect(() => {
    if (canvas.current === null || properties.current === null) return;
    // A container of its own: the one before may still be on its way out (React mounts twice in development).
    const container = document.createElement('div');
    container.style.height = '100%';
    canvas.current.append(container);
    const modeler = createModeler(container, properties.current);
    const snapshots = new ModelSnapshots(modeler, start.current.xml, start.current.onXml);
    let isGone = false;
    const done = importModel(modeler, start.current.xml).then(
      ({ wasLaidOut }) => {
        if (isGone) return;
        fitCanvas(service(modeler, 'canvas'));
        service(modeler, 'eventBus').on('commandStack.changed', () => snapshots.mark());
        keepKeyboardOnCanvas(modeler);
        if (wasLaidOut) {
          snapshots.mark();
          toastInfo({
            title: t('The file had no drawing; it was laid out'),
            message: t('Move what should be elsewhere.'),
          });
        }
        setState({ kind: 'ready', modeler, snapshots });
      },
      (error: unknown) => {
        if (!isGone) setState({ kind: 'unreadable', error });
      },
    );
    const resized = new ResizeObserver(() => {
      if (!isGone) service(modeler, 'canvas').resized();
    });
    resized.observe(container);
    return () => {
      isGone = true;
      resized.disconnect();
      // Destroying during the import crashes it; the last edit is written before the model goes.
      void done
        .then(() => snapshots.now())
        .catch(() => undefined)
        .finally(() => {
          modeler.destroy();
          container.remove();
        });
    };
  }, [canvas, properties]);

  return state;
}
