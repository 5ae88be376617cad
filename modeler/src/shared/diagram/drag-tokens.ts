/** Pixels that the pointer moves before it is a drag and no click. */
const slack = 4;

/** The element that lies under a point of the page, by its id in the model; null where there is none, or only the ground. */
function elementAt(x: number, y: number): string | null {
  for (const node of document.elementsFromPoint(x, y)) {
    const drawn = node.closest<SVGElement>('.djs-shape[data-element-id]');
    if (drawn !== null) return (drawn.dataset['elementId'] ?? '').replace(/_label$/, '');
  }
  return null;
}

/**
 * Lets the tokens on a diagram be dragged to another element by mouse, pen or finger. What is under the pointer is marked with the class
 * `baton-target`. Escape gives up.
 *
 * @param stage what the diagram is drawn in
 * @returns ends it
 */
export function dragTokens(stage: HTMLElement, onMove: (from: string, to: string) => void): () => void {
  let from: string | null = null;
  let ghost: HTMLElement | null = null;
  let begin = { x: 0, y: 0 };
  let target: string | null = null;

  const mark = (next: string | null) => {
    if (next === target) return;
    const drawn = (id: string | null) =>
      id === null ? null : stage.querySelector(`.djs-shape[data-element-id="${CSS.escape(id)}"]`);
    drawn(target)?.classList.remove('baton-target');
    drawn(next)?.classList.add('baton-target');
    target = next;
  };
  const end = () => {
    ghost?.remove();
    ghost = null;
    mark(null);
    from = null;
  };
  const onDown = (event: PointerEvent) => {
    const badge = (event.target as Element).closest<HTMLElement>('.baton-badge[data-kind="tokens"]');
    const elementId = badge?.closest<HTMLElement>('.baton-badges')?.dataset['element'];
    if (badge === null || elementId === undefined || event.button !== 0) return;
    // The canvas below would be moved.
    event.preventDefault();
    event.stopPropagation();
    from = elementId;
    begin = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from === null) return;
    if (ghost === null) {
      if (Math.hypot(event.clientX - begin.x, event.clientY - begin.y) < slack) return;
      ghost = document.createElement('div');
      ghost.className = 'baton-ghost';
      document.body.append(ghost);
    }
    ghost.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
    const over = elementAt(event.clientX, event.clientY);
    mark(over === from ? null : over);
  };
  const onUp = () => {
    const [source, goal] = [from, target];
    const wasDragged = ghost !== null;
    end();
    if (wasDragged && source !== null && goal !== null) onMove(source, goal);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
  };

  stage.dataset['drags'] = 'true';
  stage.addEventListener('pointerdown', onDown, { capture: true });
  window.addEventListener('pointermove', onPointerMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', onKey);
  return () => {
    end();
    delete stage.dataset['drags'];
    stage.removeEventListener('pointerdown', onDown, { capture: true });
    window.removeEventListener('pointermove', onPointerMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', onKey);
  };
}
