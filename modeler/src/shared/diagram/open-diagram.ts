import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import OutlineModule from 'bpmn-js/lib/features/outline';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { rendererColors } from '../bpmn/renderer-colors';
import type { DiagramMarks } from './diagram-marks';
import type { DiagramAction } from './diagram-actions';
import { paintActions } from './paint-actions';
import { paintBadges, type ElementBadge } from './paint-badges';
import { paintMarks } from './paint-marks';
import { translateModule } from './translate-module';
import type { DiagramElement, DiagramServices } from './diagram-services';
import type { ViewLink } from './view-link';
import { walkedEvent, walkModule } from './walk/walk-module';

/** What a diagram tells the page. Coordinates are pixels within the diagram's container. */
export interface DiagramListener {
  readonly onSelect: (elementId: string | null) => void;
  readonly onAction: (action: DiagramAction) => void;
  readonly onBadge: (elementId: string) => void;
  readonly onHover: (hovered: { readonly elementId: string; readonly x: number; readonly y: number } | null) => void;
}

/** What is fixed when a diagram is opened. */
export interface DiagramOptions extends DiagramListener {
  /** Diagrams that show the same part. */
  readonly link?: ViewLink | undefined;
  /** Which diagram of the file. (Default: the first.) */
  readonly diagramId?: string | undefined;
}

/** An element as the page names it. */
export interface DiagramElementInfo {
  readonly elementId: string;
  readonly name: string;
  /** The BPMN type without prefix, for example `UserTask`. */
  readonly type: string;
}

/** A diagram in the page. */
export interface DiagramHandle {
  /** Replaces what is shown on the elements; the drawing stays as it is. */
  readonly paint: (marks: DiagramMarks) => void;
  /** Replaces the buttons on the elements. */
  readonly offer: (actions: readonly DiagramAction[]) => void;
  /** Replaces the numbers on the elements. */
  readonly count: (badges: readonly ElementBadge[]) => void;
  /** Selects an element and brings it into view, in its sub-process if need be; null selects nothing. */
  readonly select: (elementId: string | null) => void;
  /** Opens the plane of one of the elements when none of them lies on the open one: a sub-process, or what is around it. */
  readonly follow: (elementIds: readonly string[]) => void;
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly describe: (elementId: string) => DiagramElementInfo | null;
  /** The space has changed. A view that the person did not move is fitted again. */
  readonly resized: () => void;
}

/** Pixels that stay free around a fitted diagram. */
const fitMargin = 28;

/** Never enlarge a small diagram so far that it looks like a poster. */
const greatestFitZoom = 1;

function isRealElement(element: DiagramElement | undefined): element is DiagramElement {
  return element !== undefined && element.parent !== undefined && element.parent !== null;
}

/** The id in the model; a label, and the plane of a collapsed sub-process, stand for their element. */
function modelId(element: DiagramElement): string {
  return element.businessObject?.id ?? element.id;
}

/**
 * Draws a process read-only.
 *
 * `destroy` may be called at any time, also while the import runs: the viewer is then taken down after it, because
 * taking it down in between breaks the import.
 *
 * @returns `ready` rejects when the XML cannot be drawn
 */
export function openDiagram(
  parent: HTMLElement,
  xml: string,
  listener: DiagramOptions,
): { readonly ready: Promise<DiagramHandle | null>; readonly destroy: () => void } {
  const container = document.createElement('div');
  container.className = 'baton-diagram';
  container.style.cssText = 'position:absolute;inset:0';
  parent.append(container);

  const viewer = new NavigatedViewer<DiagramServices>({
    container,
    // What is selected is to be seen; only the modeler has that by itself.
    additionalModules: [OutlineModule, translateModule, walkModule],
    bpmnRenderer: rendererColors,
    moddleExtensions: { zeebe },
  });
  let isGone = false;

  const imported = viewer.importXML(xml, listener.diagramId);
  const ready = imported.then(() => (isGone ? null : connect(viewer, container, listener)));
  return {
    ready,
    destroy() {
      if (isGone) return;
      isGone = true;
      const remove = () => {
        viewer.destroy();
        container.remove();
      };
      imported.then(remove, remove);
    },
  };
}

