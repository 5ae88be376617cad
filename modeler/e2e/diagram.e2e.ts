import { beforeAll, describe, expect, it } from 'vitest';
import { deployFiles, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** A collapsed sub-process whose content lies on a plane of its own; the task in it cannot compute its assignee. */
const collapsed = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions_collapsed" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="collapsed" name="With a collapsed part" isExecutable="true">
    <bpmn:startEvent id="Begin"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:subProcess id="Part" name="Collapsed part"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
      <bpmn:startEvent id="PartBegin"><bpmn:outgoing>f3</bpmn:outgoing></bpmn:startEvent>
      <bpmn:userTask id="Inner" name="Inner task">
        <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition assignee="=[1]" /></bpmn:extensionElements>
        <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f4</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:endEvent id="PartEnd"><bpmn:incoming>f4</bpmn:incoming></bpmn:endEvent>
      <bpmn:sequenceFlow id="f3" sourceRef="PartBegin" targetRef="Inner" />
      <bpmn:sequenceFlow id="f4" sourceRef="Inner" targetRef="PartEnd" />
    </bpmn:subProcess>
    <bpmn:endEvent id="Finish"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="Begin" targetRef="Part" />
    <bpmn:sequenceFlow id="f2" sourceRef="Part" targetRef="Finish" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="D1"><bpmndi:BPMNPlane id="P1" bpmnElement="collapsed">
    <bpmndi:BPMNShape id="s1" bpmnElement="Begin"><dc:Bounds x="150" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s2" bpmnElement="Part" isExpanded="false"><dc:Bounds x="240" y="78" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s3" bpmnElement="Finish"><dc:Bounds x="400" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="e1" bpmnElement="f1"><di:waypoint x="186" y="118" /><di:waypoint x="240" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e2" bpmnElement="f2"><di:waypoint x="340" y="118" /><di:waypoint x="400" y="118" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  <bpmndi:BPMNDiagram id="D2"><bpmndi:BPMNPlane id="P2" bpmnElement="Part">
    <bpmndi:BPMNShape id="s4" bpmnElement="PartBegin"><dc:Bounds x="150" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s5" bpmnElement="Inner"><dc:Bounds x="240" y="78" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s6" bpmnElement="PartEnd"><dc:Bounds x="400" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="e3" bpmnElement="f3"><di:waypoint x="186" y="118" /><di:waypoint x="240" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e4" bpmnElement="f4"><di:waypoint x="340" y="118" /><di:waypoint x="400" y="118" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

beforeAll(async () => {
  await deployFiles(baton.server, { 'collapsed.bpmn': collapsed });
});

describe('the diagram of an instance', () => {
  it('should show an incident on the collapsed sub-process around it, and inside after drilling down', async () => {
    const key = await startInstance(baton.server, 'collapsed');
    const page = await baton.open(`/operations/instances/${key}`);
    const outer = page.locator('.baton-badges[data-element="Part"] [data-kind="incidents"]');
    const inner = page.locator('.baton-badges[data-element="Inner"] [data-kind="incidents"]');
    await outer.waitFor();
    expect(await inner.isVisible()).toBe(false);

    await page.locator('.bjs-drilldown').click();
    await inner.waitFor();
    expect(await outer.isVisible()).toBe(false);
    await page.locator('.bjs-breadcrumbs').getByText('With a collapsed part').click();
    await outer.waitFor();

    // The list of elements leads into the sub-process as well.
    await page.getByRole('button', { name: /^Inner task, User task/ }).click();
    await inner.waitFor();
    const drawn = page.locator('.djs-shape[data-element-id="Inner"]');
    expect(await drawn.getAttribute('class')).toContain('selected');
  });

  it('should explain an element on hover, and choose it by a click', async () => {
    const key = await startInstance(baton.server, 'collapsed');
    const page = await baton.open(`/operations/instances/${key}`);
    const part = page.locator('.djs-shape[data-element-id="Part"]');
    await part.hover({ force: true });
    const hint = page.getByRole('tooltip').filter({ hasText: 'Collapsed part' });
    await hint.getByText('1 token here now').waitFor();
    await part.click({ force: true });
    await page.getByText('belong to Collapsed part alone').waitFor();
    expect(page.url()).toContain('element=Part');
  });

  it('should stay fitted when its space changes', async () => {
    const key = await startInstance(baton.server, 'collapsed');
    const page = await baton.open(`/operations/instances/${key}`);
    const begin = page.locator('.djs-shape[data-element-id="Begin"]');
    await begin.waitFor();
    await page.setViewportSize({ width: 1000, height: 600 });
    const isInside = async (elementId: string) => {
      const frame = await page.locator('[data-diagram="open"]').boundingBox();
      const box = await page.locator(`.djs-shape[data-element-id="${elementId}"]`).boundingBox();
      return (
        frame !== null &&
        box !== null &&
        box.x >= frame.x &&
        box.y >= frame.y &&
        box.x + box.width <= frame.x + frame.width &&
        box.y + box.height <= frame.y + frame.height
      );
    };
    await expect.poll(() => isInside('Begin')).toBe(true);
    await expect.poll(() => isInside('Finish')).toBe(true);
  });
});
