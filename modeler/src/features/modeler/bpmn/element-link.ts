import type { LinkKind } from '../../../api/model-links';
import { service, type DiagramElement, type ModdleElement, type ServiceOwner } from './modeler-services';

/** How a link is written into the model: as an extension of this type, with the id in this property. */
interface Writing {
  readonly type: string;
  readonly property: string;
  /** What a new one says besides. */
  readonly fresh: object;
  /** Extensions that it cannot stand beside. */
  readonly replaces: readonly string[];
}

const writings: Readonly<Record<LinkKind, Writing>> = {
  form: { type: 'zeebe:FormDefinition', property: 'formId', fresh: {}, replaces: [] },
  decision: {
    type: 'zeebe:CalledDecision',
    property: 'decisionId',
    fresh: { resultVariable: 'result' },
    // A business rule task is either for the engine or for a worker.
    replaces: ['zeebe:TaskDefinition', 'zeebe:TaskHeaders'],
  },
  process: {
    type: 'zeebe:CalledElement',
    property: 'processId',
    fresh: { propagateAllChildVariables: false },
    replaces: [],
  },
};

function isModdle(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** The elements in a property that holds several; none where there is nothing. */
export function listOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = element?.get(property);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

function extensionElementsOf(element: ModdleElement): ModdleElement | undefined {
  const value = element.get('extensionElements');
  return isModdle(value) ? value : undefined;
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

/** What an element can be linked to; null where to nothing. */
export function linkKindOf(element: DiagramElement): LinkKind | null {
  if (canHaveForm(element)) return 'form';
  if (element.businessObject.$type === 'bpmn:BusinessRuleTask') return 'decision';
  return element.businessObject.$type === 'bpmn:CallActivity' ? 'process' : null;
}

function linkOf(element: ModdleElement, kind: LinkKind): ModdleElement | undefined {
  return extensionOf(element, writings[kind].type);
}

/** The id that an element links to; null where it links to none. A text that starts with `=` is a FEEL expression. */
export function linkedId(element: ModdleElement, kind: LinkKind): string | null {
  const id = linkOf(element, kind)?.get(writings[kind].property);
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Links an element, in one step that can be undone. What a link of this kind says besides is kept; another implementation goes. */
export function setLink(owner: ServiceOwner, element: DiagramElement, kind: LinkKind, id: string): void {
  const { type, property, fresh, replaces } = writings[kind];
  const { businessObject } = element;
  const modeling = service(owner, 'modeling');
  const before = linkOf(businessObject, kind);
  if (before !== undefined && (kind !== 'form' || linkedId(businessObject, kind) !== null)) {
    modeling.updateModdleProperties(element, before, { [property]: id });
    return;
  }
  rewrite(
    owner,
    element,
    [type, ...replaces],
    service(owner, 'bpmnFactory').create(type, { ...fresh, [property]: id }),
  );
}

/** Takes a link away, in one step that can be undone. */
export function removeLink(owner: ServiceOwner, element: DiagramElement, kind: LinkKind): void {
  rewrite(owner, element, [writings[kind].type], null);
}

/** Writes the extensions anew: without those of some types, with another one. */
function rewrite(
  owner: ServiceOwner,
  element: DiagramElement,
  gone: readonly string[],
  added: ModdleElement | null,
): void {
  const { businessObject } = element;
  const extensionElements = extensionsWith(service(owner, 'bpmnFactory'), businessObject, gone, added);
  service(owner, 'modeling').updateModdleProperties(element, businessObject, { extensionElements });
}

/** The extensions of an element without those of some types and with another one (null: with none), as an object that takes their place. */
export function extensionsWith(
  factory: { create(type: string, attributes: object): ModdleElement },
  element: ModdleElement,
  gone: readonly string[],
  added: ModdleElement | null,
): ModdleElement {
  const kept = listOf(extensionElementsOf(element), 'values').filter(({ $type }) => !gone.includes($type));
  const values = added === null ? kept : [...kept, added];
  const extensionElements = factory.create('bpmn:ExtensionElements', { values });
  // Children know their parent; the properties panel walks upwards along it.
  for (const child of values) Object.assign(child, { $parent: extensionElements });
  Object.assign(extensionElements, { $parent: element });
  return extensionElements;
}

/** The extension of a type that an element has; the types of moddle are written with a capital. */
export const extensionOf = (element: ModdleElement, type: string): ModdleElement | undefined =>
  listOf(extensionElementsOf(element), 'values').find(({ $type }) => $type === type);

/** An id for what an element is linked to next: readable, and unlikely to be taken. */
export function proposeId(element: DiagramElement, kind: LinkKind): string {
  const name = element.businessObject.get('name');
  const base = (typeof name === 'string' ? name : '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const unique = crypto.randomUUID().slice(0, 6);
  // An id in XML begins with a letter.
  return `${/^[a-z]/.test(base) ? base : [kind, base].filter((part) => part !== '').join('-')}-${unique}`;
}
