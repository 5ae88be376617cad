import type Modeler from 'bpmn-js/lib/Modeler';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDraftFrame } from '../frame/draft-frame-context';
import { service } from './modeler-services';
import { useModelerValue } from './use-modeler-value';

const readChosen = (modeler: Modeler): string | null => {
  const [only, ...more] = service(modeler, 'selection').get();
  return only === undefined || more.length > 0 ? null : (only.labelTarget ?? only).id;
};

/** Milliseconds after which the properties panel has been drawn. */
const panelDrawnMs = 150;

/** Tells the frame which element is chosen, and chooses the one that the address names. */
export function useElementForFrame(draftId: string, modeler: Modeler | null): void {
  const setElement = useDraftFrame(draftId)?.setElement;
  const { element } = useSearch({ strict: false });
  const chosen = useModelerValue(modeler, ['selection.changed'], readChosen, null);
  useEffect(() => setElement?.(chosen), [setElement, chosen]);
  useEffect(() => {
    if (modeler === null || element === undefined || setElement === undefined) return;
    // The properties panel hears of selections only once it has been drawn.
    const timer = setTimeout(() => {
      const named = service(modeler, 'elementRegistry').get(element);
      if (named === undefined) return;
      service(modeler, 'canvas').scrollToElement(named);
      service(modeler, 'selection').select(named);
    }, panelDrawnMs);
    return () => clearTimeout(timer);
  }, [modeler, element, setElement]);
}
