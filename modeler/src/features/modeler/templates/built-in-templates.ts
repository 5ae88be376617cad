import { t } from '../../../language/texts';
import { templateIcons } from './template-icons';
import { templateSchema, type Template } from './template';

type Property = Readonly<Record<string, unknown>>;

const inputGroup = { id: 'input', label: t('Input'), openByDefault: true };
const outputGroup = { id: 'output', label: t('Output'), openByDefault: false };
const workGroup = { id: 'work', label: t('Work'), openByDefault: false };

/** What a person fills in and the worker gets as a variable of this name. */
const field = (name: string, label: string, description: string, more: Property): Property => ({
  id: name,
  label,
  description,
  group: inputGroup.id,
  constraints: { notEmpty: true },
  binding: { type: 'zeebe:input', name },
  ...more,
});
/** The same as a text or an expression. */
const input = (name: string, label: string, description: string, more: Property = {}): Property =>
  field(name, label, description, { type: 'String', feel: 'optional', ...more });

interface JobTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  /** What the worker asks for. */
  readonly jobType: string;
  readonly inputs: readonly Property[];
  /** What the worker answers with, and the variable that it becomes unless somebody names another. */
  readonly result?: { readonly field: string; readonly variable: string; readonly description: string };
}

/** A service task for a worker that takes jobs of one type. */
function jobTemplate({ id, name, description, icon, jobType, inputs, result }: JobTemplate): Template {
  const output: readonly Property[] =
    result === undefined
      ? []
      : [
          {
            id: 'result',
            label: t('Result variable'),
            description: result.description,
            group: outputGroup.id,
            type: 'String',
            value: result.variable,
            constraints: { notEmpty: true },
            binding: { type: 'zeebe:output', source: `=${result.field}` },
          },
        ];
  return {
    $schema: templateSchema,
    id: `baton/${id}`,
    name,
    version: 1,
    description,
    category: { id: 'baton', name: 'Baton' },
    appliesTo: ['bpmn:Task'],
    elementType: { value: 'bpmn:ServiceTask' },
    icon: { contents: icon },
    groups: [inputGroup, ...(output.length === 0 ? [] : [outputGroup]), workGroup],
    properties: [
      { type: 'Hidden', value: jobType, binding: { type: 'zeebe:taskDefinition', property: 'type' } },
      ...inputs,
      ...output,
      {
        id: 'retries',
        label: t('Attempts'),
        description: t('How often a worker may try before somebody has to look at it.'),
        group: workGroup.id,
        type: 'String',
        value: '3',
        feel: 'optional',
        constraints: { notEmpty: true },
        binding: { type: 'zeebe:taskDefinition', property: 'retries' },
      },
    ],
  };
}

const approval: Template = {
  $schema: templateSchema,
  id: 'baton/approval',
  name: t('Approval'),
  version: 1,
  description: t('A task in the tasklist of a group, due within some time.'),
  category: { id: 'baton', name: 'Baton' },
  appliesTo: ['bpmn:Task'],
  elementType: { value: 'bpmn:UserTask' },
  icon: { contents: templateIcons.approval },
  properties: [
    { type: 'Hidden', binding: { type: 'zeebe:userTask' } },
    {
      id: 'candidateGroups',
      label: t('Group'),
      description: t('Whoever is in it may take the task.'),
      type: 'String',
      feel: 'optional',
      constraints: { notEmpty: true },
      binding: { type: 'zeebe:assignmentDefinition', property: 'candidateGroups' },
    },
    {
      id: 'dueDate',
      label: t('Due'),
      description: t('A point in time, or how long from now.'),
      type: 'String',
      feel: 'required',
      value: '=now() + duration("P2D")',
      binding: { type: 'zeebe:taskSchedule', property: 'dueDate' },
    },
  ],
};

const waitForAnswer: Template = {
  $schema: templateSchema,
  id: 'baton/wait-for-answer',
  name: t('Wait for an answer'),
  version: 1,
  description: t('Goes on when a message of this name arrives for this instance.'),
  category: { id: 'baton', name: 'Baton' },
  appliesTo: ['bpmn:IntermediateThrowEvent', 'bpmn:IntermediateCatchEvent'],
  elementType: { value: 'bpmn:IntermediateCatchEvent', eventDefinition: 'bpmn:MessageEventDefinition' },
  icon: { contents: templateIcons.answer },
  properties: [
    {
      id: 'messageName',
      label: t('Message name'),
      description: t('What the sender calls it.'),
      type: 'String',
      feel: 'optional',
      constraints: { notEmpty: true },
      binding: { type: 'bpmn:Message#property', name: 'name' },
    },
    {
      id: 'correlationKey',
      label: t('Correlation key'),
      description: t('What tells this instance from the others, such as an order number.'),
      type: 'String',
      feel: 'required',
      constraints: { notEmpty: true },
      binding: { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' },
    },
  ],
};

/** The templates that every Baton has: for the workers of the example processes, and for what many processes need. */
export const builtInTemplates: readonly Template[] = [
  jobTemplate({
    id: 'charge-card',
    name: t('Charge a card'),
    description: t('A worker of the type charge-card takes the money.'),
    icon: templateIcons.card,
    jobType: 'charge-card',
    inputs: [
      input('amount', t('Amount'), t('How much, as a number.'), { feel: 'required' }),
      field('currency', t('Currency'), t('In which currency.'), {
        type: 'Dropdown',
        value: 'EUR',
        choices: ['EUR', 'USD', 'GBP', 'CHF'].map((value) => ({ name: value, value })),
      }),
    ],
    result: { field: 'payment', variable: 'payment', description: t('The receipt is kept under this name.') },
  }),
  jobTemplate({
    id: 'send-invoice',
    name: t('Send an invoice'),
    description: t('A worker of the type send-invoice writes to the customer.'),
    icon: templateIcons.invoice,
    jobType: 'send-invoice',
    inputs: [
      input('recipient', t('Recipient'), t('The e-mail address of the customer.')),
      input('amount', t('Amount'), t('What is to be paid, as a number.'), { feel: 'required' }),
    ],
    result: {
      field: 'invoiceNumber',
      variable: 'invoiceNumber',
      description: t('The number is kept under this name.'),
    },
  }),
  jobTemplate({
    id: 'send-reminder',
    name: t('Send a reminder'),
    description: t('A worker of the type send-reminder tells a person or a team.'),
    icon: templateIcons.reminder,
    jobType: 'send-reminder',
    inputs: [
      input('recipient', t('Recipient'), t('Who is reminded.')),
      input('text', t('Text'), t('What they read.'), { type: 'Text' }),
    ],
  }),
  jobTemplate({
    id: 'pick-goods',
    name: t('Pick goods'),
    description: t('A worker of the type pick-goods fetches them from the store.'),
    icon: templateIcons.goods,
    jobType: 'pick-goods',
    inputs: [input('items', t('Items'), t('A list of what is wanted.'), { feel: 'required' })],
  }),
  jobTemplate({
    id: 'record-leave',
    name: t('Record leave'),
    description: t('A worker of the type record-leave notes the days.'),
    icon: templateIcons.leave,
    jobType: 'record-leave',
    inputs: [input('days', t('Days'), t('How many days, as a number.'), { feel: 'required' })],
  }),
  approval,
  waitForAnswer,
];
