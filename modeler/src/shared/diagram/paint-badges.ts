import './badges.css';

/** A number on an element, which is a button. */
export interface ElementBadge {
  readonly elementId: string;
  readonly count: number;
  /** What it counts, for the tooltip and screen readers. */
  readonly label: string;
}

/** What is needed of a drawing of diagram-js, whichever editor or viewer it is of. */
export interface BadgeDrawing {
  readonly overlays: {
    add(
      element: never,
      type: string,
      overlay: {
        readonly html: HTMLElement;
        readonly position: Readonly<Record<string, number>>;
        readonly scale: object;
      },
    ): unknown;
    remove(filter: { readonly type: string }): void;
  };
  readonly elementRegistry: { get(elementId: string): { readonly parent?: unknown } | undefined };
}

const overlayType = 'baton-counts';

function badgeNode({ elementId, count, label }: ElementBadge, onOpen: (elementId: string) => void): HTMLElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'baton-count';
  node.setAttribute('aria-label', label);
  node.title = label;
  node.textContent = String(count);
  // The canvas below would take it for the beginning of a move.
  node.addEventListener('mousedown', (event) => event.stopPropagation());
  node.addEventListener('click', (event) => {
    event.stopPropagation();
    onOpen(elementId);
  });
  return node;
}

/** Puts badges at the upper right of their elements, in place of those that were there. An element that is not drawn gets none. */
export function paintBadges(
  { overlays, elementRegistry }: BadgeDrawing,
  badges: readonly ElementBadge[],
  onOpen: (elementId: string) => void,
): void {
  overlays.remove({ type: overlayType });
  for (const badge of badges) {
    const element = elementRegistry.get(badge.elementId);
    // What has no parent is the drawing itself.
    if (element?.parent == null) continue;
    overlays.add(element as never, overlayType, {
      html: badgeNode(badge, onOpen),
      position: { top: -10, right: 10 },
      scale: { min: 0.8 },
    });
  }
}
