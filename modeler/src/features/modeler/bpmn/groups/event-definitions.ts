import { canvasText, t } from '../../../../language/texts';
import type { DiagramElement, ModdleElement } from '../modeler-services';

/** What an event waits for or does, as people call it. */
export const eventWords = {
  'bpmn:MessageEventDefinition': canvasText('Message'),
  'bpmn:SignalEventDefinition': canvasText('Signal'),
  'bpmn:TimerEventDefinition': canvasText('Timer'),
  'bpmn:ConditionalEventDefinition': canvasText('Condition'),
  'bpmn:ErrorEventDefinition': canvasText('Error'),
  'bpmn:EscalationEventDefinition': canvasText('Escalation'),
  'bpmn:CompensateEventDefinition': canvasText('Compensation'),
  'bpmn:TerminateEventDefinition': t('Termination'),
  'bpmn:CancelEventDefinition': t('Cancellation'),
  'bpmn:LinkEventDefinition': canvasText('Link'),
} as const;

export type EventType = keyof typeof eventWords;

/** What an event definition refers to: the property, and the type of what is meant, which is shared by the file. */
export const references = {
  'bpmn:MessageEventDefinition': { property: 'messageRef', type: 'bpmn:Message' },
  'bpmn:SignalEventDefinition': { property: 'signalRef', type: 'bpmn:Signal' },
  'bpmn:ErrorEventDefinition': { property: 'errorRef', type: 'bpmn:Error', code: 'errorCode' },
  'bpmn:EscalationEventDefinition': { property: 'escalationRef', type: 'bpmn:Escalation', code: 'escalationCode' },
} as const satisfies Partial<
  Record<EventType, { readonly property: string; readonly type: string; readonly code?: string }>
>;

/** Of several definitions at one event; one alone is chosen by the symbol's menu. */
const several: Readonly<Record<string, readonly EventType[]>> = {
  'bpmn:StartEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:ConditionalEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:EscalationEventDefinition',
  ],
  'bpmn:IntermediateCatchEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:ConditionalEventDefinition',
  ],
  'bpmn:BoundaryEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:ConditionalEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:EscalationEventDefinition',
  ],
  'bpmn:IntermediateThrowEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:CompensateEventDefinition',
  ],
  'bpmn:EndEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:CompensateEventDefinition',
    'bpmn:TerminateEventDefinition',
  ],
};

/** Which definitions can be added to an event; none where it is no event. */
export const eventTypesOf = ({ businessObject }: DiagramElement): readonly EventType[] =>
  several[businessObject.$type] ?? [];

/** Whether an event waits. */
export const catches = ({ businessObject }: DiagramElement): boolean =>
  ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'].includes(businessObject.$type);

/** The file that an element is in. */
export function definitionsOf(element: ModdleElement): ModdleElement | undefined {
  let at: (ModdleElement & { readonly $parent?: ModdleElement }) | undefined = element;
  while (at !== undefined && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
}
