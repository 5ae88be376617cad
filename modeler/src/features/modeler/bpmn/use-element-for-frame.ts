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

/**
 * Chooses an element. A properties panel that has not been drawn yet does not hear of it: it tells when it is, by showing another
 * one, and then the element is chosen again.
 */
function choose(modeler: Modeler, element: DiagramElement): () => void {
  const bus = service(modeler, 'eventBus');
  const selection = service(modeler, 'selection');
  const onShown = ({ element: shown }: Record<string, unknown>) => {
    bus.off('propertiesPanel.updated', onShown);
    // Within that event the panel does not listen yet.
    if (shown !== element) queueMicrotask(() => selection.select(element));
  };
  bus.on('propertiesPanel.updated', onShown);
  service(modeler, 'canvas').scrollToElement(element);
  selection.select(element);
  return () => bus.off('propertiesPanel.updated', onShown);
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
