import { child, children, describe, flag, type ModdleElement } from '../model/moddle.ts';
import type { CompileContext } from './compile-context.ts';

/**
 * Reports elements that no token can ever reach. Walks the drawing itself, not the compiled elements, so that an element which is refused
 * for another reason does not make everything behind it look unreachable.
 */
export const reportUnreachable = (process: ModdleElement, context: CompileContext): void =>
  reportScope(process, context);

const reportScope = (scope: ModdleElement, context: CompileContext): void => {
  const elements = children(scope, 'flowElements').filter((element) => !passive.has(element.$type));
  const next = edges(scope, elements);
  const reached = new Set<ModdleElement>();
  const pending = elements.filter((element) => isEntry(scope, element));
  // A scope without any entry is reported as such; every element in it would be noise.
  if (pending.length === 0) return;
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (reached.has(element)) continue;
    reached.add(element);
    pending.push(...(next.get(element) ?? []));
  }
  for (const element of elements) {
    if (!reached.has(element)) {
      context.problems.error(
        element.id ?? null,
        'unreachable-element',
        `Expected a path from a start event to ${describe(element)}, found none. Connect it or remove it.`,
      );
    }
    if (Array.isArray(element.flowElements)) reportScope(element, context);
  }
};

const passive = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** Where tokens come in without a sequence flow. */
const isEntry = (scope: ModdleElement, element: ModdleElement): boolean =>
  element.$type === 'bpmn:StartEvent' ||
  flag(element, 'instantiate', false) ||
  flag(element, 'triggeredByEvent', false) ||
  flag(element, 'isForCompensation', false) ||
  (scope.$type === 'bpmn:AdHocSubProcess' && element.$type !== 'bpmn:BoundaryEvent');

/** What can come after each element: its flows, its boundary events, and the catching partner of a throwing link. */
const edges = (scope: ModdleElement, elements: readonly ModdleElement[]): Map<ModdleElement, ModdleElement[]> => {
  const next = new Map<ModdleElement, ModdleElement[]>();
  const connect = (from: ModdleElement | undefined, to: ModdleElement | undefined): void => {
    if (from && to) next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (const flow of children(scope, 'flowElements')) {
    if (flow.$type === 'bpmn:SequenceFlow') connect(child(flow, 'sourceRef'), child(flow, 'targetRef'));
  }
  const catching = new Map(
    elements
      .filter((element) => element.$type === 'bpmn:IntermediateCatchEvent')
      .map((element) => [linkOf(element), element]),
  );
  for (const element of elements) {
    if (element.$type === 'bpmn:BoundaryEvent') connect(child(element, 'attachedToRef'), element);
    const link = element.$type === 'bpmn:IntermediateThrowEvent' ? linkOf(element) : undefined;
    if (link !== undefined) connect(element, catching.get(link));
  }
  return next;
};

const linkOf = (element: ModdleElement): string | undefined => {
  const link = children(element, 'eventDefinitions').find((event) => event.$type === 'bpmn:LinkEventDefinition');
  return typeof link?.name === 'string' ? link.name.trim() : undefined;
};
