import { element, jobXml, model, subProcess, type Part } from '@baton/fixtures/build-model';
import { escapeXml } from '@baton/fixtures/xml';
import type { Multi, Net, NetEvent, NetNode } from './net.ts';

/** Writes a net as BPMN XML, for the engine to compile. */
export const writeBpmn = (net: Net): string => {
  const partsOf = (scope: string): readonly Part[] =>
    net.nodes.filter((node) => node.scope === scope).flatMap((node) => partOf(node));
  const flowsOf = (scope: string): readonly string[] => {
    const inside = new Set(net.nodes.filter((node) => node.scope === scope).map((node) => node.id));
    return net.flows.filter((flow) => inside.has(flow.from)).map((flow) => flowText(flow.from, flow.to, flow.when));
  };
  const partOf = (node: NetNode): readonly Part[] => {
    if (node.kind === 'sub-process' || node.kind === 'event-sub-process' || node.kind === 'transaction') {
      const inputs = node.local === undefined ? {} : { inputs: { n: `=${node.local}` } };
      const part = subProcess(node.id, partsOf(node.id), flowsOf(node.id), inputs);
      const tag = node.kind === 'transaction' ? 'transaction' : 'subProcess';
      const attributes = `${node.kind === 'event-sub-process' ? ' triggeredByEvent="true"' : ''}`;
      return [
        {
          ...part,
          xml: part.xml
            .replace(/^<bpmn:subProcess/, `<bpmn:${tag}${attributes}`)
            .replace(/<\/bpmn:subProcess>$/, `${multiXml(node.multi)}</bpmn:${tag}>`),
        },
      ];
    }
    const part = leaf(node);
    if (node.handler === undefined) return [part];
    const id = `${node.id}-${node.handler}`;
    return [
      part,
      {
        id,
        xml: `<bpmn:association id="${id}" associationDirection="One" sourceRef="${node.id}" targetRef="${node.handler}"></bpmn:association>`,
      },
    ];
  };
  return model(net.id, partsOf(net.id), flowsOf(net.id));
};

const flowText = (from: string, to: string, when: Net['flows'][number]['when']): string => {
  if (when === null) return `${from} > ${to}`;
  if (when === 'default') return `${from} > ${to} : default`;
  return `${from} > ${to} : =${when.variable} ${when.test} ${when.value}`;
};

const multiXml = (multi: Multi | undefined): string => {
  if (!multi) return '';
  const until =
    multi.until === null
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances &gt;= ${multi.until}</bpmn:completionCondition>`;
  const count = `<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=${multi.count}</bpmn:loopCardinality>`;
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${String(multi.sequential)}">${count}${until}</bpmn:multiInstanceLoopCharacteristics>`;
};

const tags = {
  start: 'startEvent',
  end: 'endEvent',
  throw: 'intermediateThrowEvent',
  catch: 'intermediateCatchEvent',
  boundary: 'boundaryEvent',
  task: 'task',
  script: 'scriptTask',
  user: 'userTask',
  service: 'serviceTask',
  receive: 'receiveTask',
  exclusive: 'exclusiveGateway',
  parallel: 'parallelGateway',
  inclusive: 'inclusiveGateway',
  'event-gateway': 'eventBasedGateway',
} as const;

const leaf = (node: NetNode): Part => {
  if (node.kind === 'sub-process' || node.kind === 'event-sub-process' || node.kind === 'transaction')
    throw new Error(`'${node.id}' is a scope.`);
  const event = eventXml(node);
  const attributes = [
    node.host === undefined ? '' : `attachedToRef="${node.host}"`,
    node.kind === 'boundary' && node.interrupting === false ? 'cancelActivity="false"' : '',
    node.kind === 'start' && node.interrupting === false ? 'isInterrupting="false"' : '',
    node.isHandler ? 'isForCompensation="true"' : '',
    node.kind === 'receive' ? `messageRef="Message_${node.id}"` : '',
  ].filter((attribute) => attribute !== '');
  const globals = node.kind === 'receive' ? messageXml(node.id) : event.globals;
  return element(
    tags[node.kind],
    node.id,
    { extra: extensionXml(node) },
    event.xml + multiXml(node.multi),
    attributes.join(' '),
    globals,
  );
};

const extensionXml = (node: NetNode): string => {
  if (node.kind === 'user') return '<zeebe:userTask />';
  if (node.kind === 'service') return jobXml('work');
  if (!node.script) return '';
  const { variable, factor, plus } = node.script;
  return `<zeebe:script expression="=${escapeXml(`${variable} * ${factor} + ${plus}`)}" resultVariable="${variable}" />`;
};

const messageXml = (id: string): readonly string[] => [
  `<bpmn:message id="Message_${id}" name="${id}"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;k&quot;" /></bpmn:extensionElements></bpmn:message>`,
];

const coded = (kind: 'error' | 'escalation', event: Extract<NetEvent, { code: string | null }>) => {
  if (event.code === null) return { xml: `<bpmn:${kind}EventDefinition />`, globals: [] };
  const id = `${kind}_${event.code}`;
  return {
    xml: `<bpmn:${kind}EventDefinition ${kind}Ref="${id}" />`,
    globals: [`<bpmn:${kind} id="${id}" name="${event.code}" ${kind}Code="${event.code}" />`],
  };
};

const eventXml = (node: NetNode): { readonly xml: string; readonly globals: readonly string[] } => {
  const { event } = node;
  switch (event.kind) {
    case 'none':
      return { xml: '', globals: [] };
    case 'timer':
      return {
        xml: '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1M</bpmn:timeDuration></bpmn:timerEventDefinition>',
        globals: [],
      };
    case 'message':
      return { xml: `<bpmn:messageEventDefinition messageRef="Message_${node.id}" />`, globals: messageXml(node.id) };
    case 'error':
    case 'escalation':
      return coded(event.kind, event);
    case 'compensation':
      return {
        xml: `<bpmn:compensateEventDefinition${event.of === null ? '' : ` activityRef="${event.of}"`} />`,
        globals: [],
      };
    case 'link':
      return { xml: `<bpmn:linkEventDefinition name="${event.name}" />`, globals: [] };
    case 'terminate':
    case 'cancel':
      return { xml: `<bpmn:${event.kind}EventDefinition />`, globals: [] };
  }
};
