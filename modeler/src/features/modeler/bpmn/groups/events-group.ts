import { ListGroup } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import { nameOf, type DiagramElement, type ModdleElement } from '../modeler-services';
import { catches, definitionsOf, eventTypesOf, eventWords, references, type EventType } from './event-definitions';
import {
  checkEntry,
  expressionEntry,
  ofExpression,
  ofFlag,
  ofProperty,
  selectEntry,
  textEntry,
  type Create,
  type ModelChange,
} from './field-entries';

const newReference = 'baton:new';
const timerKinds = {
  timeDate: canvasText('Date'),
  timeDuration: canvasText('Duration'),
  timeCycle: canvasText('Cycle'),
} as const;

/** The definitions of an event with one of them replaced, or taken away (undefined). */
function replaced(event: ModdleElement, old: ModdleElement, next: ModdleElement | undefined): ModelChange {
  const eventDefinitions = listOf(event, 'eventDefinitions').flatMap((each) =>
    each === old ? (next === undefined ? [] : [next]) : [each],
  );
  return { target: event, properties: { eventDefinitions } };
}

function typeEntry(element: DiagramElement, definition: ModdleElement, id: string) {
  return selectEntry({
    id: `${id}-type`,
    element,
    label: t('Event'),
    get: () => definition.$type,
    change: (type, create) =>
      type === undefined
        ? []
        : [replaced(element.businessObject, definition, create(type, {}, element.businessObject))],
    options: () =>
      [...new Set<string>([...eventTypesOf(element), definition.$type])].map((value) => ({
        value,
        label: eventWords[value as EventType] ?? value,
      })),
  });
}

/** What something new is called until somebody gives it a name, and how it is offered. */
const newWords = {
  'bpmn:Message': { name: t('New message'), offer: t('New message …') },
  'bpmn:Signal': { name: t('New signal'), offer: t('New signal …') },
  'bpmn:Error': { name: t('New error'), offer: t('New error …') },
  'bpmn:Escalation': { name: t('New escalation'), offer: t('New escalation …') },
} as const;

/** Which message, signal, error or escalation is meant, and what it is called. */
function referenceEntries(element: DiagramElement, definition: ModdleElement, id: string): object[] {
  const reference = references[definition.$type as keyof typeof references];
  const { property, type } = reference;
  const file = definitionsOf(element.businessObject);
  const roots = () => listOf(file, 'rootElements').filter(({ $type }) => $type === type);
  const meant = definition.get(property) as ModdleElement | undefined;
  const choose = (chosen: string | undefined, create: Create): readonly ModelChange[] => {
    if (chosen !== newReference)
      return [{ target: definition, properties: { [property]: roots().find((root) => root.id === chosen) } }];
    if (file === undefined) return [];
    const made = create(type, { name: newWords[type].name }, file);
    return [
      { target: file, properties: { rootElements: [...listOf(file, 'rootElements'), made] } },
      { target: definition, properties: { [property]: made } },
    ];
  };
  const select = selectEntry({
    id: `${id}-reference`,
    element,
    label: eventWords[definition.$type as EventType],
    get: () => meant?.id,
    change: choose,
    options: () => [
      { value: '', label: catches(element) && 'code' in reference ? t('(any)') : t('(none)') },
      ...roots().map((root) => ({ value: root.id, label: nameOf(root) })),
      { value: newReference, label: newWords[type].offer },
    ],
  });
  if (meant === undefined) return [select];
  return [
    select,
    textEntry({ id: `${id}-name`, element, label: canvasText('Name'), ...ofProperty(meant, 'name') }),
    ...('code' in reference
      ? [textEntry({ id: `${id}-code`, element, label: canvasText('Code'), ...ofProperty(meant, reference.code) })]
      : []),
    ...(type === 'bpmn:Message' && catches(element) ? [correlationEntry(element, meant, id)] : []),
  ];
}

/** What tells instances apart that wait for the same message. */
function correlationEntry(element: DiagramElement, message: ModdleElement, id: string) {
  const extensions = () => message.get('extensionElements') as ModdleElement | undefined;
  const subscription = () => listOf(extensions(), 'values').find(({ $type }) => $type === 'zeebe:Subscription');
  return expressionEntry({
    id: `${id}-correlation-key`,
    element,
    label: t('Correlation key'),
    get: () => subscription()?.get('correlationKey') as string | undefined,
    change: (correlationKey, create) => {
      const before = subscription();
      if (before !== undefined) return [{ target: before, properties: { correlationKey } }];
      const there = extensions();
      const holder = there ?? create('bpmn:ExtensionElements', { values: [] }, message);
      const values = [...listOf(there, 'values'), create('zeebe:Subscription', { correlationKey }, holder)];
      return [
        { target: holder, properties: { values } },
        { target: message, properties: { extensionElements: holder } },
      ];
    },
  });
}

