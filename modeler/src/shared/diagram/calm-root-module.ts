import type Canvas from 'diagram-js/lib/core/Canvas';

/**
 * Markers that say what the pointer is over and what it may do there. On an element they color it; on the root they only choose the mouse's cursor, and the
 * rules for that (`.drop-ok *`) name every part of the drawing. With 1,000 elements each change of such a marker on the root cost the browser 25 ms.
 */
const passing: ReadonlySet<string> = new Set([
  'hover',
  'drop-ok',
  'drop-not-ok',
  'connect-ok',
  'connect-not-ok',
  'new-parent',
]);

/** Keeps passing markers off the root, so that moving things stays smooth on a large diagram. */
class CalmRoot {
  static readonly $inject = ['canvas'];

  constructor(canvas: Canvas) {
    const isCostly = (element: Parameters<Canvas['addMarker']>[0], marker: string): boolean =>
      passing.has(marker) && (typeof element === 'string' ? element : element.id) === canvas.getRootElement().id;
    const add = canvas.addMarker.bind(canvas);
    const remove = canvas.removeMarker.bind(canvas);
    canvas.addMarker = (element, marker) => {
      if (!isCostly(element, marker)) add(element, marker);
    };
    canvas.removeMarker = (element, marker) => {
      if (!isCostly(element, marker)) remove(element, marker);
    };
  }
}

export const calmRootModule = {
  __init__: ['batonCalmRoot'],
  batonCalmRoot: ['type', CalmRoot] as ['type', typeof CalmRoot],
};
