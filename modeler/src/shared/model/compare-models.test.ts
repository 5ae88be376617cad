import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareModels, type Change } from './compare-models';
import { describeBpmn } from './describe-bpmn';
import { describeDmn } from './describe-dmn';
import { describeForm } from './describe-form';

const fixtures = new URL('../../../../fixtures/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, fixtures), 'utf8');

/** The text with one replacement, which must have been possible. */
const edited = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

const inLines = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ kind, type, name, properties }) => [
    `${kind} ${type} ${name}`,
    ...properties.map(({ path, before, after }) => `  ${path}: ${before ?? '–'} → ${after ?? '–'}`),
  ]);

const bpmnChanges = async (before: string, after: string): Promise<readonly string[]> =>
  inLines(compareModels(await describeBpmn(before), await describeBpmn(after)));

const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:own="http://example.org/own" id="Model" targetNamespace="http://example.org">
  <bpmn:process id="order" isExecutable="true">
    <bpmn:serviceTask id="pay" name="Pay">
      <bpmn:documentation>Takes the money.</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="pay" />
        <zeebe:ioMapping><zeebe:input source="=total" target="amount" /></zeebe:ioMapping>
        <own:cost center="7" />
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:intermediateCatchEvent id="wait" name="Wait">
      <bpmn:timerEventDefinition id="Timer_1"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="next" sourceRef="pay" targetRef="wait" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="order">
    <bpmndi:BPMNShape id="pay_di" bpmnElement="pay"><dc:Bounds x="0" y="0" width="100" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

describe('two BPMN models', () => {
  it.each([
    ['name="Pay"', 'name="Charge"', ['changed Service task Charge', '  Name: Pay → Charge']],
    ['type="pay"', 'type="pay-2"', ['changed Service task Pay', '  Task definition › Type: pay → pay-2']],
    [
      'source="=total"',
      'source="=sum"',
      ['changed Service task Pay', '  Io mapping › Input amount › Source: =total → =sum'],
    ],
    ['center="7"', 'center="8"', ['changed Service task Pay', '  Cost › center: 7 → 8']],
    [
      'PT1H',
      'PT2H',
      ['changed Intermediate catch event Wait', '  Timer event definition › Time duration: PT1H → PT2H'],
    ],
    [
      'Takes the money.',
      'Takes money.',
      ['changed Service task Pay', '  Documentation: Takes the money. → Takes money.'],
    ],
    ['id="Timer_1"', 'id="Timer_2"', []],
    ['x="0"', 'x="40"', ['moved Service task Pay']],
    ['targetRef="wait"', 'targetRef="pay"', ['changed Sequence flow next', '  Target ref: wait → pay']],
    ['<bpmn:process id="order"', '<bpmn:message id="m" name="M" /><bpmn:process id="order"', ['added Message M']],
    ['<bpmn:sequenceFlow id="next" sourceRef="pay" targetRef="wait" />', '', ['removed Sequence flow next']],
    ['isExecutable="true"', 'isExecutable="false"', ['changed Process order', '  Is executable: true → false']],
  ])('should differ by %s → %s in exactly that', async (from, to, lines) => {
    expect(await bpmnChanges(model, edited(model, from, to))).toEqual(lines);
  });

  it('should tell what became another kind of task, and what lies elsewhere', async () => {
    const other = model.replaceAll('bpmn:serviceTask', 'bpmn:sendTask');
    expect(await bpmnChanges(model, other)).toEqual(['changed Send task Pay', '  Type: Service task → Send task']);
    const inside = edited(model, '<bpmn:serviceTask', '<bpmn:subProcess id="part"><bpmn:serviceTask').replace(
      '</bpmn:serviceTask>',
      '</bpmn:serviceTask></bpmn:subProcess>',
    );
    expect(await bpmnChanges(model, inside)).toEqual([
      'added Sub-process part',
      'changed Service task Pay',
      '  Lies in: order → part',
    ]);
  });

  it('should be the same where they are the same, whatever they hold', async () => {
    const names = readdirSync(new URL('bpmn/', fixtures));
    expect(names.length).toBeGreaterThan(90);
    for (const name of names) {
      const before = await describeBpmn(read(`bpmn/${name}`));
      expect(inLines(compareModels(before, await describeBpmn(read(`bpmn/${name}`)))), name).toEqual([]);
      expect(new Set(before.map(({ id }) => id)).size, name).toBe(before.length);
    }
  });
});

describe('two decision models', () => {
  const table = read('dmn/hit-policies.dmn');

  it('should be compared rule by rule, cells by their columns', async () => {
    const before = await describeDmn(table);
    const after = await describeDmn(edited(table, '<text>&lt; 100</text>', '<text>&lt; 50</text>'));
    expect(inLines(compareModels(before.elements, after.elements))).toEqual([
      'changed Rule Rule 1',
      '  Order total: < 100 → < 50',
    ]);
    const typed = await describeDmn(edited(table, 'typeRef="number"><text>total', 'typeRef="string"><text>sum'));
    expect(inLines(compareModels(before.elements, typed.elements))).toEqual([
      'changed Input Order total',
      '  Expression: total → sum',
      '  Type: number → string',
    ]);
  });

  it('should be the same where they are the same', async () => {
    for (const name of readdirSync(new URL('dmn/', fixtures))) {
      const [one, other] = [await describeDmn(read(`dmn/${name}`)), await describeDmn(read(`dmn/${name}`))];
      expect(one.elements.length, name).toBeGreaterThan(1);
      expect(inLines(compareModels(one.elements, other.elements)), name).toEqual([]);
    }
  });
});

describe('two forms', () => {
  const form = (components: readonly object[]): string => JSON.stringify({ id: 'f', type: 'default', components });
  const name = { id: 'a', type: 'textfield', key: 'name', label: 'Name', validate: { required: true } };

  it('should be compared field by field, also those in groups', () => {
    const before = describeForm(
      form([name, { id: 'g', type: 'group', label: 'More', components: [{ id: 'b', type: 'number', key: 'n' }] }]),
    );
    const after = describeForm(
      form([
        { ...name, validate: { required: false } },
        { id: 'g', type: 'group', label: 'More', components: [{ id: 'c', type: 'text', text: '# Thank you' }] },
      ]),
    );
    expect(inLines(compareModels(before, after))).toEqual([
      'changed Textfield Name',
      '  Validate › Required: true → false',
      'added Text Thank you',
      'removed Number n',
    ]);
  });

  it('should have no elements when it is no form', () => {
    expect(() => describeForm('[]')).toThrow('Expected the form to be a JSON object.');
  });
});
