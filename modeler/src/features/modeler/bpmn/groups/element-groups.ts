import { Group } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import { nameOf, type DiagramElement, type ModdleElement } from '../modeler-services';
import { checkEntry, expressionEntry, ofExpression, ofFlag, ofProperty, selectEntry, textEntry } from './field-entries';

/** A group of the panel. */
export interface PanelGroup {
  readonly id: string;
  readonly label: string;
  readonly component: unknown;
  readonly entries?: object[];
}

/** How an element repeats, if it does so in this way. */
export const loopOf = ({ businessObject }: DiagramElement, type: string): ModdleElement | undefined => {
  if (!('loopCharacteristics' in businessObject)) return undefined;
  const loop = businessObject.get('loopCharacteristics') as ModdleElement | undefined;
  return loop?.$type === type ? loop : undefined;
};

/** BPMN's standard loop (13.3.6): the zeebe panel knows none, the engine runs it. */
export function loopGroup(element: DiagramElement): PanelGroup | null {
  const loop = loopOf(element, 'bpmn:StandardLoopCharacteristics');
  if (loop === undefined) return null;
  return {
    id: 'baton-loop',
    label: canvasText('Loop'),
    component: Group,
    entries: [
      expressionEntry({
        id: 'baton-loop-condition',
        element,
        label: t('Goes on while'),
        description: t('loopCounter is the number of the round, from 1.'),
        ...ofExpression(loop, 'loopCondition'),
      }),
      checkEntry({
        id: 'baton-loop-test-before',
        element,
        label: t('Asked before the first round too'),
        ...ofFlag(loop, 'testBefore'),
      }),
      textEntry({
        id: 'baton-loop-maximum',
        element,
        label: t('At most'),
        description: t('Rounds; empty for no limit.'),
        ...ofProperty(loop, 'loopMaximum'),
        change: (value) => {
          const number = Number(value);
          const loopMaximum = value !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
          return [{ target: loop, properties: { loopMaximum } }];
        },
      }),
    ],
  };
}

/** How many instances, where no collection says it (13.3.7): an entry for the group that is there. */
export function cardinalityEntries(element: DiagramElement): object[] {
  const loop = loopOf(element, 'bpmn:MultiInstanceLoopCharacteristics');
  if (loop === undefined) return [];
  return [
    expressionEntry({
      id: 'baton-cardinality',
      element,
      label: t('Number of instances'),
      description: t('Instead of an input collection.'),
      ...ofExpression(loop, 'loopCardinality'),
    }),
  ];
}

/** When a complex gateway fires (10.6.5), and gateways and tasks that begin an instance. */
export function activationGroup(element: DiagramElement): PanelGroup | null {
  const { businessObject } = element;
  const group = (label: string, entries: object[]): PanelGroup => ({
    id: 'baton-activation',
    label,
    component: Group,
    entries,
  });
  const begins = checkEntry({
    id: 'baton-instantiate',
    element,
    label: t('Begins an instance of the process'),
    description: t('Nothing may lead to it then.'),
    ...ofFlag(businessObject, 'instantiate'),
  });
  if (businessObject.$type === 'bpmn:ReceiveTask') return group(canvasText('Start'), [begins]);
  if (businessObject.$type === 'bpmn:EventBasedGateway')
    return group(canvasText('Start'), [
      begins,
      selectEntry({
        id: 'baton-gateway-type',
        element,
        label: t('Goes on with'),
        ...ofProperty(businessObject, 'eventGatewayType'),
        options: () => [
          { value: 'Exclusive', label: t('the first event') },
          { value: 'Parallel', label: t('all events (only where it begins an instance)') },
        ],
      }),
    ]);
  if (businessObject.$type !== 'bpmn:ComplexGateway') return null;
  return group(t('Activation'), [
    expressionEntry({
      id: 'baton-activation-condition',
      element,
      label: t('Fires when'),
      description: t(
        'activationCount is the number of incoming flows that a token came by, such as =activationCount >= 2. waitingForStart is false when it gathers the rest.',
      ),
      ...ofExpression(businessObject, 'activationCondition'),
    }),
  ]);
}

/** In which order the activities of an ad-hoc sub-process are done (13.3.5): an entry for the group that is there. */
export function orderingEntries(element: DiagramElement): object[] {
  const { businessObject } = element;
  if (businessObject.$type !== 'bpmn:AdHocSubProcess') return [];
  return [
    selectEntry({
      id: 'baton-ordering',
      element,
      label: t('Activities are done'),
      ...ofProperty(businessObject, 'ordering'),
      options: () => [
        { value: 'Parallel', label: t('side by side') },
        { value: 'Sequential', label: t('one after the other') },
      ],
    }),
  ];
}

const withProperties: ReadonlySet<string> = new Set([
  'bpmn:Process',
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
]);

/** Variables of a scope (10.4.1), by their names and with commas: they are gone when it ends. */
export function propertiesGroup(element: DiagramElement): PanelGroup | null {
  const { businessObject } = element;
  if (!withProperties.has(businessObject.$type)) return null;
  const properties = () => listOf(businessObject, 'properties');
  return {
    id: 'baton-properties',
    label: t('Data of this scope'),
    component: Group,
    entries: [
      textEntry({
        id: 'baton-property-names',
        element,
        label: canvasText('Properties'),
        description: t('Names of variables that live in this scope only, with commas.'),
        get: () => properties().map(nameOf).join(', '),
        change: (value, create) => {
          const names = [...new Set((value ?? '').split(',').map((name) => name.trim()))].filter((name) => name !== '');
          const next = names.map(
            (name) =>
              properties().find((property) => nameOf(property) === name) ??
              create('bpmn:Property', { name }, businessObject),
          );
          return [{ target: businessObject, properties: { properties: next } }];
        },
      }),
    ],
  };
}