function connect(
  viewer: NavigatedViewer<DiagramServices>,
  container: HTMLElement,
  listener: DiagramOptions,
): DiagramHandle {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const selection = viewer.get('selection');
  const events = viewer.get('eventBus');
  const planesSeen = new Set([canvas.getRootElement().id]);
  let isMovedByPerson = false;
  let isMovingItself = false;
  const linked = listener.link?.join(({ x, y, width, height }) => {
    isMovingItself = true;
    canvas.viewbox({ x, y, width, height });
    isMovingItself = false;
  });

  const fit = () => {
    const { inner, outer } = canvas.viewbox();
    if (outer.width < 2 * fitMargin || outer.height < 2 * fitMargin || inner.width <= 0 || inner.height <= 0) return;
    const scale = Math.min(
      greatestFitZoom,
      (outer.width - 2 * fitMargin) / inner.width,
      (outer.height - 2 * fitMargin) / inner.height,
    );
    const width = outer.width / scale;
    const height = outer.height / scale;
    isMovingItself = true;
    canvas.viewbox({
      x: inner.x + inner.width / 2 - width / 2,
      y: inner.y + inner.height / 2 - height / 2,
      width,
      height,
    });
    isMovingItself = false;
    isMovedByPerson = false;
    linked?.moved(canvas.viewbox());
  };

  events.on('canvas.viewbox.changed', () => {
    if (isMovingItself) return;
    isMovedByPerson = true;
    linked?.moved(canvas.viewbox());
  });
  // A sub-process that is opened for the first time is fitted; later visits find the view as it was left.
  events.on('root.set', ({ element }) => {
    if (element === undefined || planesSeen.has(element.id)) return;
    planesSeen.add(element.id);
    queueMicrotask(fit);
  });
  events.on('element.click', ({ element }) => listener.onSelect(isRealElement(element) ? modelId(element) : null));
  events.on(walkedEvent, ({ element }) => {
    if (element !== undefined) listener.onSelect(modelId(element));
  });
  events.on('element.hover', ({ element, originalEvent }) => {
    if (!isRealElement(element)) {
      listener.onHover(null);
      return;
    }
    const frame = container.getBoundingClientRect();
    const pointer = originalEvent as MouseEvent | undefined;
    listener.onHover({
      elementId: modelId(element),
      x: (pointer?.clientX ?? frame.left) - frame.left,
      y: (pointer?.clientY ?? frame.top) - frame.top,
    });
  });
  events.on('element.out', () => listener.onHover(null));
  if (linked?.isFirst !== false) fit();
  events.on('diagram.destroy', () => linked?.leave());

  return {
    paint: (marks) => paintMarks(viewer, marks),
    offer: (actions) => paintActions(viewer, actions, listener.onAction),
    count: (badges) =>
      paintBadges({ overlays: viewer.get('overlays'), elementRegistry: registry }, badges, listener.onBadge),
    select(elementId) {
      const element = elementId === null ? undefined : registry.get(elementId);
      if (element === undefined) {
        selection.select([]);
        return;
      }
      const root = canvas.findRoot(element);
      if (root !== undefined && root !== canvas.getRootElement()) canvas.setRootElement(root);
      selection.select(element);
      const wasMoved = isMovedByPerson;
      canvas.scrollToElement(element, 60);
      isMovedByPerson = wasMoved;
    },
    follow(elementIds) {
      const roots = elementIds.flatMap((elementId) => {
        const element = registry.get(elementId);
        return (element && canvas.findRoot(element)) ?? [];
      });
      const [first] = roots;
      if (first !== undefined && !roots.includes(canvas.getRootElement())) canvas.setRootElement(first);
    },
    fit,
    zoomBy: (factor) => canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor))),
    describe(elementId) {
      const element = registry.get(elementId);
      if (element === undefined) return null;
      const { name, $type } = element.businessObject ?? {};
      return { elementId, name: name ?? '', type: ($type ?? element.type).replace(/^bpmn:/, '') };
    },
    resized() {
      isMovingItself = true;
      canvas.resized();
      isMovingItself = false;
      if (!isMovedByPerson) fit();
    },
  };
}
