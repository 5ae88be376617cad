import { compileEventDefinition } from '../events/compile-event.ts';
import type { EventDefinition } from '../events/event-definition.ts';
import type { Expression } from '../feel/expression.ts';
import { child, children, extension, flag, text, type ModdleElement } from '../model/moddle.ts';
import { feelOf, missing, problem, type CompileContext } from './compile-context.ts';
import { itemName } from './data-items.ts';

/** How an activity repeats. Around its instances stands one more element instance, the body, which carries the boundary events. */
export type Loop = StandardLoop | MultiInstance;

/** BPMN 2.0.2, 13.3.6: one instance after another as long as a condition holds. */
export interface StandardLoop {
  readonly kind: 'standard';
  /** Whether the condition is asked before the first instance too. (Default: false.) */
  readonly testBefore: boolean;
  /** At most so many instances; null without limit. */
  readonly maximum: number | null;
  /** Null goes on until the maximum. */
  readonly condition: Expression | null;
}

/** BPMN 2.0.2, 13.3.7: one instance for each item of a collection, or a number of them. */
export interface MultiInstance {
  readonly kind: 'multi-instance';
  readonly isSequential: boolean;
  /** Exactly one of collection and cardinality is set. */
  readonly collection: Expression | null;
  readonly cardinality: Expression | null;
  /** The variable of each instance that holds its item; null for none. */
  readonly elementVariable: string | null;
  /** What each instance adds, at its own index, to the list that comes out; null where nothing does. */
  readonly output: { readonly collection: string; readonly element: Expression } | null;
  /** Asked after each instance that completes; true cancels the others. */
  readonly completionCondition: Expression | null;
  readonly behavior: MultiInstanceBehavior;
}

/** Which events are thrown when instances complete (BPMN's `behavior` attribute). `all`: none is. */
export type MultiInstanceBehavior =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' | 'one'; readonly event: EventDefinition }
  | {
      readonly kind: 'complex';
      readonly definitions: readonly { readonly condition: Expression; readonly event: EventDefinition }[];
    };

export const compileLoop = (element: ModdleElement, context: CompileContext): Loop | null => {
  const loop = child(element, 'loopCharacteristics');
  if (!loop) return null;
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? compileStandard(element, loop, context)
    : compileMultiInstance(element, loop, context);
};

const compileStandard = (element: ModdleElement, loop: ModdleElement, context: CompileContext): StandardLoop => {
  const condition = text(child(loop, 'loopCondition'), 'body');
  const maximum = loop.loopMaximum === undefined ? null : Number(loop.loopMaximum);
  if (maximum !== null && (!Number.isInteger(maximum) || maximum < 0)) {
    problem(context, element, 'invalid-property', 'a loop maximum of 0 or more', `'${String(loop.loopMaximum)}'`);
  }
  if (condition === undefined && maximum === null)
    missing(context, element, 'a loop condition or a loop maximum', 'Without one it would never end; set one.');
  return {
    kind: 'standard',
    testBefore: flag(loop, 'testBefore', false),
    maximum,
    condition: condition === undefined ? null : feelOf(context, element, 'loop condition', condition),
  };
};

const compileMultiInstance = (element: ModdleElement, loop: ModdleElement, context: CompileContext): MultiInstance => {
  const zeebe = extension(loop, 'zeebe:loopCharacteristics');
  const collection = text(zeebe, 'inputCollection') ?? itemName(child(loop, 'loopDataInputRef'));
  const cardinality = text(child(loop, 'loopCardinality'), 'body');
  if (collection === undefined && cardinality === undefined) {
    missing(context, element, 'an input collection or a loop cardinality', 'Set what the instances are made for.');
  }
  const completion = text(child(loop, 'completionCondition'), 'body');
  return {
    kind: 'multi-instance',
    isSequential: flag(loop, 'isSequential', false),
    collection: collection === undefined ? null : feelOf(context, element, 'input collection', collection),
    cardinality:
      cardinality === undefined || collection !== undefined
        ? null
        : feelOf(context, element, 'loop cardinality', cardinality),
    elementVariable: text(zeebe, 'inputElement') ?? text(child(loop, 'inputDataItem'), 'name') ?? null,
    output: compileOutput(element, loop, zeebe, context),
    completionCondition: completion === undefined ? null : feelOf(context, element, 'completion condition', completion),
    behavior: compileBehavior(element, loop, context),
  };
};

const compileOutput = (
  element: ModdleElement,
  loop: ModdleElement,
  zeebe: ModdleElement | undefined,
  context: CompileContext,
): MultiInstance['output'] => {
  const collection = text(zeebe, 'outputCollection') ?? itemName(child(loop, 'loopDataOutputRef'));
  const item = text(zeebe, 'outputElement') ?? text(child(loop, 'outputDataItem'), 'name');
  if (collection === undefined && item === undefined) return null;
  if (collection === undefined || item === undefined) {
    missing(
      context,
      element,
      'both an output collection and an output element',
      'Set the other one, or remove the one that is set.',
    );
    return null;
  }
  return { collection, element: feelOf(context, element, 'output element', item) };
};

const compileBehavior = (
  element: ModdleElement,
  loop: ModdleElement,
  context: CompileContext,
): MultiInstanceBehavior => {
  const behavior = (text(loop, 'behavior') ?? 'All').toLowerCase();
  const thrown = (definition: ModdleElement | undefined, property: string): EventDefinition => {
    if (!definition) {
      missing(context, element, `an event to throw (${property})`, 'Refer to a global event definition.');
      return { kind: 'none' };
    }
    return compileEventDefinition(element, definition, 'throw', context) ?? { kind: 'none' };
  };
  switch (behavior) {
    case 'none':
      return { kind: 'none', event: thrown(child(loop, 'noneBehaviorEventRef'), 'noneBehaviorEventRef') };
    case 'one':
      return { kind: 'one', event: thrown(child(loop, 'oneBehaviorEventRef'), 'oneBehaviorEventRef') };
    case 'complex':
      return {
        kind: 'complex',
        definitions: children(loop, 'complexBehaviorDefinition').map((definition) => {
          const condition = text(child(definition, 'condition'), 'body');
          const event = children(child(definition, 'event'), 'eventDefinitions')[0];
          if (condition === undefined)
            missing(context, element, 'a condition of its complex behavior', 'Set when the event is thrown.');
          return {
            condition: feelOf(context, element, 'complex behavior', condition ?? 'false'),
            event: thrown(event, 'complexBehaviorDefinition'),
          };
        }),
      };
    default:
      return { kind: 'all' };
  }
};