function timerEntries(element: DiagramElement, definition: ModdleElement, id: string): object[] {
  const kinds = Object.keys(timerKinds) as (keyof typeof timerKinds)[];
  const kind = kinds.find((each) => definition.get(each) !== undefined) ?? 'timeDuration';
  const value = ofExpression(definition, kind);
  return [
    selectEntry({
      id: `${id}-timer-kind`,
      element,
      label: canvasText('Kind'),
      get: () => kind,
      change: (next, create) => {
        const body = value.get() ?? '';
        const of = (each: string) =>
          each === next ? create('bpmn:FormalExpression', { body }, definition) : undefined;
        return [{ target: definition, properties: Object.fromEntries(kinds.map((each) => [each, of(each)])) }];
      },
      options: () => kinds.map((each) => ({ value: each, label: timerKinds[each] })),
    }),
    textEntry({
      id: `${id}-timer-value`,
      element,
      label: canvasText('Value'),
      description: t('ISO 8601 such as PT15M, or an expression that begins with =.'),
      ...value,
    }),
  ];
}

function entriesOf(element: DiagramElement, definition: ModdleElement, id: string): object[] {
  const type = typeEntry(element, definition, id);
  if (definition.$type in references) return [type, ...referenceEntries(element, definition, id)];
  if (definition.$type === 'bpmn:TimerEventDefinition') return [type, ...timerEntries(element, definition, id)];
  if (definition.$type === 'bpmn:ConditionalEventDefinition')
    return [
      type,
      expressionEntry({
        id: `${id}-condition`,
        element,
        label: canvasText('Condition'),
        ...ofExpression(definition, 'condition'),
      }),
    ];
  return [type];
}

function labelOf(definition: ModdleElement): string {
  const word = eventWords[definition.$type as EventType] ?? definition.$type;
  const reference = references[definition.$type as keyof typeof references];
  const name = reference && (definition.get(reference.property) as ModdleElement | undefined)?.get('name');
  return typeof name === 'string' && name !== '' ? `${word}: ${name}` : word;
}

/** What is done with the model when an event is added or taken away. */
export interface EventsGroupActions {
  readonly create: Create;
  readonly apply: (element: DiagramElement, changes: readonly ModelChange[]) => void;
}

/**
 * All definitions of an event (10.5.6): one of several happens, or all of them have to. An event has this group once it has a definition; the first one is
 * chosen by the symbol's menu.
 */
export function eventsGroup(element: DiagramElement, { create, apply }: EventsGroupActions): object | null {
  const { businessObject } = element;
  const types = eventTypesOf(element);
  const definitions = types.length === 0 ? [] : listOf(businessObject, 'eventDefinitions');
  const isBareCatch = businessObject.$type === 'bpmn:IntermediateCatchEvent';
  if (definitions.length === 0 && !isBareCatch) return null;
  const items = definitions.map((definition, index) => {
    const id = `${element.id}-event-${index}`;
    return {
      id,
      label: labelOf(definition),
      entries: entriesOf(element, definition, id),
      autoFocusEntry: `${id}-type`,
      remove: (event: Event) => {
        event.stopPropagation();
        apply(element, [replaced(businessObject, definition, undefined)]);
      },
    };
  });
  return {
    id: 'baton-events',
    label: canvasText('Events'),
    component: ListGroup,
    items,
    add: (event: Event) => {
      event.stopPropagation();
      const free = types.find((type) => definitions.every(({ $type }) => $type !== type)) ?? types[0];
      if (free === undefined) return;
      const eventDefinitions = [...definitions, create(free, {}, businessObject)];
      apply(element, [{ target: businessObject, properties: { eventDefinitions } }]);
    },
  };
}

/** Whether all of several events have to happen: catching events with more than one definition. */
export function parallelEntries(element: DiagramElement): object[] {
  if (!catches(element) || listOf(element.businessObject, 'eventDefinitions').length < 2) return [];
  return [
    checkEntry({
      id: 'baton-parallel-multiple',
      element,
      label: t('All of its events have to happen'),
      ...ofFlag(element.businessObject, 'parallelMultiple'),
    }),
  ];
}
