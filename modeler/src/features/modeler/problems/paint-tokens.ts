import type Modeler from 'bpmn-js/lib/Modeler';
import type { PlayedStep, TokenPlace } from '../../../api/soundness';
import { service, type DiagramElement } from '../bpmn/modeler-services';

const overlayType = 'baton-tokens';
const firedMarker = 'b-fired';
/** How far before the end of a flow its token sits, pixels. */
const beforeEnd = 16;
const size = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The place of a token near the end of a flow, relative to the box around the flow. */
function placeOnFlow(waypoints: readonly Point[]): { readonly left: number; readonly top: number } {
  const end = waypoints.at(-1) ?? { x: 0, y: 0 };
  const before = waypoints.at(-2) ?? end;
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  const back = Math.min(beforeEnd, length / 2) / (length === 0 ? 1 : length);
  const left = Math.min(...waypoints.map(({ x }) => x));
  const top = Math.min(...waypoints.map(({ y }) => y));
  return {
    left: end.x + (before.x - end.x) * back - left - size / 2,
    top: end.y + (before.y - end.y) * back - top - size / 2,
  };
}

function token(count: number): HTMLElement {
  const node = document.createElement('span');
  node.className = 'b-token';
  node.dataset['doubled'] = String(count > 1);
  node.textContent = String(count);
  return node;
}

function paintPlace(modeler: Modeler, { flowId, elementId, count }: TokenPlace): void {
  const registry = service(modeler, 'elementRegistry');
  const flow = flowId === null ? undefined : registry.get(flowId);
  const element = flow ?? registry.get(elementId);
  if (element === undefined) return;
  const position =
    element.waypoints === undefined ? { left: -size / 2, top: -size / 2 } : placeOnFlow(element.waypoints);
  service(modeler, 'overlays').add(element, overlayType, { html: token(count), position });
}

/** Takes the tokens of a step off the canvas. */
export function clearTokens(modeler: Modeler): void {
  service(modeler, 'overlays').remove({ type: overlayType });
  const isFired = (element: DiagramElement): boolean => service(modeler, 'canvas').hasMarker(element, firedMarker);
  for (const element of service(modeler, 'elementRegistry').filter(isFired))
    service(modeler, 'canvas').removeMarker(element, firedMarker);
}

/** Shows where the tokens are after a step, and which element went on. */
export function paintTokens(modeler: Modeler, step: PlayedStep): void {
  clearTokens(modeler);
  for (const place of step.tokens) paintPlace(modeler, place);
  const fired = step.elementId === null ? undefined : service(modeler, 'elementRegistry').get(step.elementId);
  if (fired !== undefined) service(modeler, 'canvas').addMarker(fired, firedMarker);
  const shown = fired ?? service(modeler, 'elementRegistry').get(step.tokens[0]?.elementId ?? '');
  if (shown !== undefined) service(modeler, 'canvas').scrollToElement(shown);
}
