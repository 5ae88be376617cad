import type { DiagramAction } from './diagram-actions';
import type { DiagramServices } from './diagram-services';

const overlayType = 'baton-actions';
/** What is drawn on the buttons, in a box of 16 by 16. */
const paths = { go: 'M5 3.2v9.6l8-4.8z', begin: 'M8 3.5v9M3.5 8h9', look: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5' } as const;

interface ServiceSource {
  get<Name extends keyof DiagramServices>(name: Name): DiagramServices[Name];
}

function button(action: DiagramAction, onAction: (action: DiagramAction) => void): HTMLElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'baton-action';
  node.dataset['kind'] = action.kind;
  node.setAttribute('aria-label', action.label);
  node.title = action.label;
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[action.kind]);
  picture.append(path);
  node.append(picture);
  // The canvas below would take it for the beginning of a move.
  node.addEventListener('mousedown', (event) => event.stopPropagation());
  node.addEventListener('click', (event) => {
    event.stopPropagation();
    onAction(action);
  });
  return node;
}

/** Puts the buttons on the drawing in place of those that were there; the several of one element stand beside each other. */
export function paintActions(
  source: ServiceSource,
  actions: readonly DiagramAction[],
  onAction: (action: DiagramAction) => void,
): void {
  const overlays = source.get('overlays');
  const registry = source.get('elementRegistry');
  overlays.remove({ type: overlayType });
  const rows = new Map<string, HTMLElement>();
  for (const action of actions) {
    let row = rows.get(action.elementId);
    if (row === undefined) {
      row = document.createElement('div');
      row.className = 'baton-actions';
      rows.set(action.elementId, row);
    }
    row.append(button(action, onAction));
  }
  for (const [elementId, html] of rows) {
    const element = registry.get(elementId);
    if (element?.parent == null) continue;
    overlays.add(element, overlayType, { html, position: { bottom: 12, left: -12 }, scale: { min: 0.8 } });
  }
}
