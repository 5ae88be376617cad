import { ListGroup } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import { catches, eventTypesOf, eventWords, references, type EventType } from './event-definitions';
import { isReferring, referenceEntries } from './reference-entries';
import {
  checkEntry,
  expressionEntry,
  ofExpression,
  ofFlag,
  selectEntry,
  textEntry,
  type Create,
  type ModelChange,
} from './field-entries';

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
  if (isReferring(definition)) return [type, ...referenceEntries(element, definition, id)];
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

/** What is done with the model when something is added to a list or taken away. */
export interface GroupActions {
  readonly create: Create;
  readonly apply: (element: DiagramElement, changes: readonly ModelChange[]) => void;
}

/**
 * All definitions of an event (10.5.6): one of several happens, or all of them have to. An event has this group once it has a definition; the first one is
 * chosen by the symbol's menu.
 */
export function eventsGroup(element: DiagramElement, { create, apply }: GroupActions): object | null {
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
