import { t } from '../../language/texts';

/**
 * A BPMN type as English words, from the model (`ExclusiveGateway`) or from the API (`EXCLUSIVE_GATEWAY`): `Exclusive gateway`. The same in every language,
 * so that it can be compared with; what people read is {@link typeInWords}.
 */
export function plainType(type: string): string {
  const spaced =
    type.includes('_') || type === type.toUpperCase()
      ? type.toLowerCase().replaceAll('_', ' ')
      : type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const words = spaced
    .replace('sub process', 'sub-process')
    .replace('ad hoc', 'ad-hoc')
    .replace('multi instance', 'multi-instance');
  return spaced === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Types of BPMN, DMN and forms that people meet, by their plain names. */
const typeWords: Readonly<Record<string, string>> = {
  'Ad-hoc sub-process': t('Ad-hoc sub-process'),
  'Ad-hoc sub-process inner instance': t('Ad-hoc sub-process inner instance'),
  Association: t('Association'),
  'Boundary event': t('Boundary event'),
  'Business knowledge model': t('Business knowledge model'),
  'Business rule task': t('Business rule task'),
  Button: t('Button'),
  'Call activity': t('Call activity'),
  Category: t('Category'),
  Checkbox: t('Checkbox'),
  Checklist: t('Checklist'),
  Collaboration: t('Collaboration'),
  'Complex gateway': t('Complex gateway'),
  'Data object': t('Data object'),
  'Data object reference': t('Data object reference'),
  'Data store reference': t('Data store reference'),
  Datetime: t('Date and time'),
  Decision: t('Decision'),
  Definitions: t('Definitions'),
  'Dynamic list': t('Dynamic list'),
  Dynamiclist: t('Dynamic list'),
  'End event': t('End event'),
  Error: t('Error'),
  Escalation: t('Escalation'),
  'Event based gateway': t('Event-based gateway'),
  'Event sub-process': t('Event sub-process'),
  'Exclusive gateway': t('Exclusive gateway'),
  Filepicker: t('File picker'),
  Form: t('Form'),
  Group: t('Group'),
  Image: t('Image'),
  'Inclusive gateway': t('Inclusive gateway'),
  Input: t('Input'),
  'Input data': t('Input data'),
  'Intermediate catch event': t('Intermediate catch event'),
  'Intermediate throw event': t('Intermediate throw event'),
  'Item definition': t('Item definition'),
  'Knowledge source': t('Knowledge source'),
  Lane: t('Lane'),
  'Manual task': t('Manual task'),
  Message: t('Message'),
  'Message flow': t('Message flow'),
  'Multi-instance body': t('Multi-instance body'),
  Number: t('Number'),
  Output: t('Output'),
  'Parallel gateway': t('Parallel gateway'),
  Participant: t('Participant'),
  Process: t('Process'),
  Radio: t('Radio group'),
  'Receive task': t('Receive task'),
  Rule: t('Rule'),
  'Script task': t('Script task'),
  Select: t('Select'),
  'Send task': t('Send task'),
  'Sequence flow': t('Sequence flow'),
  'Service task': t('Service task'),
  Signal: t('Signal'),
  'Start event': t('Start event'),
  'Sub-process': t('Sub-process'),
  Task: t('Task'),
  Text: t('Text'),
  'Text annotation': t('Text annotation'),
  Textarea: t('Text area'),
  Textfield: t('Text field'),
  Transaction: t('Transaction'),
  'User task': t('User task'),
};

/** A type of an element as people read it, from the model, from the API or as {@link plainType} gives it. */
export function typeInWords(type: string): string {
  const plain = plainType(type);
  return typeWords[plain] ?? plain;
}
