import type Modeler from 'bpmn-js/lib/Modeler';
import { linkedId } from './element-link';
import { service, type ModdleElement } from './modeler-services';

/** The form id that an element links to; null where it links to none. A text that starts with `=` is a FEEL expression. */
export function linkedFormId(element: ModdleElement): string | null {
  return linkedId(element, 'form');
}

/** All fixed form ids that a model links to, each once. */
export function linkedFormIds(modeler: Modeler): readonly string[] {
  const ids = service(modeler, 'elementRegistry')
    .filter(({ labelTarget }) => labelTarget === undefined)
    .map(({ businessObject }) => linkedFormId(businessObject))
    .filter((id): id is string => id !== null && !id.startsWith('='));
  return [...new Set(ids)];
}
