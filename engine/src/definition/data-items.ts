import { feelOf, type CompileContext } from './compile-context.ts';
import type { Mapping } from './node.ts';
import { child, children, text, type ModdleElement } from '../model/moddle.ts';

/**
 * Data of the standard as variables (BPMN 2.0.2, 10.4): a data object, a property, a data input or output is a variable of the scope that
 * declares it, under its name. Associations copy values when an activity or event begins and when it is done. What is only drawn (an
 * association without a name at one of its ends, as modelers write it) is documentation.
 */

/** The variable that an item-aware element stands for; undefined for one that has no name, or none that FEEL can read. */
export const itemName = (item: ModdleElement | undefined): string | undefined => {
  const object = item?.$type === 'bpmn:DataObjectReference' ? child(item, 'dataObjectRef') : item;
  const name = text(object, 'name') ?? text(item, 'name');
  return name !== undefined && namePattern.test(name) && !name.startsWith('__') ? name : undefined;
};

const namePattern = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Data associations as mappings: inputs before the work begins, outputs when it is done. */
export const compileAssociations = (
  element: ModdleElement,
  context: CompileContext,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => ({
  inputs: children(element, 'dataInputAssociations').flatMap((each) => mappingsOf(element, each, context)),
  outputs: children(element, 'dataOutputAssociations').flatMap((each) => mappingsOf(element, each, context)),
});

const mappingsOf = (element: ModdleElement, association: ModdleElement, context: CompileContext): Mapping[] => {
  const assignments = children(association, 'assignment').flatMap((assignment) => {
    const from = text(child(assignment, 'from'), 'body');
    const to = text(child(assignment, 'to'), 'body')?.replace(/^=\s*/, '');
    if (from === undefined || to === undefined) return [];
    return [{ source: feelOf(context, element, 'data assignment', from), target: to }];
  });
  if (assignments.length > 0) return assignments;
  const target = itemName(child(association, 'targetRef'));
  const source = itemName(children(association, 'sourceRef')[0]);
  const transformation = text(child(association, 'transformation'), 'body');
  if (target === undefined || (source === undefined && transformation === undefined)) return [];
  const expression = transformation ?? source ?? 'null';
  return [{ source: feelOf(context, element, 'data association', expression), target }];
};

/** The variables that a scope or element declares itself: properties, and data objects that some association really uses. */
export const declaredItems = (element: ModdleElement, used: ReadonlySet<ModdleElement>): readonly string[] => {
  const properties = children(element, 'properties').map(itemName);
  const objects = children(element, 'flowElements')
    .filter((each) => each.$type === 'bpmn:DataObject' && used.has(each))
    .map(itemName);
  return [...new Set([...properties, ...objects])].filter((name): name is string => name !== undefined);
};

/** Data objects at an end of an association that is executed, anywhere below this element. */
export const usedDataObjects = (scope: ModdleElement, used = new Set<ModdleElement>()): Set<ModdleElement> => {
  const use = (item: ModdleElement | undefined): void => {
    const object = item?.$type === 'bpmn:DataObjectReference' ? child(item, 'dataObjectRef') : item;
    if (object?.$type === 'bpmn:DataObject') used.add(object);
  };
  for (const element of children(scope, 'flowElements')) {
    for (const property of ['dataInputAssociations', 'dataOutputAssociations']) {
      for (const association of children(element, property)) {
        const target = child(association, 'targetRef');
        const sources = children(association, 'sourceRef');
        const isExecuted =
          itemName(target) !== undefined &&
          (itemName(sources[0]) !== undefined || child(association, 'transformation') !== undefined);
        if (isExecuted) [target, ...sources].forEach(use);
      }
    }
    const loop = child(element, 'loopCharacteristics');
    use(child(loop, 'loopDataInputRef'));
    use(child(loop, 'loopDataOutputRef'));
    usedDataObjects(element, used);
  }
  return used;
};
