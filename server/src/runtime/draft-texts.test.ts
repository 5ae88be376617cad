import { describe, expect, it } from 'vitest';
import { draftTexts } from './draft-texts.ts';

const words = (kind: string, content: string) =>
  draftTexts(kind, content).map(({ role, text, elementId }) => `${role} ${text} @${elementId}`);

describe('the texts of a draft', () => {
  it('should belong to the element that is chosen on the canvas', () => {
    const found = words(
      'bpmn',
      `<bpmn:definitions id="d" targetNamespace="x" xmlns:bpmn="urn:b" xmlns:xsi="urn:x"><bpmn:process id="order" name="Order &amp; pay">
         <bpmn:serviceTask id="pay" name="Pay"><bpmn:documentation id="doc">Twice a &lt;day&gt;</bpmn:documentation>
           <bpmn:extensionElements><zeebe:taskDefinition type="charge-card" /><zeebe:calledElement processId="billing" /></bpmn:extensionElements>
         </bpmn:serviceTask>
         <bpmn:startEvent id="timed"><bpmn:timerEventDefinition id="inner"><bpmn:timeCycle><![CDATA[R/P1D]]></bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
         <bpmn:sequenceFlow id="f" sourceRef="timed" targetRef="pay"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &gt; 5</bpmn:conditionExpression></bpmn:sequenceFlow>
       </bpmn:process>
       <bpmndi:BPMNDiagram id="drawn"><bpmndi:BPMNShape id="shape" bpmnElement="pay" /></bpmndi:BPMNDiagram></bpmn:definitions>`,
    );
    expect(found).toEqual([
      'id d @d',
      'id order @order',
      'name Order & pay @order',
      'id pay @pay',
      'name Pay @pay',
      'documentation Twice a <day> @pay',
      'jobType charge-card @pay',
      'process billing @pay',
      'id timed @timed',
      'expression R/P1D @timed',
      'id f @f',
      'expression =amount > 5 @f',
    ]);
  });

  it('should be read of decisions and forms, and as far as one goes of what is half done', () => {
    expect(
      words('dmn', '<decision id="rate" name="Rate"><inputExpression id="e"><text>age</text></inputExpression>'),
    ).toEqual(['id rate @rate', 'name Rate @rate', 'text age @rate']);
    const form = {
      id: 'ask',
      components: [
        { type: 'group', label: 'You', components: [{ key: 'age', label: 'Age' }] },
        { id: 'Field_1', key: 'size', values: [{ label: 'Small', value: 's' }] },
      ],
    };
    expect(words('form', JSON.stringify(form))).toEqual([
      'id ask @null',
      'label You @null',
      'label Age @age',
      'name age @age',
      'name size @Field_1',
      'id Field_1 @Field_1',
      'label Small @Field_1',
      'other s @Field_1',
    ]);
    expect(words('form', '{"id":')).toEqual([]);
    expect(words('bpmn', '<process id="p"><task name="A" <')).toContain('id p @p');
    expect(words('bpmn', '')).toEqual([]);
  });
});
