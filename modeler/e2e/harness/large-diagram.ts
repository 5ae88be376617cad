/** A diagram of `count` elements in rows of 25, one flow from the first to the last, drawn with every flow: what a careful person's largest process looks like. Nothing in it is a problem. */
export function largeDiagram(count: number): string {
  const columns = 25;
  const place = (at: number) => ({ x: 160 + (at % columns) * 160, y: 100 + Math.floor(at / columns) * 120 });
  const kindOf = (at: number): string => {
    if (at === 0) return 'startEvent';
    if (at === count - 1) return 'endEvent';
    return at % 10 === 5 ? 'intermediateThrowEvent' : 'manualTask';
  };
  const sizes: Readonly<Record<string, readonly [number, number]>> = {
    startEvent: [36, 36],
    endEvent: [36, 36],
    intermediateThrowEvent: [36, 36],
  };
  const all = Array.from({ length: count }, (_, at) => at);
  const elements = all.map((at) => {
    const incoming = at > 0 ? `<incoming>f${at - 1}</incoming>` : '';
    const outgoing = at < count - 1 ? `<outgoing>f${at}</outgoing>` : '';
    return `<${kindOf(at)} id="e${at}" name="Step ${at}">${incoming}${outgoing}</${kindOf(at)}>`;
  });
  const flows = all.slice(1).map((at) => `<sequenceFlow id="f${at - 1}" sourceRef="e${at - 1}" targetRef="e${at}" />`);
  const shapes = all.map((at) => {
    const { x, y } = place(at);
    const [width, height] = sizes[kindOf(at)] ?? [100, 80];
    return `<bpmndi:BPMNShape id="e${at}_di" bpmnElement="e${at}"><dc:Bounds x="${x + 50 - width / 2}" y="${y + 40 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  });
  const edges = all.slice(1).map((at) => {
    const from = place(at - 1);
    const to = place(at);
    const points =
      at % columns === 0
        ? [
            [from.x + 50, from.y + 80],
            [from.x + 50, from.y + 100],
            [to.x + 50, from.y + 100],
            [to.x + 50, to.y],
          ]
        : [
            [from.x + 100, from.y + 40],
            [to.x, to.y + 40],
          ];
    return `<bpmndi:BPMNEdge id="f${at - 1}_di" bpmnElement="f${at - 1}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="http://baton.example/e2e">
  <process id="large" name="Large" isExecutable="false">${elements.join('')}${flows.join('')}</process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="large">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
}
