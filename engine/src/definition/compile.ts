import { bpmnTypes, compilerOf, type Node } from '../elements/registry.ts';
import { feelOf, unsupported, type CompileContext } from './compile-context.ts';
import {
  child,
  children,
  describe,
  extension,
  flag,
  parseModel,
  sameType,
  extensions,
  text,
  type ModdleElement,
} from '../model/moddle.ts';
import { collectProblems, type Problem } from '../model/problem.ts';
import { compileMappings } from './compile-mappings.ts';
import { readForm } from './form-reference.ts';
import type { NodeBase, SequenceFlow } from './node.ts';
import type { ProcessDefinition, StartForm, StartTrigger } from './process-definition.ts';
import { refuseUnsupported } from './unsupported.ts';
import { reportUnreachable } from './validate-reachability.ts';
import { validate } from './validate.ts';

export type CompileResult =
  | { readonly ok: true; readonly processes: readonly ProcessDefinition[]; readonly warnings: readonly Problem[] }
  /** Every problem of the file, errors and warnings. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Compiles every executable process of a BPMN file, or answers all the reasons why it cannot be executed. Never throws for bad input. */
export const compileBpmn = async (xml: string): Promise<CompileResult> => {
  const problems = collectProblems();
  const model = await parseModel(xml, problems);
  const processes: ProcessDefinition[] = [];
  if (model) {
    const found = children(model.definitions, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
    const executable = found.filter((element) => flag(element, 'isExecutable', false));
    if (executable.length === 0) reportNothingExecutable(found, problems.error);
    for (const element of executable) {
      const definition = compileProcess(element, { problems, processId: element.id ?? '', process: element });
      if (definition) processes.push(definition);
    }
    reportDuplicates(processes, problems.error);
  }
  return problems.list.some((problem) => problem.severity === 'error')
    ? { ok: false, problems: problems.list }
    : { ok: true, processes, warnings: problems.list };
};

type Report = ReturnType<typeof collectProblems>['error'];

const reportNothingExecutable = (found: readonly ModdleElement[], error: Report): void => {
  if (found.length === 0)
    error(null, 'no-process', 'Expected a process in the file, found none. Draw one, or choose another file.');
  for (const element of found) {
    error(
      element.id ?? null,
      'not-executable',
      `Expected an executable process, found ${describe(element)} with isExecutable="false" or without it. Switch on "Executable" in its properties.`,
    );
  }
};

const reportDuplicates = (processes: readonly ProcessDefinition[], error: Report): void => {
  const seen = new Set<string>();
  for (const { id } of processes) {
    if (seen.has(id))
      error(id, 'duplicate-id', `Expected every process id once in a file, found '${id}' twice. Rename one.`);
    seen.add(id);
  }
};

const compileProcess = (element: ModdleElement, context: CompileContext): ProcessDefinition | null => {
  if (element.id === undefined) {
    context.problems.error(
      null,
      'missing-id',
      'Expected the process to have an id, found none. Give it one in its properties.',
    );
    return null;
  }
  const graph: Graph = { flows: new Map(), incoming: new Map(), outgoing: new Map(), boundaryEvents: new Map() };
  const elements = new Map<string, Node>();
  collectGraph(element, context, graph);
  compileScope(element, null, context, graph, elements);
  const { flows } = graph;
  const definition: ProcessDefinition = {
    id: element.id,
    name: text(element, 'name') ?? null,
    versionTag: text(extension(element, 'zeebe:versionTag'), 'value') ?? null,
    elements,
    flows,
    startTriggers: startTriggersOf(element.id, elements),
    startForm: startFormOf(element, context),
    calledProcessIds: [...elements.values()].flatMap((node) =>
      node.type === 'call-activity' && !node.processId.text.startsWith('=')
        ? [{ elementId: node.id, processId: node.processId.text }]
        : [],
    ),
  };
  validate(definition, context);
  reportUnreachable(element, context);
  return definition;
};

/** What connects elements, indexed once: flows in the order of the file, and boundary events by their host. */
interface Graph {
  readonly flows: Map<string, SequenceFlow>;
  readonly incoming: Map<string, string[]>;
  readonly outgoing: Map<string, string[]>;
  readonly boundaryEvents: Map<string, string[]>;
}

const append = (lists: Map<string, string[]>, key: string, value: string): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Reads the connections of the process and its sub-processes. */
const collectGraph = (scope: ModdleElement, context: CompileContext, graph: Graph): void => {
  for (const element of children(scope, 'flowElements')) {
    if (Array.isArray(element.flowElements)) collectGraph(element, context, graph);
    const host = element.$type === 'bpmn:BoundaryEvent' ? child(element, 'attachedToRef')?.id : undefined;
    if (host !== undefined && element.id !== undefined) append(graph.boundaryEvents, host, element.id);
    if (element.$type !== 'bpmn:SequenceFlow') continue;
    const sourceId = child(element, 'sourceRef')?.id;
    const targetId = child(element, 'targetRef')?.id;
    if (element.id === undefined || sourceId === undefined || targetId === undefined) {
      context.problems.error(
        element.id ?? null,
        'invalid-flow',
        `Expected ${describe(element)} to have an id, a source and a target, found one missing. Draw the flow again.`,
      );
      continue;
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
  }
};

/** Elements that carry no behavior: what they draw is documentation. */
const silent = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const compileScope = (
  element: ModdleElement,
  scopeId: string | null,
  context: CompileContext,
  graph: Graph,
  elements: Map<string, Node>,
): void => {
  compileElement(element, scopeId, context, graph, elements);
  for (const inner of children(element, 'flowElements')) {
    if (silent.has(inner.$type)) continue;
    compileScope(inner, element.id ?? null, context, graph, elements);
  }
};

const compileElement = (
  element: ModdleElement,
  scopeId: string | null,
  context: CompileContext,
  graph: Graph,
  elements: Map<string, Node>,
): void => {
  const known = Object.prototype.hasOwnProperty.call(bpmnTypes, element.$type) ? bpmnTypes[element.$type] : undefined;
  if (element.id === undefined) {
    context.problems.error(
      null,
      'missing-id',
      `Expected ${describe(element)} to have an id, found none. Give it one in its properties.`,
    );
    return;
  }
  if (!known) return unsupported(context, element, 'this element');
  refuseUnsupported(element, context);
  const node = compilerOf(known.type)(
    element,
    baseOf(element, element.id, scopeId, known.elementType, context, graph),
    context,
  );
  if (node) elements.set(node.id, node);
};

const baseOf = (
  element: ModdleElement,
  id: string,
  scopeId: string | null,
  elementType: NodeBase['elementType'],
  context: CompileContext,
  graph: Graph,
): NodeBase => ({
  id,
  name: text(element, 'name') ?? null,
  elementType,
  scopeId,
  incoming: graph.incoming.get(id) ?? [],
  outgoing: graph.outgoing.get(id) ?? [],
  defaultFlow: child(element, 'default')?.id ?? null,
  ...compileMappings(element, context),
  boundaryEvents: graph.boundaryEvents.get(id) ?? [],
});

const startTriggersOf = (processId: string, elements: ReadonlyMap<string, Node>): StartTrigger[] =>
  [...elements.values()].flatMap((node) =>
    node.type === 'start-event' && node.scopeId === processId ? [{ elementId: node.id, event: node.event }] : [],
  );

const startFormOf = (element: ModdleElement, context: CompileContext): StartForm | null => {
  const start = children(element, 'flowElements').find(
    (each) => each.$type === 'bpmn:StartEvent' && children(each, 'eventDefinitions').length === 0,
  );
  if (!start || !extensions(start).some((each) => sameType(each.$type, 'zeebe:formDefinition'))) return null;
  const { formId, formBinding, formVersionTag, embeddedForm } = readForm(start, context);
  return formId === null && embeddedForm === null ? null : { formId, formBinding, formVersionTag, embeddedForm };
};
