import { Group } from '@bpmn-io/properties-panel';
import { t } from '../../../../language/texts';
import { extensionOf, listOf } from '../element-link';
import type { DiagramElement } from '../modeler-services';
import type { PanelGroup } from './element-groups';
import { expressionEntry, ofExtension, textEntry } from './field-entries';
import { referenceEntries } from './reference-entries';

const throwing: ReadonlySet<string> = new Set(['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent']);

/** How the engine publishes a message by itself: where no worker sends it. The message of an event is chosen among its events. */
export function sendingGroup(element: DiagramElement): PanelGroup | null {
  const { businessObject } = element;
  const isTask = businessObject.$type === 'bpmn:SendTask';
  const throwsMessage =
    throwing.has(businessObject.$type) &&
    listOf(businessObject, 'eventDefinitions').some(({ $type }) => $type === 'bpmn:MessageEventDefinition');
  if (!isTask && !throwsMessage) return null;
  const message = isTask ? referenceEntries(element, businessObject, 'baton-sent-message') : [];
  if (extensionOf(businessObject, 'zeebe:TaskDefinition') !== undefined && !isTask) return null;
  const ofMessage = (property: string) => ofExtension(businessObject, 'zeebe:PublishMessage', property);
  return {
    id: 'baton-sending',
    label: t('Message that is sent'),
    component: Group,
    entries: [
      ...message,
      expressionEntry({
        id: 'baton-sent-key',
        element,
        label: t('Correlation key'),
        description: t(
          'Empty for that of the message. With a task definition a worker sends the message, and these do not count.',
        ),
        ...ofMessage('correlationKey'),
      }),
      textEntry({
        id: 'baton-sent-time-to-live',
        element,
        label: t('Waits for a receiver'),
        description: t('ISO 8601 such as PT15M, or an expression that begins with =. Empty for an hour.'),
        ...ofMessage('timeToLive'),
      }),
      textEntry({
        id: 'baton-sent-id',
        element,
        label: t('Message id'),
        description: t('Of two messages with one id, one is refused.'),
        ...ofMessage('messageId'),
      }),
    ],
  };
}
