import SubprocessCompatibility from 'bpmn-js/lib/features/drilldown/SubprocessCompatibility';
import type { ModdleElement } from './modeler-services';

/** What is drawn for an element, as the file says it. */
interface DrawnShape {
  readonly $type: string;
  readonly bpmnElement?: ModdleElement;
  isMarkerVisible?: boolean;
}

interface Plane {
  readonly planeElement?: DrawnShape[];
}

interface ImportEvent {
  readonly definitions?: { readonly diagrams?: readonly { readonly plane?: Plane }[] };
}

interface EventBus {
  on(event: string, listener: (event: ImportEvent) => void): void;
  on(event: string, priority: number, listener: (event: ImportEvent) => void): void;
}

interface ElementRegistry {
  get(elementId: string): object | undefined;
}

/**
 * Leaves the diamonds of exclusive gateways empty where the file draws them so. The modeler would put an X into each of which the file says nothing, and
 * write that down with the next edit.
 */
class KeepMarkers {
  static readonly $inject = ['eventBus'];

  constructor(eventBus: EventBus) {
    let silent: readonly DrawnShape[] = [];
    eventBus.on('import.parse.complete', ({ definitions }) => {
      silent = (definitions?.diagrams ?? [])
        .flatMap(({ plane }) => plane?.planeElement ?? [])
        .filter((shape) => shape.bpmnElement?.$type === 'bpmn:ExclusiveGateway' && shape.isMarkerVisible === undefined);
      // While it is drawn the answer has to stand there.
      for (const shape of silent) shape.isMarkerVisible = false;
    });
    eventBus.on('import.done', () => {
      for (const shape of silent) delete shape.isMarkerVisible;
      silent = [];
    });
  }
}

/** What a collapsed sub-process holds gets a plane of its own, as the modeler needs it, but stays where the file has it. */
class KeepPlaces extends SubprocessCompatibility {
  // Called by the base, whose types do not tell of it. The plane is fitted into the window wherever it lies.
  readonly _movePlaneElementsToOrigin = (): void => undefined;
}

/**
 * Writes also the drawing of what the modeler does not show: a process beside the pools of a collaboration, say. When it puts the drawing in order before
 * it writes, it leaves that out.
 */
class KeepUndrawn {
  static readonly $inject = ['eventBus', 'elementRegistry'];

  constructor(eventBus: EventBus, elementRegistry: ElementRegistry) {
    let unseen: readonly (readonly [Plane, readonly DrawnShape[]])[] = [];
    let planes: readonly Plane[] = [];
    eventBus.on('import.parse.complete', ({ definitions }) => {
      planes = (definitions?.diagrams ?? []).flatMap(({ plane }) => plane ?? []);
    });
    eventBus.on('import.done', () => {
      unseen = planes.map((plane) => [
        plane,
        (plane.planeElement ?? []).filter(
          ({ bpmnElement }) => bpmnElement !== undefined && elementRegistry.get(bpmnElement.id) === undefined,
        ),
      ]);
    });
    eventBus.on('saveXML.start', afterOrdering, () => {
      for (const [{ planeElement }, shapes] of unseen)
        planeElement?.push(...shapes.filter((shape) => !planeElement.includes(shape)));
    });
  }
}

/** A priority below that of the modeler's own ordering (500). */
const afterOrdering = 100;

/** A file that was only opened says afterwards what it said before, also of how it is drawn. */
export const keepDrawingModule = {
  __init__: ['batonKeepMarkers', 'batonKeepUndrawn'],
  batonKeepMarkers: ['type', KeepMarkers] as ['type', typeof KeepMarkers],
  batonKeepUndrawn: ['type', KeepUndrawn] as ['type', typeof KeepUndrawn],
  subprocessCompatibility: ['type', KeepPlaces] as ['type', typeof KeepPlaces],
};
