import { ListGroup } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import { loopOf } from './element-groups';
import { definitionsOf, eventWords } from './event-definitions';
import { expressionEntry, ofExpression, ofProperty, selectEntry, type Create, type ModelChange } from './field-entries';
import type { GroupActions } from './events-group';
import { referenceEntries } from './reference-entries';

/** What an instance can throw when it completes. */
const thrownTypes = [
  'bpmn:SignalEventDefinition',
  'bpmn:EscalationEventDefinition',
  'bpmn:MessageEventDefinition',
] as const;

const multiInstanceOf = (element: DiagramElement): ModdleElement | undefined =>
  loopOf(element, 'bpmn:MultiInstanceLoopCharacteristics');

/** Where the event stands that is thrown: each time, or the first time. */
const eventOf = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef' } as const;

type Behavior = 'All' | 'Complex' | keyof typeof eventOf;

const eventAt = (behavior: Behavior): (typeof eventOf)[keyof typeof eventOf] | null =>
  behavior === 'None' || behavior === 'One' ? eventOf[behavior] : null;

const loopsIn = (scope: ModdleElement): readonly ModdleElement[] =>
  listOf(scope, 'flowElements').flatMap((element) => {
    const loop = element.get('loopCharacteristics') as ModdleElement | undefined;
    return [...(loop === undefined ? [] : [loop]), ...loopsIn(element)];
  });

const eventsOf = (loop: ModdleElement): readonly unknown[] =>
  Object.values(eventOf).map((property) => loop.get(property));

/** Another behavior, with a new event where it throws one. The file keeps events beside its processes; the one before goes when nobody else throws it. */
function behave(loop: ModdleElement, behavior: Behavior, type: string, create: Create): readonly ModelChange[] {
  const file = definitionsOf(loop);
  if (file === undefined) return [];
  const roots = listOf(file, 'rootElements');
  const others = roots.flatMap(loopsIn).filter((each) => each !== loop);
  const isOwn = (root: ModdleElement) =>
    eventsOf(loop).includes(root) && !others.some((each) => eventsOf(each).includes(root));
  const property = eventAt(behavior);
  const made = property === null ? [] : [create(type, {}, file)];
  return [
    { target: file, properties: { rootElements: [...roots.filter((root) => !isOwn(root)), ...made] } },
    {
      target: loop,
      properties: {
        behavior,
        noneBehaviorEventRef: undefined,
        oneBehaviorEventRef: undefined,
        ...(property === null ? {} : { [property]: made[0] }),
        complexBehaviorDefinition: behavior === 'Complex' ? listOf(loop, 'complexBehaviorDefinition') : [],
      },
    },
  ];
}

/** Which kind of event, and which message, signal or escalation; `replace` puts another definition in its place. */
function thrownEntries(
  element: DiagramElement,
  definition: ModdleElement | undefined,
  id: string,
  replace: (type: string, create: Create) => readonly ModelChange[],
): object[] {
  const kind = selectEntry({
    id: `${id}-type`,
    element,
    label: t('Event'),
    get: () => definition?.$type,
    change: (type, create) => (type === undefined ? [] : replace(type, create)),
    options: () =>
      [
        ...new Set<keyof typeof eventWords>([
          ...thrownTypes,
          ...(definition === undefined ? [] : [typeOf(definition)]),
        ]),
      ].map((value) => ({ value, label: eventWords[value] })),
  });
  return definition === undefined ? [kind] : [kind, ...referenceEntries(element, definition, id)];
}

const typeOf = ({ $type }: ModdleElement): keyof typeof eventWords => $type as keyof typeof eventWords;

/** Which events are thrown when instances complete (13.3.7, attribute `behavior`): entries for the group that is there. */
export function behaviorEntries(element: DiagramElement): object[] {
  const loop = multiInstanceOf(element);
  if (loop === undefined) return [];
  const behavior = loop.get('behavior') as Behavior;
  const at = eventAt(behavior);
  return [
    selectEntry({
      id: 'baton-behavior',
      element,
      label: t('When instances complete'),
      ...ofProperty(loop, 'behavior'),
      change: (value, create) => behave(loop, (value ?? 'All') as Behavior, thrownTypes[0], create),
      options: () => [
        { value: 'All', label: t('no event is thrown') },
        { value: 'None', label: t('each throws an event') },
        { value: 'One', label: t('the first throws an event') },
        { value: 'Complex', label: t('events are thrown by conditions') },
      ],
    }),
    ...(at === null
      ? []
      : thrownEntries(element, loop.get(at) as ModdleElement | undefined, 'baton-behavior', (type, create) =>
          behave(loop, behavior, type, create),
        )),
  ];
}

/** The events of a multi-instance activity that are thrown by conditions, each with its condition. */
export function behaviorGroup(element: DiagramElement, { create, apply }: GroupActions): object | null {
  const loop = multiInstanceOf(element);
  if (loop?.get('behavior') !== 'Complex') return null;
  const definitions = listOf(loop, 'complexBehaviorDefinition');
  const write = (next: readonly ModdleElement[]): readonly ModelChange[] => [
    { target: loop, properties: { complexBehaviorDefinition: next } },
  ];
  const items = definitions.map((definition, index) => {
    const id = `${element.id}-behavior-${index}`;
    const event = definition.get('event') as ModdleElement | undefined;
    const thrown = listOf(event, 'eventDefinitions')[0];
    return {
      id,
      label: thrown === undefined ? t('Event') : eventWords[typeOf(thrown)],
      entries: [
        expressionEntry({
          id: `${id}-condition`,
          element,
          label: canvasText('Condition'),
          description: t('Such as =numberOfCompletedInstances = 2.'),
          ...ofExpression(definition, 'condition'),
        }),
        ...thrownEntries(element, thrown, id, (type, make) =>
          event === undefined ? [] : [{ target: event, properties: { eventDefinitions: [make(type, {}, event)] } }],
        ),
      ],
      autoFocusEntry: `${id}-condition`,
      remove: (click: Event) => {
        click.stopPropagation();
        apply(element, write(definitions.filter((each) => each !== definition)));
      },
    };
  });
  return {
    id: 'baton-behavior-events',
    label: t('Events of instances'),
    component: ListGroup,
    items,
    add: (click: Event) => {
      click.stopPropagation();
      const made = create('bpmn:ComplexBehaviorDefinition', {}, loop);
      const event = create('bpmn:ImplicitThrowEvent', {}, made);
      const signal = create('bpmn:SignalEventDefinition', {}, event);
      Object.assign(event, { eventDefinitions: [signal] });
      Object.assign(made, { event });
      apply(element, write([...definitions, made]));
    },
  };
}
