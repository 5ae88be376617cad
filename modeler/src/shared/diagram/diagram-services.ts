// The few services of diagram-js that the viewer calls, with the types of what we read from them.

/** A shape, a connection or a root of the drawing. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly parent?: DiagramElement | null;
  readonly labelTarget?: DiagramElement | null;
  readonly collapsed?: boolean;
  readonly children?: readonly DiagramElement[];
  readonly businessObject?: { readonly id: string; readonly name?: string; readonly $type: string };
  /** Present on sequence flows. */
  readonly waypoints?: readonly unknown[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface DiagramEvent {
  readonly element?: DiagramElement;
  readonly originalEvent?: Event;
}

/** Services by name, as `viewer.get` hands them out. */
export interface DiagramServices {
  readonly canvas: {
    viewbox(
      box?: Box,
    ): Box & { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
    zoom(level?: number | 'fit-viewport'): number;
    resized(): void;
    scrollToElement(element: DiagramElement, padding?: number): void;
    findRoot(element: DiagramElement): DiagramElement | undefined;
    getRootElement(): DiagramElement;
    setRootElement(element: DiagramElement): void;
    addMarker(element: DiagramElement, marker: string): void;
    removeMarker(element: DiagramElement, marker: string): void;
  };
  readonly elementRegistry: {
    get(elementId: string): DiagramElement | undefined;
    filter(accept: (element: DiagramElement) => boolean): DiagramElement[];
  };
  readonly selection: { select(elements: DiagramElement | readonly DiagramElement[]): void };
  readonly overlays: {
    add(
      element: DiagramElement,
      type: string,
      overlay: {
        readonly html: HTMLElement;
        readonly position: Readonly<Record<string, number>>;
        readonly scale?: unknown;
      },
    ): string;
    remove(filter: { readonly type: string }): void;
  };
  readonly eventBus: { on(event: string, listener: (event: DiagramEvent) => void): void };
}
