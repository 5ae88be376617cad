import { xssAddresses, xssPayloads } from './xss-payloads';

/** A text inside of XML. */
export const xml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

const namespaces =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" ' +
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

const edge = (id: string, from: readonly [number, number], to: readonly [number, number]): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from[0]}" y="${from[1]}"/><di:waypoint x="${to[0]}" y="${to[1]}"/></bpmndi:BPMNEdge>`;

/**
 * A process in which every text is a payload: a user task for each of them beside each other, with its name, documentation and a note, and a service task
 * once for each that a worker can fail.
 */
export const hostileProcess = (): string => {
  const tasks = xssPayloads.map((payload, index) => ({
    id: `t${index}`,
    payload: xml(payload),
    x: 300 + (index % 10) * 140,
    y: 100 + Math.floor(index / 10) * 110,
  }));
  const flows = tasks
    .map(({ id, payload }) => `<bpmn:sequenceFlow id="f-${id}" name="${payload}" sourceRef="fork" targetRef="${id}"/>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${namespaces} id="D" targetNamespace="http://baton.example/e2e" exporter="${xml(xssPayloads[2] ?? '')}">
  <bpmn:process id="hostile" name="${xml(xssPayloads[22] ?? '')}" isExecutable="true">
    <bpmn:startEvent id="s" name="${xml(xssPayloads[4] ?? '')}"/><bpmn:sequenceFlow id="f-s" sourceRef="s" targetRef="fork"/>
    <bpmn:parallelGateway id="fork"/>${flows}
    ${tasks
      .map(
        ({ id, payload }, index) =>
          `<bpmn:userTask id="${id}" name="${payload}"><bpmn:documentation>${payload}</bpmn:documentation><bpmn:extensionElements><zeebe:userTask/>${
            index === 0 ? '<zeebe:formDefinition formId="hostile-form"/>' : ''
          }<zeebe:assignmentDefinition assignee="${payload}" candidateGroups="${xml('="' + (xssPayloads[index] ?? '').replaceAll('"', "'").replaceAll(',', '') + '"')}"/></bpmn:extensionElements></bpmn:userTask>`,
      )
      .join('')}
    <bpmn:sequenceFlow id="f-work" sourceRef="fork" targetRef="work"/>
    <bpmn:serviceTask id="work" name="${xml(xssPayloads[42] ?? '')}"><bpmn:extensionElements><zeebe:taskDefinition type="${xml(xssPayloads[2] ?? '')}"/></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=payloads" inputElement="payload"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
    </bpmn:serviceTask>
    <bpmn:dataObjectReference id="data" name="${xml(xssPayloads[3] ?? '')}"/>
    ${tasks.map(({ id, payload }) => `<bpmn:textAnnotation id="a-${id}"><bpmn:text>${payload}</bpmn:text></bpmn:textAnnotation>`).join('')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Di"><bpmndi:BPMNPlane id="P" bpmnElement="hostile">
    <bpmndi:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="100" y="100" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="fork_di" bpmnElement="fork"><dc:Bounds x="180" y="93" width="50" height="50"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="work_di" bpmnElement="work"><dc:Bounds x="100" y="300" width="100" height="80"/></bpmndi:BPMNShape>
    ${tasks
      .map(
        ({ id, x, y }) =>
          `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>` +
          `<bpmndi:BPMNShape id="a-${id}_di" bpmnElement="a-${id}"><dc:Bounds x="${x}" y="${y + 1200}" width="100" height="60"/></bpmndi:BPMNShape>` +
          edge(`f-${id}`, [230, 118], [x, y + 40]),
      )
      .join('')}
    ${edge('f-s', [136, 118], [180, 118])}${edge('f-work', [205, 143], [150, 300])}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
};

/** A form in which every text is a payload and every address runs a script. */
export const hostileForm = (): string =>
  JSON.stringify({
    id: 'hostile-form',
    type: 'default',
    schemaVersion: 16,
    components: [
      ...xssPayloads.map((payload, index) => ({
        type: 'textfield',
        id: `field_${index}`,
        key: `field_${index}`,
        label: payload,
        description: payload,
        defaultValue: payload,
        appearance: { prefixAdorner: payload.slice(0, 40), suffixAdorner: payload.slice(0, 40) },
      })),
      ...xssPayloads.map((payload, index) => ({ type: 'text', id: `text_${index}`, text: payload })),
      ...xssPayloads.map((payload, index) => ({ type: 'html', id: `html_${index}`, content: payload })),
      ...xssAddresses.flatMap((address, index) => [
        { type: 'text', id: `link_${index}`, text: `[x](${address}) ![x](${address}) <a href="${address}">x</a>` },
        { type: 'html', id: `anchor_${index}`, content: `<a href="${address}">x</a><img src="${address}">` },
        { type: 'image', id: `image_${index}`, source: address, alt: address },
        { type: 'iframe', id: `frame_${index}`, url: address, label: address },
      ]),
      {
        type: 'select',
        id: 'select',
        key: 'select',
        label: 'Choose',
        values: xssPayloads.map((payload, index) => ({ label: payload, value: `v${index}` })),
      },
    ],
  });
