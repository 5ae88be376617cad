import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useEffect, useMemo } from 'react';
import { service } from '../bpmn/modeler-services';
import { useDraftFrame } from '../frame/draft-frame-context';
import { commentEvent } from './comment-pad-module';
import { useCommentBadges } from './use-comment-badges';

/** Comments in the process editor: the numbers on its elements, and what asks for one. */
export function useBpmnComments(draftId: string, modeler: Modeler | null): void {
  const { show, comment } = useDraftFrame(draftId) ?? {};
  const drawing = useMemo(
    () =>
      modeler === null
        ? null
        : {
            overlays: service(modeler, 'overlays'),
            elementRegistry: service(modeler, 'elementRegistry'),
            eventBus: service(modeler, 'eventBus'),
          },
    [modeler],
  );
  const open = useCallback(
    (elementId: string) => {
      const element = modeler === null ? undefined : service(modeler, 'elementRegistry').get(elementId);
      if (modeler !== null && element !== undefined) service(modeler, 'selection').select(element);
      show?.('comments');
    },
    [modeler, show],
  );
  useCommentBadges(draftId, drawing, open);
  useEffect(() => {
    if (drawing === null || comment === undefined) return;
    drawing.eventBus.on(commentEvent, comment);
    return () => drawing.eventBus.off(commentEvent, comment);
  }, [drawing, comment]);
}
