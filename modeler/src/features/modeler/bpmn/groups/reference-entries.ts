import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import { nameOf, type DiagramElement, type ModdleElement } from '../modeler-services';
import { catches, definitionsOf, eventWords, references } from './event-definitions';
import {
  expressionEntry,
  ofExtension,
  ofProperty,
  selectEntry,
  textEntry,
  type Create,
  type ModelChange,
} from './field-entries';

const newReference = 'baton:new';

/** What something new is called until somebody gives it a name, and how it is offered. */
const newWords = {
  'bpmn:Message': { name: t('New message'), offer: t('New message …') },
  'bpmn:Signal': { name: t('New signal'), offer: t('New signal …') },
  'bpmn:Error': { name: t('New error'), offer: t('New error …') },
  'bpmn:Escalation': { name: t('New escalation'), offer: t('New escalation …') },
} as const;

/** Of tasks that send or receive: they refer to their message as the definition of an event does. */
const ofTask = references['bpmn:MessageEventDefinition'];

/** Whether an event definition speaks of a message, signal, error or escalation. */
export const isReferring = ({ $type }: ModdleElement): boolean => $type in references;

/** Which message, signal, error or escalation is meant by an event definition or a task, and what it is called. */
export function referenceEntries(element: DiagramElement, holder: ModdleElement, id: string): object[] {
  const type = holder.$type in references ? (holder.$type as keyof typeof references) : 'bpmn:MessageEventDefinition';
  const reference = references[type];
  const { property } = reference;
  const file = definitionsOf(element.businessObject);
  const roots = () => listOf(file, 'rootElements').filter(({ $type }) => $type === reference.type);
  const meant = holder.get(property) as ModdleElement | undefined;
  const choose = (chosen: string | undefined, create: Create): readonly ModelChange[] => {
    if (chosen !== newReference)
      return [{ target: holder, properties: { [property]: roots().find((root) => root.id === chosen) } }];
    if (file === undefined) return [];
    const made = create(reference.type, { name: newWords[reference.type].name }, file);
    return [
      { target: file, properties: { rootElements: [...listOf(file, 'rootElements'), made] } },
      { target: holder, properties: { [property]: made } },
    ];
  };
  const select = selectEntry({
    id: `${id}-reference`,
    element,
    label: eventWords[type],
    get: () => meant?.id,
    change: choose,
    options: () => [
      { value: '', label: catches(element) && 'code' in reference ? t('(any)') : t('(none)') },
      ...roots().map((root) => ({ value: root.id, label: nameOf(root) })),
      { value: newReference, label: newWords[reference.type].offer },
    ],
  });
  if (meant === undefined) return [select];
  return [
    select,
    textEntry({ id: `${id}-name`, element, label: canvasText('Name'), ...ofProperty(meant, 'name') }),
    ...('code' in reference
      ? [textEntry({ id: `${id}-code`, element, label: canvasText('Code'), ...ofProperty(meant, reference.code) })]
      : []),
    ...(reference === ofTask && catches(element)
      ? [
          // What tells instances apart that wait for the same message.
          expressionEntry({
            id: `${id}-correlation-key`,
            element,
            label: t('Correlation key'),
            ...ofExtension(meant, 'zeebe:Subscription', 'correlationKey'),
          }),
        ]
      : []),
  ];
}
