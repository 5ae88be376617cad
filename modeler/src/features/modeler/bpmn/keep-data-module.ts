import { listOf } from './element-link';
import type { DiagramElement, ModdleElement } from './modeler-services';
import { placeholderName } from './groups/data-group';

interface Item extends ModdleElement {
  readonly $parent?: Item;
}

interface Association extends ModdleElement {
  targetRef?: Item | null;
}

interface CommandEvent {
  readonly context: {
    readonly connection: { readonly businessObject: Association; readonly target: DiagramElement | null };
    /** Where the data went before the command. */
    batonTarget?: Item | null;
  };
}

interface EventBus {
  on(event: string, priority: number, listener: (event: CommandEvent) => void): void;
}

/** The commands with which bpmn-js gives an association of data a new end in the activity. */
const commands = ['move', 'reconnect', 'delete'];

/** The first, and one after bpmn-js's own. */
const [first, last] = [3_000, 300];

const isOf = (item: Item, activity: ModdleElement): boolean =>
  item.$parent === activity || item.$parent?.$parent === activity;

/**
 * Leaves associations of data at the variable that they fill. bpmn-js knows only drawn ones: whenever one is moved, or comes back by undoing, it would let
 * it end at a placeholder, and the model would do something else than before.
 */
class KeepData {
  static readonly $inject = ['eventBus'];

  constructor(eventBus: EventBus) {
    for (const command of commands) {
      const name = `commandStack.connection.${command}`;
      eventBus.on(`${name}.execute`, first, ({ context }) => {
        context.batonTarget = context.connection.businessObject.targetRef ?? null;
      });
      eventBus.on(`${name}.executed`, last, keep);
      eventBus.on(`${name}.reverted`, last, keep);
    }
  }
}

function keep({ context: { connection, batonTarget } }: CommandEvent): void {
  const { businessObject: association, target } = connection;
  if (association.$type !== 'bpmn:DataInputAssociation' || batonTarget === null || batonTarget === undefined) return;
  const activity = target?.businessObject;
  if (activity === undefined || batonTarget.get('name') === placeholderName || !isOf(batonTarget, activity)) return;
  association.targetRef = batonTarget;
  const isUsed = (property: ModdleElement) =>
    listOf(activity, 'dataInputAssociations').some((other) => other.get('targetRef') === property);
  const properties = activity.get('properties') as ModdleElement[];
  const unused = properties.findIndex((property) => property.get('name') === placeholderName && !isUsed(property));
  if (unused >= 0) properties.splice(unused, 1);
}

export const keepDataModule = {
  __init__: ['batonKeepData'],
  batonKeepData: ['type', KeepData] as ['type', typeof KeepData],
};
