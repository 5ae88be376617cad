import { listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import { behaviorEntries, behaviorGroup } from './behavior-group';
import { dataGroup } from './data-group';
import {
  activationGroup,
  cardinalityEntries,
  loopGroup,
  orderingEntries,
  propertiesGroup,
  type PanelGroup,
} from './element-groups';
import { eventsGroup, parallelEntries, type GroupActions } from './events-group';
import { applyChanges, creator } from './field-entries';
import { linkedResourcesGroup } from './linked-resources-group';
import { withJavascript } from './script-groups';
import { sendingGroup } from './sending-group';

/** Groups of the zeebe panel that speak of the first definition of an event only. */
const ofOneEvent: ReadonlySet<string> = new Set([
  'message',
  'signal',
  'timer',
  'error',
  'escalation',
  'event-condition',
  'compensation',
]);

/** Groups with others after one of them; at the beginning where that one is missing. */
const after = (id: string, groups: readonly object[], more: readonly (object | null)[]): object[] => {
  const at = groups.findIndex((group) => 'id' in group && group.id === id) + 1;
  return [...groups.slice(0, at), ...more.filter((group) => group !== null), ...groups.slice(at)];
};

interface Template {
  get(element: DiagramElement): object | null;
}

/** Adds what the engine executes and the zeebe panel cannot edit. What a template has set is not for the person to change. */
class BpmnGroupsProvider {
  static readonly $inject = ['propertiesPanel', 'elementTemplates', 'commandStack', 'bpmnFactory'];

  constructor(
    propertiesPanel: { registerProvider(priority: number, provider: object): void },
    private readonly elementTemplates: Template,
    private readonly commandStack: { execute(command: string, context: object): void },
    private readonly bpmnFactory: { create(type: string, attributes: object): ModdleElement },
  ) {
    propertiesPanel.registerProvider(210, this);
  }

  getGroups(element: DiagramElement) {
    return (groups: PanelGroup[]) => {
      if (!('get' in element.businessObject) || this.elementTemplates.get(element) !== null) return groups;
      const into = (id: string, entries: object[]) =>
        groups.find((group) => group.id === id)?.entries?.push(...entries);
      into('multiInstance', [...cardinalityEntries(element), ...behaviorEntries(element)]);
      into('adHocCompletion', orderingEntries(element));
      into('general', parallelEntries(element));
      const actions: GroupActions = {
        create: creator(this.bpmnFactory),
        apply: (of, changes) => applyChanges(this.commandStack, of, changes),
      };
      const events = eventsGroup(element, actions);
      const isMultiple = events !== null && listOf(element.businessObject, 'eventDefinitions').length > 1;
      const kept = withJavascript(element, isMultiple ? groups.filter(({ id }) => !ofOneEvent.has(id)) : groups);
      const own = [
        activationGroup(element),
        loopGroup(element),
        behaviorGroup(element, actions),
        events,
        sendingGroup(element),
        dataGroup(element),
        propertiesGroup(element),
      ];
      return after('headers', after('documentation', kept, own), [linkedResourcesGroup(element, actions)]);
    };
  }
}

export const bpmnGroupsModule = {
  __init__: ['batonBpmnGroupsProvider'],
  batonBpmnGroupsProvider: ['type', BpmnGroupsProvider] as ['type', typeof BpmnGroupsProvider],
};
