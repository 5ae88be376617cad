import { describe, expect, it } from 'vitest';
import { modelLinks } from './model-links.ts';

const links = (content: string) => modelLinks('bpmn', content, null);

describe('what a model is tied to', () => {
  it('should name the elements that refer to forms, decisions and processes, whatever the prefixes', () => {
    const { targets, uses } = links(`<definitions><process id="order" name="Order &amp; pay">
      <startEvent id="s"><extensionElements><z:formDefinition formId='order-start' /></extensionElements></startEvent>
      <bpmn:userTask name="a > b" id="check"><zeebe:formDefinition formId="check" bindingType="latest"/></bpmn:userTask>
      <bpmn:businessRuleTask id="rate"><zeebe:calledDecision resultVariable="r" decisionId="risk" /></bpmn:businessRuleTask>
      <bpmn:callActivity id="ship" name=""><zeebe:calledElement processId="shipping" /></bpmn:callActivity>
    </process></definitions>`);
    expect(targets).toEqual([{ kind: 'process', id: 'order', name: 'Order & pay' }]);
    expect(uses).toEqual([
      { kind: 'form', id: 'order-start', elementId: 's', elementName: null },
      { kind: 'form', id: 'check', elementId: 'check', elementName: 'a > b' },
      { kind: 'decision', id: 'risk', elementId: 'rate', elementName: null },
      { kind: 'process', id: 'shipping', elementId: 'ship', elementName: null },
    ]);
  });

  it('should leave out expressions, what is empty, comments and CDATA', () => {
    expect(
      links(`<userTask id="t"><formDefinition formId="=which"/><formDefinition formId=""/>
        <!-- <formDefinition formId="old"/> --><documentation><![CDATA[<formDefinition formId="told"/>]]></documentation>
        <formDefinition formId="last`),
    ).toEqual({ targets: [], uses: [] });
  });

  it('should list the decisions of a DMN file and the id of a form', () => {
    expect(
      modelLinks('dmn', '<definitions id="d"><decision id="a" name="A"/><decision id="b"/></definitions>', 'd').targets,
    ).toEqual([
      { kind: 'decision', id: 'a', name: 'A' },
      { kind: 'decision', id: 'b', name: null },
    ]);
    expect(modelLinks('form', '{"id":"f"}', 'f').targets).toEqual([{ kind: 'form', id: 'f', name: null }]);
    expect(modelLinks('form', '{', null).targets).toEqual([]);
  });

  it('should take no time for a file that was made to take it', () => {
    const before = performance.now();
    links(`${'<userTask '.repeat(100_000)}${'<userTask a="'.repeat(100_000)}${'<!--'.repeat(100_000)}`);
    links(`<userTask ${'a="b" '.repeat(200_000)}`);
    links(`<userTask ${' '.repeat(500_000)}`);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
