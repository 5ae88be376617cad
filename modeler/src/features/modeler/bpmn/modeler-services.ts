import type Modeler from 'bpmn-js/lib/Modeler';
import type { Linkables } from '../links/link-targets';

/** The model object behind a shape or a flow. */
export interface ModdleElement {
  readonly $type: string;
  readonly id: string;
  get(name: string): unknown;
}

/** A shape, a flow or a root on the canvas. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly labelTarget?: DiagramElement;
  /** The bends of a flow, its ends included; shapes have none. */
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly parent?: DiagramElement | null;
}

/** The services of bpmn-js that Baton calls, with what it uses of them; bpmn-js hands out `any`. */
interface Services {
  batonLinkables: { set(linkables: Linkables): void };
  canvas: {
    zoom(level?: number | 'fit-viewport', center?: 'auto' | null): number;
    viewbox(): {
      readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
      readonly outer: { readonly width: number; readonly height: number };
    };
    viewbox(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): unknown;
    getContainer(): HTMLElement;
    resized(): void;
    getRootElement(): DiagramElement;
    scrollToElement(element: DiagramElement): void;
    addMarker(element: DiagramElement, marker: string): void;
    removeMarker(element: DiagramElement, marker: string): void;
    hasMarker(element: DiagramElement, marker: string): boolean;
    focus(): void;
  };
  commandStack: {
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  };
  directEditing: { isActive(): boolean; complete(): void };
  elementRegistry: {
    get(id: string): DiagramElement | undefined;
    filter(test: (element: DiagramElement) => boolean): DiagramElement[];
    getGraphics(id: string): SVGElement | undefined;
  };
  elementTemplatesLoader: { setTemplates(templates: readonly object[]): void };
  eventBus: {
    on(events: string | readonly string[], listener: (event: Record<string, unknown>) => void): void;
    off(events: string | readonly string[], listener: (event: Record<string, unknown>) => void): void;
    fire(event: string, payload: object): void;
  };
  grid: { toggleVisible(): void; isVisible(): boolean };
  linting: {
    setErrors(reports: readonly object[]): void;
    showError(report: object): void;
    activate(): void;
  };
  nativeCopyPaste: { toggle(active: boolean): void };
  overlays: {
    add(element: DiagramElement, type: string, overlay: object): string;
    remove(filter: { readonly type: string }): void;
  };
  minimap: { open(): void; close(): void; isOpen(): boolean };
  modeling: { updateModdleProperties(element: DiagramElement, target: ModdleElement, properties: object): void };
  bpmnFactory: { create(type: string, attributes: object): ModdleElement };
  propertiesPanel: { attachTo(container: HTMLElement): void; detach(): void };
  searchPad: { toggle(): void };
  /** Of the token simulation. */
  toggleMode: { toggleMode(active?: boolean): void };
  selection: { get(): DiagramElement[]; select(element?: DiagramElement | DiagramElement[]): void };
  zoomScroll: { stepZoom(delta: number): void };
}

/** What something of the model is called: its name, else its id. */
export function nameOf(element: ModdleElement): string {
  const name = element.get('name');
  return typeof name === 'string' && name !== '' ? name : element.id;
}

/** What hands out services: a modeler, or its injector within the properties panel. */
export type ServiceOwner = Pick<Modeler, 'get'>;

/** A service of a modeler, typed. */
export function service<Name extends keyof Services>(owner: ServiceOwner, name: Name): Services[Name] {
  return owner.get<Services[Name]>(name);
}
