const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const shape = (id: string, x: number, size: readonly [number, number], more = '') =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${100 - size[1] / 2}" width="${size[0]}" height="${size[1]}" /></bpmndi:BPMNShape>`;
const edge = (id: string, from: number, to: number) =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="100" /><di:waypoint x="${to}" y="100" /></bpmndi:BPMNEdge>`;
const diagram = (id: string, inside: string) =>
  `<bpmndi:BPMNDiagram id="D_${id}"><bpmndi:BPMNPlane id="P_${id}" bpmnElement="${id}">${inside}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const event = [36, 36] as const;
const task = [100, 80] as const;

/** A file with two processes, each drawn on a diagram of its own, the first with a collapsed sub-process on a third. */
export const twoDiagrams = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Two" targetNamespace="http://baton.example/bpmn">
<bpmn:process id="first" name="First" isExecutable="true"><bpmn:startEvent id="s" name="s" /><bpmn:subProcess id="part" name="part"><bpmn:startEvent id="ps" /><bpmn:userTask id="deep" name="deep"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>${flow('f3', 'ps', 'deep')}</bpmn:subProcess><bpmn:userTask id="last" name="last"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>${flow('f1', 's', 'part')}${flow('f2', 'part', 'last')}</bpmn:process>
<bpmn:process id="second" name="Second" isExecutable="true"><bpmn:startEvent id="s2" name="s2" /><bpmn:userTask id="other" name="other"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>${flow('f4', 's2', 'other')}</bpmn:process>
${diagram('first', shape('s', 100, event) + shape('part', 200, task, ' isExpanded="false"') + shape('last', 360, task) + edge('f1', 136, 200) + edge('f2', 300, 360))}
${diagram('second', shape('s2', 100, event) + shape('other', 200, task) + edge('f4', 136, 200))}
${diagram('part', shape('ps', 100, event) + shape('deep', 200, task) + edge('f3', 136, 200))}
</bpmn:definitions>`;
