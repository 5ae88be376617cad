import type Modeler from 'bpmn-js/lib/Modeler';
import { service, type DiagramElement, type ModdleElement } from './modeler-services';

function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function listOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = element?.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

function extensionElementsOf(element: ModdleElement): ModdleElement | undefined {
  const value = element.get('extensionElements');
  return isModdle(value) ? value : undefined;
}

function formDefinitionOf(element: ModdleElement): ModdleElement | undefined {
  return listOf(extensionElementsOf(element), 'values').find(({ $type }) => $type === 'zeebe:FormDefinition');
}

/** Whether an element can have a form: a user task, or a start event without a trigger that is not in an event sub-process. */
export function canHaveForm(element: DiagramElement): boolean {
  const { businessObject } = element;
  if (businessObject.$type === 'bpmn:UserTask') return true;
  const parent = (businessObject as { readonly $parent?: { readonly $type: string } }).$parent;
  return (
    businessObject.$type === 'bpmn:StartEvent' &&
    listOf(businessObject, 'eventDefinitions').length === 0 &&
    parent?.$type === 'bpmn:Process'
  );
}

/** The form id that an element links to; null where it links to none. A text that starts with `=` is a FEEL expression. */
export function linkedFormId(element: ModdleElement): string | null {
  const formId = formDefinitionOf(element)?.get('formId');
  return typeof formId === 'string' && formId !== '' ? formId : null;
}

/** All fixed form ids that a model links to, each once. */
export function linkedFormIds(modeler: Modeler): readonly string[] {
  const ids = service(modeler, 'elementRegistry')
    .filter(({ labelTarget }) => labelTarget === undefined)
    .map(({ businessObject }) => linkedFormId(businessObject))
    .filter((id): id is string => id !== null && !id.startsWith('='));
  return [...new Set(ids)];
}

/** Links an element to a form, in one step that can be undone; replaces whatever form it had. */
export function linkForm(modeler: Modeler, element: DiagramElement, formId: string): void {
  const factory = service(modeler, 'bpmnFactory');
  const before = extensionElementsOf(element.businessObject);
  const kept = listOf(before, 'values').filter(({ $type }) => $type !== 'zeebe:FormDefinition');
  const definition = factory.create('zeebe:FormDefinition', { formId });
  const extensionElements = factory.create('bpmn:ExtensionElements', { values: [...kept, definition] });
  // Children know their parent; the properties panel walks upwards along it.
  for (const child of [...kept, definition]) Object.assign(child, { $parent: extensionElements });
  Object.assign(extensionElements, { $parent: element.businessObject });
  service(modeler, 'modeling').updateModdleProperties(element, element.businessObject, { extensionElements });
}

/** A form id for an element that has none yet: readable, and unlikely to be taken. */
export function proposeFormId(element: DiagramElement): string {
  const name = element.businessObject.get('name');
  const base = (typeof name === 'string' ? name : '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const unique = crypto.randomUUID().slice(0, 6);
  return `${base === '' ? 'form' : base}-${unique}`;
}
