import { bpmnTypes, compilerOf, eventSubProcessType, type Node } from '../elements/registry.ts';
import { eventsOf, type EventDefinition } from '../events/event-definition.ts';
import { collectGraph, type Graph } from './collect-graph.ts';
import { unsupported, type CompileContext } from './compile-context.ts';
import { compileAssociations, declaredItems, usedDataObjects } from './data-items.ts';
import { compileExecutionListeners } from './execution-listeners.ts';
import { compileLoop } from './loop-characteristics.ts';
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
import { historyTimeToLiveOf } from './history.ts';
import type { NodeBase } from './node.ts';
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
      const definition = compileProcess(element, {
        problems,
        processId: element.id ?? '',
        process: element,
        eventSubProcessIds: eventSubProcessesIn(element),
      });
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
  const graph = collectGraph(element, context);
  const elements = new Map<string, Node>();
  const build: Build = { context, graph, elements, usedData: usedDataObjects(element) };
  compileScope(element, null, build);
  const nodes = [...elements.values()];
  const definition: ProcessDefinition = {
    id: element.id,
    name: text(element, 'name') ?? null,
    versionTag: text(extension(element, 'zeebe:versionTag'), 'value') ?? null,
    historyTimeToLive: historyTimeToLiveOf(element, context),
    elements,
    flows: graph.flows,
    hasJoins: nodes.some((node) => joins.has(node.type) && node.incoming.length > 1),
    hasConditions: nodes.some((node) => eventsAt(node).some((event) => event.kind === 'conditional')),
    hasCompensation: nodes.some(
      (node) => node.compensationHandler !== null || eventsAt(node).some((event) => event.kind === 'compensation'),
    ),
    startTriggers: startTriggersOf(element.id, nodes, graph),
    startForm: startFormOf(element, context),
    calledProcessIds: nodes.flatMap((node) =>
      node.type === 'call-activity' && !node.processId.text.startsWith('=')
        ? [{ elementId: node.id, processId: node.processId.text }]
        : [],
    ),
    calledDecisionIds: nodes.flatMap((node) =>
      node.type === 'business-rule-task' && node.decision !== null && !node.decision.decisionId.text.startsWith('=')
        ? [{ elementId: node.id, decisionId: node.decision.decisionId.text }]
        : [],
    ),
  };
  validate(definition, context);
  reportUnreachable(element, context);
  return definition;
};

const joins = new Set<Node['type']>(['parallel-gateway', 'inclusive-gateway', 'complex-gateway']);

const eventsAt = (node: Node): readonly EventDefinition[] => ('event' in node ? eventsOf(node.event) : []);

/** What the elements of one process are compiled with, and where they go. */
interface Build {
  readonly context: CompileContext;
  readonly graph: Graph;
  readonly elements: Map<string, Node>;
  readonly usedData: ReadonlySet<ModdleElement>;
}

/** Elements that carry no behavior: what they draw is documentation. */
const silent = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const compileScope = (element: ModdleElement, scopeId: string | null, build: Build): void => {
  compileElement(element, scopeId, build);
  for (const inner of children(element, 'flowElements')) {
    if (!silent.has(inner.$type)) compileScope(inner, element.id ?? null, build);
  }
};

const compileElement = (element: ModdleElement, scopeId: string | null, build: Build): void => {
  const { context } = build;
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
  const { type, elementType } = context.eventSubProcessIds.has(element.id) ? eventSubProcessType : known;
  refuseUnsupported(element, context);
  const node = compilerOf(type)(element, baseOf(element, element.id, scopeId, elementType, build), context);
  if (node) build.elements.set(node.id, node);
};

const baseOf = (
  element: ModdleElement,
  id: string,
  scopeId: string | null,
  elementType: NodeBase['elementType'],
  { context, graph, usedData }: Build,
): NodeBase => {
  const mappings = compileMappings(element, context);
  const data = compileAssociations(element, context);
  return {
    id,
    name: text(element, 'name') ?? null,
    elementType,
    scopeId,
    incoming: graph.incoming.get(id) ?? [],
    outgoing: graph.outgoing.get(id) ?? [],
    defaultFlow: child(element, 'default')?.id ?? null,
    inputs: [...data.inputs, ...mappings.inputs],
    outputs: [...mappings.outputs, ...data.outputs],
    boundaryEvents: graph.boundaryEvents.get(id) ?? [],
    eventSubProcesses: graph.eventSubProcesses.get(id) ?? [],
    declares: declaredItems(element, usedData),
    loop: compileLoop(element, context),
    listeners: compileExecutionListeners(element, context),
    isForCompensation: flag(element, 'isForCompensation', false),
    compensationHandler: graph.compensationHandlers.get(id) ?? null,
  };
};

/** Sub-processes that an event triggers, wherever they are. */
const eventSubProcessesIn = (scope: ModdleElement, found = new Set<string>()): Set<string> => {
  for (const element of children(scope, 'flowElements')) {
    if (element.id !== undefined && flag(element, 'triggeredByEvent', false)) found.add(element.id);
    eventSubProcessesIn(element, found);
  }
  return found;
};

/** Start events, receive tasks that instantiate, and the events behind an event-based gateway that does. */
const startTriggersOf = (processId: string, nodes: readonly Node[], graph: Graph): StartTrigger[] => {
  const gateways = new Set(
    nodes.filter((node) => node.type === 'event-based-gateway' && node.instantiate).map((node) => node.id),
  );
  const isBehindGateway = (node: Node): boolean =>
    node.incoming.some((flowId) => gateways.has(graph.flows.get(flowId)?.sourceId ?? ''));
  return nodes
    .filter((node) => node.scopeId === processId)
    .filter(
      (node) =>
        node.type === 'start-event' || (node.type === 'receive-task' && node.instantiate) || isBehindGateway(node),
    )
    .flatMap(triggersOf);
};

const triggersOf = (node: Node): StartTrigger[] => {
  const event =
    node.type === 'receive-task'
      ? node.message
      : node.type === 'start-event' || node.type === 'intermediate-catch-event'
        ? node.event
        : null;
  if (!event) return [];
  const events = eventsOf(event);
  const isParallel = event.kind === 'multiple' && event.parallel;
  return events.map((each, index) => ({
    elementId: node.id,
    event: each,
    part: isParallel ? { index, of: events.length } : null,
  }));
};

const startFormOf = (element: ModdleElement, context: CompileContext): StartForm | null => {
  const start = children(element, 'flowElements').find(
    (each) => each.$type === 'bpmn:StartEvent' && children(each, 'eventDefinitions').length === 0,
  );
  if (!start || !extensions(start).some((each) => sameType(each.$type, 'zeebe:formDefinition'))) return null;
  const { formId, formBinding, formVersionTag, embeddedForm } = readForm(start, context);
  return formId === null && embeddedForm === null ? null : { formId, formBinding, formVersionTag, embeddedForm };
};
