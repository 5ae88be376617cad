import type { DraftKind } from '../../api/drafts';

/** Execution platform written into new models; the linting and the properties panel go by it. */
export const executionPlatform = { name: 'Camunda Cloud', version: '8.8.0' } as const;

/** A short id part that is unlikely to meet itself in one installation. */
function suffix(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => (byte % 36).toString(36)).join('');
}

/** What a new document is called, where somebody refers to it already. The id is fit for XML. */
export interface NewDocument {
  readonly id: string;
  readonly name: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** A new process: one start event, executable. */
export function newProcessXml(document: NewDocument = { id: `process-${suffix()}`, name: 'New process' }): string {
  const processId = escaped(document.id);
  const name = escaped(document.name);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions-${suffix()}" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Baton" modeler:executionPlatform="${executionPlatform.name}" modeler:executionPlatformVersion="${executionPlatform.version}">
  <bpmn:process id="${processId}" name="${name}" isExecutable="true">
    <bpmn:startEvent id="StartEvent_1" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1">
    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="${processId}">
      <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1">
        <dc:Bounds x="180" y="160" width="36" height="36" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

/** A new form without fields. `formId` is what a user task links to; a fresh one is made up when none is given. */
export function newFormJson(formId = `form-${suffix()}`): string {
  return JSON.stringify(
    {
      type: 'default',
      id: formId,
      executionPlatform: executionPlatform.name,
      executionPlatformVersion: executionPlatform.version,
      schemaVersion: 18,
      components: [],
    },
    null,
    2,
  );
}

/** A new decision: a table with one input and one output, and its place among the requirements. */
export function newDecisionXml(document: NewDocument = { id: `decision-${suffix()}`, name: 'New decision' }): string {
  const decisionId = escaped(document.id);
  const name = escaped(document.name);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions-${suffix()}" name="${name}" namespace="http://camunda.org/schema/1.0/dmn" exporter="Baton" modeler:executionPlatform="${executionPlatform.name}" modeler:executionPlatformVersion="${executionPlatform.version}">
  <decision id="${decisionId}" name="${name}">
    <decisionTable id="DecisionTable_1">
      <input id="Input_1" label="Input"><inputExpression id="InputExpression_1" typeRef="string"><text>input</text></inputExpression></input>
      <output id="Output_1" label="Result" name="result" typeRef="string" />
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram>
      <dmndi:DMNShape dmnElementRef="${decisionId}"><dc:Bounds height="80" width="180" x="160" y="120" /></dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}

/** The ending that a draft of this kind has as a file. */
export function fileEnding<Kind extends FileKind>(kind: Kind): `.${Kind}` {
  return `.${kind}`;
}

/** What a draft, or a part of it, is downloaded as. */
export type FileKind = DraftKind | 'svg' | 'png' | 'csv' | 'xlsx';

/** A file name for a draft: its name without what file systems dislike, with the ending of its kind. */
export function fileNameOf(name: string, kind: FileKind): string {
  const safe = Array.from(name, (sign) => (/[<>:"/\\|?*]/.test(sign) || sign < ' ' ? '-' : sign))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120);
  const ending = fileEnding(kind);
  const base = safe === '' ? 'untitled' : safe;
  return base.toLowerCase().endsWith(ending) ? base : `${base}${ending}`;
}
