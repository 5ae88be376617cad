// dmn-js ships no types; what is used of it is declared here.

declare module 'dmn-js/lib/Modeler' {
  /** Something of a DMN file. */
  export interface DmnElement {
    readonly $type: string;
    readonly id: string;
    readonly name?: string;
    readonly decisionLogic?: DmnElement;
    readonly drgElement?: readonly DmnElement[];
    readonly informationRequirement?: readonly DmnElement[];
    readonly requiredInput?: { readonly href: string };
    readonly requiredDecision?: { readonly href: string };
    readonly input?: readonly DmnElement[];
    readonly inputExpression?: DmnElement;
    readonly text?: string;
    readonly label?: string;
    readonly typeRef?: string;
    /** Of a table; absent is `UNIQUE`. */
    readonly hitPolicy?: string;
    /** Of a table that collects, such as `SUM`. */
    readonly aggregation?: string;
    /** Of a rule: its annotation. */
    readonly description?: string;
    readonly output?: readonly DmnElement[];
    readonly rule?: readonly DmnElement[];
    readonly inputEntry?: readonly DmnElement[];
    readonly outputEntry?: readonly DmnElement[];
    /** What an input may be. */
    readonly inputValues?: DmnElement;
  }
  /** One of the pictures of a file: the requirements, or the logic of a decision. */
  export interface DmnView {
    readonly id: string;
    readonly type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
    readonly name?: string;
    readonly element: DmnElement;
  }
  interface CommandStack {
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  }
  /** What shows a view. */
  export interface DmnViewer {
    get(name: 'commandStack'): CommandStack;
    /** Of the requirements only. */
    get(name: 'canvas'): import('../features/modeler/parts/fit-canvas').FittingCanvas & { resized(): void };
    /** Of the requirements only, while they are edited. */
    get(name: 'propertiesPanel'): { attachTo(container: HTMLElement): void; detach(): void };
    /** Of the requirements only. */
    get(name: 'selection'): { get(): readonly { readonly id: string }[]; select(element: unknown): void };
    /** Of the requirements only. */
    get(name: 'overlays'): import('../shared/diagram/paint-badges').BadgeDrawing['overlays'];
    /** Of the requirements only. */
    get(name: 'elementRegistry'): import('../shared/diagram/paint-badges').BadgeDrawing['elementRegistry'];
    get(name: 'eventBus'): import('../features/modeler/comments/use-comment-badges').BadgedDrawing['eventBus'];
    /** Of decision tables only. */
    get(name: 'takeSheet'): import('../features/modeler/dmn/sheet/take-sheet-module').TakeSheet;
    /** Of decision tables only. */
    get(name: 'batonRules'): import('../features/modeler/dmn/rules/rule-choice-module').RuleChoice;
    on(event: string, listener: () => void): void;
    saveSVG?(): Promise<{ readonly svg: string }>;
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    saveXML(options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    getDefinitions(): DmnElement;
    getViews(): readonly DmnView[];
    getActiveView(): DmnView | undefined;
    getActiveViewer(): DmnViewer | undefined;
    open(view: DmnView): Promise<unknown>;
    on(event: 'views.changed', listener: () => void): void;
    on(event: 'viewer.created', listener: (event: { readonly viewer: DmnViewer }) => void): void;
    destroy(): void;
  }
}

declare module 'dmn-js/lib/NavigatedViewer' {
  import type DmnModeler from 'dmn-js/lib/Modeler';
  /** The same file, only to be looked at. */
  export default class DmnNavigatedViewer {
    constructor(options: object);
    importXML: DmnModeler['importXML'];
    getViews: DmnModeler['getViews'];
    getActiveView: DmnModeler['getActiveView'];
    getActiveViewer: DmnModeler['getActiveViewer'];
    open: DmnModeler['open'];
    on(event: 'views.changed', listener: () => void): void;
    destroy(): void;
  }
}
