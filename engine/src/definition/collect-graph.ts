import { child, children, describe, text, type ModdleElement } from '../model/moddle.ts';
import { feelOf, type CompileContext } from './compile-context.ts';
import type { SequenceFlow } from './node.ts';

/** What connects elements, indexed once: flows in the order of the file, boundary events by their host, handlers by what they handle. */
export interface Graph {
  readonly flows: Map<string, SequenceFlow>;
  readonly incoming: Map<string, string[]>;
  readonly outgoing: Map<string, string[]>;
  readonly boundaryEvents: Map<string, string[]>;
  /** Event sub-processes by the scope that they are in. */
  readonly eventSubProcesses: Map<string, string[]>;
  /** The compensating activity by the activity that it undoes. */
  readonly compensationHandlers: Map<string, string>;
}

/** Reads the connections of the process and its sub-processes. */
export const collectGraph = (process: ModdleElement, context: CompileContext): Graph => {
  const graph: Graph = {
    flows: new Map(),
    incoming: new Map(),
    outgoing: new Map(),
    boundaryEvents: new Map(),
    eventSubProcesses: new Map(),
    compensationHandlers: new Map(),
  };
  collectScope(process, context, graph);
  return graph;
};

const append = (lists: Map<string, string[]>, key: string, value: string): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

const collectScope = (scope: ModdleElement, context: CompileContext, graph: Graph): void => {
  for (const element of children(scope, 'flowElements')) {
    if (Array.isArray(element.flowElements)) collectScope(element, context, graph);
    const { id } = element;
    const host = element.$type === 'bpmn:BoundaryEvent' ? child(element, 'attachedToRef')?.id : undefined;
    if (host !== undefined && id !== undefined) append(graph.boundaryEvents, host, id);
    if (id !== undefined && context.eventSubProcessIds.has(id) && scope.id !== undefined)
      append(graph.eventSubProcesses, scope.id, id);
    if (element.$type === 'bpmn:SequenceFlow') addFlow(element, context, graph);
  }
  for (const artifact of children(scope, 'artifacts'))
    if (artifact.$type === 'bpmn:Association') addHandler(artifact, graph);
};

const addFlow = (element: ModdleElement, context: CompileContext, graph: Graph): void => {
  const sourceId = child(element, 'sourceRef')?.id;
  const targetId = child(element, 'targetRef')?.id;
  if (element.id === undefined || sourceId === undefined || targetId === undefined) {
    context.problems.error(
      element.id ?? null,
      'invalid-flow',
      `Expected ${describe(element)} to have an id, a source and a target, found one missing. Draw the flow again.`,
    );
    return;
  }
  const condition = text(child(element, 'conditionExpression'), 'body');
  graph.flows.set(element.id, {
    id: element.id,
    name: text(element, 'name') ?? null,
    sourceId,
    targetId,
    condition: condition === undefined ? null : feelOf(context, element, 'condition', condition),
  });
  append(graph.outgoing, sourceId, element.id);
  append(graph.incoming, targetId, element.id);
};

/** A compensation boundary event and its handler are connected by an association, not by a flow (BPMN 2.0.2, 10.7). */
const addHandler = (association: ModdleElement, graph: Graph): void => {
  const ends = [child(association, 'sourceRef'), child(association, 'targetRef')];
  const boundary = ends.find(
    (end) =>
      end?.$type === 'bpmn:BoundaryEvent' &&
      children(end, 'eventDefinitions').some((event) => event.$type === 'bpmn:CompensateEventDefinition'),
  );
  const handler = ends.find((end) => end !== boundary && end?.isForCompensation === true);
  const host = child(boundary, 'attachedToRef')?.id;
  if (host !== undefined && handler?.id !== undefined) graph.compensationHandlers.set(host, handler.id);
};
