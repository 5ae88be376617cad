// The bpmn.io packages below ship no types. They are declared as loosely as they are used: modules are handed on to
// diagram-js's injector unread, and the few calls that we make go through the typed facade in `modeler-services.ts`.

type DiagramModule = NonNullable<import('bpmn-js/lib/BaseViewer').BaseViewerOptions['additionalModules']>[number];

declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: DiagramModule;
  export const BpmnPropertiesProviderModule: DiagramModule;
  export const ZeebePropertiesProviderModule: DiagramModule;
  export const ZeebeTooltipProvider: unknown;
  export function useService(name: string, strict?: boolean): unknown;
}
declare module '@bpmn-io/properties-panel' {
  // Components of the panel's own preact, handed on to its `h` unread.
  export const CheckboxEntry: unknown;
  export const CollapsibleEntry: unknown;
  export const FeelCheckboxEntry: unknown;
  export const FeelEntry: unknown;
  export const FeelNumberEntry: unknown;
  export const FeelTemplatingEntry: unknown;
  export const FeelTextAreaEntry: unknown;
  export const FeelToggleSwitchEntry: unknown;
  export const Group: unknown;
  export const Header: unknown;
  export const JsonEditorEntry: unknown;
  export const ListEntry: unknown;
  export const ListGroup: unknown;
  export const Placeholder: unknown;
  export const SelectEntry: unknown;
  export const TextAreaEntry: unknown;
  export const TextFieldEntry: unknown;
  export function isCheckboxEntryEdited(node: unknown): boolean;
  export function isFeelEntryEdited(node: unknown): boolean;
  export function isSelectEntryEdited(node: unknown): boolean;
  export function isTextAreaEntryEdited(node: unknown): boolean;
  export function isTextFieldEntryEdited(node: unknown): boolean;
}
declare module '@bpmn-io/properties-panel/preact/hooks' {
  export function useEffect(effect: () => (() => void) | undefined, inputs: readonly unknown[]): void;
  export function useState<Value>(initial: Value): [value: Value, set: (value: Value) => void];
}
declare module '@bpmn-io/properties-panel/preact' {
  export function h(type: unknown, props: object | null, ...children: unknown[]): unknown;
  /** What of the panel's parts is altered as they are made. */
  export interface VNodeProps {
    translate?: unknown;
    label?: unknown;
    text?: unknown;
    headerProvider?: unknown;
  }
  /** Hooks into the panel's preact; `vnode` is called for whatever is made. */
  export const options: {
    vnode?: (node: { readonly type: unknown; readonly props: VNodeProps }) => void;
  };
}
declare module 'dmn-js-properties-panel' {
  export const DmnPropertiesPanelModule: DiagramModule;
  export const DmnPropertiesProviderModule: DiagramModule;
  export const ZeebePropertiesProviderModule: DiagramModule;
  export const ZeebeTooltipProvider: unknown;
}
declare module '@bpmn-io/variable-resolver' {
  export const ZeebeVariableResolverModule: DiagramModule;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const module: DiagramModule;
  export default module;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: DiagramModule;
  export const CreateAppendElementTemplatesModule: DiagramModule;
}
declare module 'bpmnlint/lib/linter' {
  export interface Rule {
    check(
      element: import('../features/modeler/bpmn/modeler-services').ModdleElement,
      reporter: { report(elementId: string, message: string): void },
    ): void;
  }
  export default class Linter {
    constructor(options: {
      readonly config: { readonly rules: Readonly<Record<string, readonly unknown[]>> };
      readonly resolver: import('bpmnlint/lib/resolver/static-resolver').default;
    });
    /** What was found, by rule. */
    lint(definitions: object): Promise<Readonly<Record<string, readonly import('@camunda/linting').LintReport[]>>>;
  }
}
declare module 'bpmnlint/lib/resolver/static-resolver' {
  export default class StaticResolver {
    readonly cache: Readonly<Record<string, unknown>>;
    constructor(cache: Readonly<Record<string, unknown>>);
  }
}
declare module 'bpmn-js-element-templates' {
  /** Rules for elements that were made by templates. */
  export function CloudElementTemplatesLinterPlugin(templates: readonly object[]): {
    readonly config: { readonly rules: Readonly<Record<string, readonly unknown[]>> };
    readonly resolver: import('bpmnlint/lib/resolver/static-resolver').default;
  };
  export const CloudElementTemplatesPropertiesProviderModule: DiagramModule;
}
declare module '@bpmn-io/element-templates-validator' {
  export function validateZeebe(template: object): {
    readonly valid: boolean;
    readonly errors:
      | readonly { readonly keyword: string; readonly instancePath: string; readonly message: string }[]
      | null;
  };
}
declare module '@bpmn-io/element-template-chooser' {
  const module: DiagramModule;
  export default module;
}
declare module '@bpmn-io/element-template-icon-renderer' {
  const module: DiagramModule;
  export default module;
}
declare module 'diagram-js-minimap' {
  const module: DiagramModule;
  export default module;
}
declare module 'diagram-js-grid' {
  const module: DiagramModule;
  export default module;
}
declare module 'bpmn-js-color-picker' {
  const module: DiagramModule;
  export default module;
}
declare module 'bpmn-js-native-copy-paste' {
  const module: DiagramModule;
  export default module;
}
declare module 'bpmn-js-token-simulation' {
  const module: DiagramModule;
  export default module;
}
declare module 'bpmn-auto-layout' {
  /** Gives a process without a drawing shapes and edges, and answers the file with them. */
  export function layoutProcess(xml: string): Promise<string>;
}
declare module '@camunda/linting/modeler' {
  const module: DiagramModule;
  export default module;
}
declare module '@camunda/linting' {
  /** One finding of the linter. */
  export interface LintReport {
    readonly id: string;
    readonly message: string;
    readonly category: 'error' | 'warn' | 'info' | 'rule-error';
    readonly rule: string;
    readonly path?: readonly (string | number)[];
    readonly propertiesPanel?: { readonly entryIds: readonly string[] };
  }
  export class Linter {
    constructor(options?: { readonly modeler?: 'desktop' | 'web'; readonly type?: 'cloud' | 'platform' });
    lint(contents: string): Promise<LintReport[]>;
  }
}
declare module 'zeebe-dmn-moddle/resources/zeebe.json' {
  const descriptor: object;
  export default descriptor;
}
declare module 'zeebe-bpmn-moddle/resources/zeebe.json' {
  const descriptor: object;
  export default descriptor;
}
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    /** Rejects when the text is no BPMN at all. */
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly Error[] }>;
  }
}
declare module 'dmn-moddle' {
  export class DmnModdle {
    /** Rejects when the text is no DMN at all. */
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly Error[] }>;
  }
}
