import {
  CheckboxEntry,
  FeelEntry,
  isCheckboxEntryEdited,
  isFeelEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import { useService } from 'bpmn-js-properties-panel';
import { t } from '../../../../language/texts';
import { extensionOf, listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';

/** One change of one object of the model. */
export interface ModelChange {
  readonly target: ModdleElement;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Where a value of a field is read from, and how the model changes with it; an empty text clears it. */
interface Field {
  readonly id: string;
  readonly element: DiagramElement;
  readonly label: string;
  readonly description?: string;
}

export interface TextField extends Field {
  readonly get: () => string | undefined;
  /** Several changes are one step that can be undone. */
  readonly change: (value: string | undefined, create: Create) => readonly ModelChange[];
}

export interface CheckField extends Field {
  readonly get: () => boolean;
  readonly change: (value: boolean) => readonly ModelChange[];
}

export interface SelectField extends TextField {
  readonly options: () => readonly { readonly value: string; readonly label: string }[];
}

/** Makes an object of the model that lies within `parent`. */
export type Create = (
  type: string,
  attributes: Readonly<Record<string, unknown>>,
  parent: ModdleElement,
) => ModdleElement;

interface CommandStack {
  execute(command: string, context: object): void;
}
interface BpmnFactory {
  create(type: string, attributes: object): ModdleElement;
}
interface VariableResolver {
  getVariablesForElement(element: ModdleElement): Promise<readonly { readonly name: string; readonly info?: string }[]>;
}

/** Carries out changes as one command. */
export function applyChanges(
  commandStack: CommandStack,
  element: DiagramElement,
  changes: readonly ModelChange[],
): void {
  if (changes.length === 0) return;
  commandStack.execute(
    'properties-panel.multi-command-executor',
    changes.map(({ target, properties }) => ({
      cmd: 'element.updateModdleProperties',
      context: { element, moddleElement: target, properties },
    })),
  );
}

/** Children know their parent; the properties panel walks upwards along it. */
export const creator =
  (factory: BpmnFactory): Create =>
  (type, attributes, parent) => {
    const made = factory.create(type, attributes);
    Object.assign(made, { $parent: parent });
    return made;
  };

function useField<Value>(element: DiagramElement, change: (value: Value, create: Create) => readonly ModelChange[]) {
  const commandStack = useService('commandStack') as CommandStack;
  const factory = useService('bpmnFactory') as BpmnFactory;
  return (value: Value) => applyChanges(commandStack, element, change(value, creator(factory)));
}

/** What can be named in an expression at this element. */
function useVariables(element: DiagramElement) {
  const resolver = useService('variableResolver', false) as VariableResolver | null;
  const [variables, setVariables] = useState<readonly object[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void resolver?.getVariablesForElement(element.businessObject).then((found) => {
      if (isCurrent) setVariables(found.map((each) => ({ ...each, info: each.info ?? t('Written in the process.') })));
    });
    return () => {
      isCurrent = false;
    };
  }, [element, resolver]);
  return variables;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What all fields of text are made of. */
function useTextField({ element, id, label, description, get, change }: TextField) {
  const debounce = useService('debounceInput');
  const set = useField(element, change);
  return {
    element,
    id,
    label,
    description,
    debounce,
    getValue: () => get() ?? '',
    setValue: (value: unknown) => set(textOf(value)),
  };
}

function Text(field: TextField) {
  return h(TextFieldEntry, useTextField(field));
}

function Code(field: TextField) {
  return h(TextAreaEntry, { ...useTextField(field), monospace: true, autoResize: false, rows: 8 });
}

function Expression(field: TextField) {
  const variables = useVariables(field.element);
  return h(FeelEntry, { ...useTextField(field), feel: 'required', variables });
}

function Check({ element, id, label, description, get, change }: CheckField) {
  const set = useField(element, change);
  return h(CheckboxEntry, { element, id, label, description, getValue: get, setValue: set });
}

function Choice({ element, id, label, description, get, change, options }: SelectField) {
  const set = useField(element, change);
  return h(SelectEntry, {
    element,
    id,
    label,
    description,
    getValue: () => get() ?? '',
    setValue: (value: unknown) => set(textOf(value)),
    getOptions: options,
  });
}

/** Entries of the properties panel: how each kind of field is shown. */
export const textEntry = (field: TextField) => ({ ...field, component: Text, isEdited: isTextFieldEntryEdited });
export const codeEntry = (field: TextField) => ({ ...field, component: Code, isEdited: isTextAreaEntryEdited });
export const expressionEntry = (field: TextField) => ({ ...field, component: Expression, isEdited: isFeelEntryEdited });
export const checkEntry = (field: CheckField) => ({ ...field, component: Check, isEdited: isCheckboxEntryEdited });
export const selectEntry = (field: SelectField) => ({ ...field, component: Choice, isEdited: isSelectEntryEdited });

/** A text that stands in a property as it is. */
export const ofProperty = (target: ModdleElement, property: string): Pick<TextField, 'get' | 'change'> => ({
  get: () => {
    const value = target.get(property);
    return typeof value === 'number' ? String(value) : textOf(value);
  },
  change: (value) => [{ target, properties: { [property]: value } }],
});

/** A text that stands in an extension of its own, which is made with the first text. */
export const ofExtension = (
  target: ModdleElement,
  type: string,
  property: string,
): Pick<TextField, 'get' | 'change'> => ({
  get: () => textOf(extensionOf(target, type)?.get(property)),
  change: (value, create) => {
    const before = extensionOf(target, type);
    if (before !== undefined) return [{ target: before, properties: { [property]: value } }];
    if (value === undefined) return [];
    const there = target.get('extensionElements') as ModdleElement | undefined;
    const holder = there ?? create('bpmn:ExtensionElements', { values: [] }, target);
    const values = [...listOf(there, 'values'), create(type, { [property]: value }, holder)];
    return [
      { target: holder, properties: { values } },
      { target, properties: { extensionElements: holder } },
    ];
  },
});

/** An expression that stands in a property as an object of its own. */
export const ofExpression = (target: ModdleElement, property: string): Pick<TextField, 'get' | 'change'> => {
  const expression = () => target.get(property) as ModdleElement | undefined;
  return {
    get: () => textOf(expression()?.get('body')),
    change: (body, create) => {
      const before = expression();
      if (body !== undefined && before !== undefined) return [{ target: before, properties: { body } }];
      const made = body === undefined ? undefined : create('bpmn:FormalExpression', { body }, target);
      return [{ target, properties: { [property]: made } }];
    },
  };
};

/** A yes or no that stands in a property. */
export const ofFlag = (target: ModdleElement, property: string): Pick<CheckField, 'get' | 'change'> => ({
  get: () => target.get(property) === true,
  change: (value) => [{ target, properties: { [property]: value } }],
});
