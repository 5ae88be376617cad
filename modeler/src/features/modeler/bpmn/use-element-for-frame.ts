import type Modeler from 'bpmn-js/lib/Modeler';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDraftFrame } from '../frame/draft-frame-context';
import { service, type DiagramElement } from './modeler-services';
import { useModelerValue } from './use-modeler-value';

const readChosen = (modeler: Modeler): string | null => {
  const [only, ...more] = service(modeler, 'selection').get();
  return only === undefined || more.length > 0 ? null : (only.labelTarget ?? only).id;
};

/** For how many frames an element is chosen again until the panel shows it; after that the panel is closed. */
const patience = 60;

/**
 * Chooses an element. A properties panel that was just drawn listens from its next frame on and asks nobody what is chosen meanwhile: the element is
 * chosen again until the panel tells that it shows it.
 */
function choose(modeler: Modeler, element: DiagramElement): () => void {
  const bus = service(modeler, 'eventBus');
  const selection = service(modeler, 'selection');
  let frame = 0;
  let framesLeft = patience;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    bus.off('propertiesPanel.updated', onShown);
  };
  const onShown = ({ element: shown }: Record<string, unknown>): void => {
    if (shown === element) stop();
  };
  const again = (): void => {
    framesLeft -= 1;
    // Somebody has chosen another one meanwhile.
    if (framesLeft < 0 || selection.get()[0] !== element) return stop();
    frame = requestAnimationFrame(again);
    selection.select(element);
  };
  bus.on('propertiesPanel.updated', onShown);
  service(modeler, 'canvas').scrollToElement(element);
  selection.select(element);
  frame = requestAnimationFrame(again);
  return stop;
}

/** Tells the frame which element is chosen, and chooses the one that the address names. */
export function useElementForFrame(draftId: string, modeler: Modeler | null): void {
  const setElement = useDraftFrame(draftId)?.setElement;
  const { element } = useSearch({ strict: false });
  const chosen = useModelerValue(modeler, ['selection.changed'], readChosen, null);
  useEffect(() => setElement?.(chosen), [setElement, chosen]);
  useEffect(() => {
    if (modeler === null || element === undefined || setElement === undefined) return;
    const named = service(modeler, 'elementRegistry').get(element);
    return named === undefined ? undefined : choose(modeler, named);
  }, [modeler, element, setElement]);
}
