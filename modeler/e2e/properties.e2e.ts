import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deployFiles, startInstance } from './harness/deploy';
import { clickFlow, newProcess, pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

interface Draft {
  readonly draftId: string;
  readonly content: string;
}
const contentOf = async (draftId: string): Promise<string> =>
  (await baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`)).content;
const panelOf = (page: Page) => page.getByRole('region', { name: 'Properties' });

/** A template of a worker that people of the house have written. */
const ship = (version: number, label: string) => ({
  $schema: '@camunda/zeebe-element-templates-json-schema',
  id: 'house/ship',
  name: 'Ship a parcel',
  version,
  appliesTo: ['bpmn:Task'],
  elementType: { value: 'bpmn:ServiceTask' },
  properties: [
    { type: 'Hidden', value: 'ship', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    { id: 'to', label, type: 'String', binding: { type: 'zeebe:input', name: 'address' } },
  ],
});
const fileOf = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});

const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="defs" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="linking" name="Linking" isExecutable="true">
    <bpmn:userTask id="Ask" name="Ask" /><bpmn:businessRuleTask id="Rate" name="Rate" /><bpmn:callActivity id="Ship" name="Ship" />
    <bpmn:complexGateway id="Enough" /><bpmn:task id="Again" name="Again"><bpmn:standardLoopCharacteristics /></bpmn:task>
    <bpmn:intermediateCatchEvent id="Either" name="Either" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="linking">
    <bpmndi:BPMNShape id="Ask_di" bpmnElement="Ask"><dc:Bounds x="200" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Rate_di" bpmnElement="Rate"><dc:Bounds x="360" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Ship_di" bpmnElement="Ship"><dc:Bounds x="520" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Enough_di" bpmnElement="Enough" isMarkerVisible="true"><dc:Bounds x="200" y="260" width="50" height="50" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Again_di" bpmnElement="Again"><dc:Bounds x="360" y="250" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Either_di" bpmnElement="Either"><dc:Bounds x="550" y="270" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
/** What the zeebe panel alone cannot edit. */
const executed = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:ddi="http://www.omg.org/spec/DD/20100524/DI" id="defs" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="executed" isExecutable="true">
    <bpmn:serviceTask id="Each"><bpmn:extensionElements><zeebe:taskDefinition type="each" /></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics /></bpmn:serviceTask>
    <bpmn:task id="Some"><bpmn:multiInstanceLoopCharacteristics /></bpmn:task>
    <bpmn:scriptTask id="Count" /><bpmn:sendTask id="Tell" />
    <bpmn:dataObject id="Object" /><bpmn:dataObjectReference id="Order" name="order" dataObjectRef="Object" />
    <bpmn:userTask id="Read"><bpmn:property id="Placeholder" name="__targetRef_placeholder" /><bpmn:dataInputAssociation id="Reads"><bpmn:sourceRef>Order</bpmn:sourceRef><bpmn:targetRef>Placeholder</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:userTask>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="executed">
    <bpmndi:BPMNShape id="Each_di" bpmnElement="Each"><dc:Bounds x="200" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Some_di" bpmnElement="Some"><dc:Bounds x="360" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Count_di" bpmnElement="Count"><dc:Bounds x="520" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Tell_di" bpmnElement="Tell"><dc:Bounds x="200" y="250" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Order_di" bpmnElement="Order"><dc:Bounds x="392" y="265" width="36" height="50" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Read_di" bpmnElement="Read"><dc:Bounds x="520" y="250" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="Reads_di" bpmnElement="Reads"><ddi:waypoint x="428" y="290" /><ddi:waypoint x="520" y="290" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
const proving = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="defs" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="proving" isExecutable="true">
    <bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="f" sourceRef="Start" targetRef="Prove" />
    <bpmn:userTask id="Prove" name="Prove it"><bpmn:extensionElements><zeebe:formDefinition formId="proof" /></bpmn:extensionElements></bpmn:userTask>
  </bpmn:process>
</bpmn:definitions>`;
const decisionFile = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rating" name="Rating" namespace="http://baton.example/e2e"><decision id="rate" name="Rate a customer" /></definitions>`;
const draftOf = (name: string, kind: 'bpmn' | 'dmn' | 'form', content: string): Promise<Draft> =>
  baton.server.call('POST', '/ext/drafts', { name, kind, content });

describe('the properties of an element', () => {
  it('should be a small form by a template: a built-in one, and one that is added, updated and taken off', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    const panel = panelOf(page);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.append-task').click();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Select' }).click();
    await page.locator('.djs-popup .entry', { hasText: 'Charge a card' }).click();
    await panel.getByText('Result variable').waitFor({ state: 'attached' });
    await page.locator('.djs-shape[data-element-id^="Activity_"] image').waitFor();
    await saved(page);
    expect(await contentOf(draftId)).toMatch(
      /<bpmn:serviceTask [^>]*zeebe:modelerTemplate="baton\/charge-card"[^]*<zeebe:taskDefinition type="charge-card" retries="3"/,
    );
    // What a template demands is a problem that leads to its field.
    await page.getByRole('button', { name: 'Problems' }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    const missing = problems.getByRole('button', { name: /Amount must not be empty/ });
    await missing.waitFor();
    await shapes(page, 'StartEvent_1').click();
    await missing.click();
    await page.locator('.djs-shape.selected[data-element-id^="Activity_"]').waitFor();
    await panel.getByLabel('Amount', { exact: true }).fill('12');
    await missing.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Element templates' }).click();
    const dialog = page.getByRole('dialog', { name: 'Element templates' });
    const files = dialog.getByLabel('Template files');
    await files.setInputFiles(fileOf('broken.json', { ...ship(1, 'To'), appliesTo: 'all' }));
    await dialog.getByText(/“Ship a parcel” in broken\.json cannot be used/).waitFor();
    await files.setInputFiles(fileOf('ship.json', [ship(1, 'To')]));
    const added = dialog.getByRole('list', { name: 'Added templates' });
    await added.getByText('house/ship').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await pad(page, 'append.append-task').click();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Select' }).click();
    await page.locator('.djs-popup .entry', { hasText: 'Ship a parcel' }).click();
    await panel.getByText('Applied').waitFor();

    await page.getByRole('button', { name: 'Element templates' }).click();
    await files.setInputFiles(fileOf('ship2.json', ship(2, 'Address')));
    await expect.poll(() => added.getByRole('listitem').count()).toBe(2);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const update = problems.getByRole('button', { name: /updated template available/ });
    await update.waitFor();
    await panel.getByRole('button', { name: 'Update available' }).click();
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await update.waitFor({ state: 'detached' });
    await panel.getByText('Applied').click();
    await panel.getByText('Unlink').click();
    await panel.getByRole('button', { name: 'Select' }).waitFor();
    await saved(page);
    const content = await contentOf(draftId);
    expect(content).toContain('<zeebe:taskDefinition type="ship"');
    expect(content).not.toContain('house/ship');
  });

  it('should link forms, decisions and processes by choosing or making them, and tell where each is used', async () => {
    await draftOf('Question', 'form', JSON.stringify({ type: 'default', id: 'question', components: [] }));
    await draftOf('Rating', 'dmn', decisionFile);
    const { draftId } = await draftOf('Linking', 'bpmn', process);
    const page = await baton.open(`/modeler/${draftId}`);
    const panel = panelOf(page);
    await shapes(page, 'Ask').click();
    await panel.getByText('Form', { exact: true }).click();
    await panel.getByLabel('Choose a form').selectOption({ label: 'Question (question)' });
    await panel.getByRole('button', { name: 'Edit form' }).waitFor();
    await shapes(page, 'Rate').click();
    await panel.getByText('Called decision', { exact: true }).click();
    await panel.getByLabel('Choose a decision').selectOption('rate');
    await panel.getByRole('button', { name: 'Open decision' }).waitFor();
    await saved(page);
    expect(await contentOf(draftId)).toMatch(
      /<zeebe:formDefinition formId="question" \/>[^]*<zeebe:calledDecision decisionId="rate" resultVariable="result" \/>/,
    );

    await shapes(page, 'Ship').click();
    await panel.getByText('Called element', { exact: true }).click();
    await panel.getByRole('button', { name: 'Create a process' }).click();
    await expect.poll(() => page.getByLabel('Name of the draft').inputValue()).toBe('Ship');
    await page.getByRole('button', { name: 'Used in 1' }).click();
    await page.getByRole('region', { name: 'Where it is used' }).getByRole('link', { name: 'Linking Ship' }).click();
    await expect.poll(() => page.getByLabel('Name of the draft').inputValue()).toBe('Linking');
    expect(new URL(page.url()).searchParams.get('element')).toBe('Ship');
    expect(await contentOf(draftId)).toMatch(/<zeebe:calledElement processId="ship-[0-9a-f]{6}"/);
  });

  it('should edit what the engine runs and the panel did not know: complex gateways, loops, several events', async () => {
    const { draftId } = await draftOf('Grouping', 'bpmn', process);
    const page = await baton.open(`/modeler/${draftId}`);
    const panel = panelOf(page);
    const expression = (entry: string) => panel.locator(`[data-entry-id="${entry}"] [role="textbox"]`);
    await shapes(page, 'Enough').click();
    await panel.getByText('Activation', { exact: true }).click();
    await expression('baton-activation-condition').fill('activationCount >= 2');
    await shapes(page, 'Again').click();
    await panel.getByText('Loop', { exact: true }).click();
    await expression('baton-loop-condition').fill('loopCounter < 3');
    await panel.getByLabel('Asked before the first round too').check();
    await panel.getByLabel('At most').fill('5');
    await shapes(page, 'Either').click();
    const events = panel.locator('[data-group-id="group-baton-events"]');
    await events.getByTitle('Create new list item').click();
    await events.getByLabel('Message', { exact: true }).selectOption('baton:new');
    await events.getByLabel('Name').fill('paid');
    await events.locator('[data-entry-id$="-correlation-key"] [role="textbox"]').fill('order');
    await events.getByTitle('Create new list item').click();
    await expect.poll(() => events.locator('.bio-properties-panel-list-item').count()).toBe(2);
    await panel.getByText('General', { exact: true }).click();
    await panel.getByLabel('All of its events have to happen').check();
    await saved(page);
    const content = await contentOf(draftId);
    for (const part of [
      /<bpmn:complexGateway id="Enough">\s*<bpmn:activationCondition [^>]*>=activationCount &gt;= 2</,
      /<bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="5">\s*<bpmn:loopCondition [^>]*>=loopCounter &lt; 3</,
      /parallelMultiple="true">\s*<bpmn:messageEventDefinition [^>]*messageRef="Message_[^>]*>\s*<bpmn:signalEventDefinition/,
      /<bpmn:message [^>]*name="paid">[^]*<zeebe:subscription correlationKey="=order"/,
    ])
      expect(content).toMatch(part);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => panel.getByLabel('All of its events have to happen').isChecked()).toBe(false);
  });

  it('should edit what instances throw, scripts, messages that are sent, linked files and data', async () => {
    const { draftId } = await draftOf('Executed', 'bpmn', executed);
    const page = await baton.open(`/modeler/${draftId}`);
    const panel = panelOf(page);
    const open = (id: string) =>
      panel.locator(`[data-group-id="group-${id}"] .bio-properties-panel-group-header-title`);
    const expression = (entry: string) => panel.locator(`[data-entry-id="${entry}"] [role="textbox"]`);

    await shapes(page, 'Each').click();
    await open('multiInstance').click();
    await panel.getByLabel('When instances complete').selectOption({ label: 'the first throws an event' });
    await panel.getByLabel('Signal', { exact: true }).selectOption('baton:new');
    const linked = panel.locator('[data-group-id="group-baton-linked-resources"]');
    await linked.getByTitle('Create new list item').click();
    await linked.getByLabel('Id of the file').fill('prices.csv');
    await linked.getByLabel('Binding').selectOption('deployment');

    // The panel keeps open what was.
    await shapes(page, 'Some').click();
    await panel.getByLabel('When instances complete').selectOption({ label: 'events are thrown by conditions' });
    const thrown = panel.locator('[data-group-id="group-baton-behavior-events"]');
    await thrown.getByTitle('Create new list item').click();
    await thrown.locator('[data-entry-id$="-condition"] [role="textbox"]').fill('numberOfCompletedInstances = 2');

    await shapes(page, 'Count').click();
    await open('scriptImplementation').click();
    await panel.getByLabel('Implementation').selectOption({ label: 'JavaScript' });
    await open('baton-javascript').click();
    await panel.getByLabel('JavaScript', { exact: true }).fill('return 1 + 1;');
    await panel.getByLabel('Result variable').fill('two');

    await shapes(page, 'Tell').click();
    await open('baton-sending').click();
    await panel.getByLabel('Message', { exact: true }).selectOption('baton:new');
    await expression('baton-sent-key').fill('orderId');

    await clickFlow(page, 'Reads');
    await open('baton-data').click();
    await panel.getByLabel('Variable of the activity').fill('copy');
    await expression('baton-data-value').fill('order * 2');
    // What moves together stays joined as it was.
    await page.locator('.djs-container > svg').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ArrowRight');
    await saved(page);

    const content = await contentOf(draftId);
    for (const part of [
      /behavior="One" oneBehaviorEventRef="(SignalEventDefinition_\w+)"[^]*<bpmn:signalEventDefinition id="\1" signalRef="Signal_/,
      /<zeebe:linkedResource resourceId="prices.csv" bindingType="deployment" \/>/,
      /behavior="Complex">\s*<bpmn:complexBehaviorDefinition>\s*<bpmn:condition>=numberOfCompletedInstances = 2<\/bpmn:condition>\s*<bpmn:event [^>]*>\s*<bpmn:signalEventDefinition/,
      /scriptFormat="javascript">[^]*<zeebe:script resultVariable="two" \/>[^]*<bpmn:script>return 1 \+ 1;<\/bpmn:script>/,
      /<bpmn:sendTask [^>]*messageRef="Message_[^]*<zeebe:publishMessage correlationKey="=orderId" \/>/,
      /<bpmn:property id="(Property_\w+)" name="copy" \/>[^]*<bpmn:targetRef>\1<\/bpmn:targetRef>\s*<bpmn:transformation[^>]*>=order \* 2</,
    ])
      expect(content).toMatch(part);
  });

  it('should try a form with sample data, and keep the files of a task as documents', async () => {
    const form = JSON.stringify({
      type: 'default',
      id: 'proof',
      components: [
        { type: 'textfield', key: 'name', label: 'Name', validate: { required: true } },
        { type: 'filepicker', key: 'receipt', label: 'Receipt' },
      ],
    });
    const { draftId } = await draftOf('Proof', 'form', form);
    const page = await baton.open(`/modeler/${draftId}`);
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByRole('button', { name: 'Try to submit' }).click();
    await preview.getByText('It would be refused; the fields say why.').waitFor();
    await preview.locator('.cm-content').fill('{ "name": "Eva" }');
    await expect.poll(() => preview.getByLabel('Name').inputValue()).toBe('Eva');
    await preview.getByRole('button', { name: 'Try to submit' }).click();
    await expect.poll(() => preview.getByLabel('Submitted data').innerText()).toContain('"name": "Eva"');

    await deployFiles(baton.server, { 'proof.form': form, 'proving.bpmn': proving });
    await startInstance(baton.server, 'proving');
    await page.goto('/tasklist');
    await page.getByText('Prove it').first().click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Eva');
    // A person leaves the field; form-js takes the text then.
    await page.keyboard.press('Tab');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('paid') });
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Prove it is completed').waitFor();
    const { items } = await baton.server.call<{ items: { value: string }[] }>(
      'POST',
      '/v2/variables/search?truncateValues=false',
      {
        filter: { name: 'receipt' },
      },
    );
    const [reference] = JSON.parse(items[0]?.value ?? '[]') as { documentId: string; metadata: { fileName: string } }[];
    expect(reference?.metadata.fileName).toBe('receipt.txt');
    expect(await (await fetch(`${baton.server.url}/v2/documents/${reference?.documentId}`)).text()).toBe('paid');
  });
});

const summing = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="defs" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="summing" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:scriptTask id="Sum" name="Sum"><bpmn:extensionElements><zeebe:script expression="=1 + 2" resultVariable="totalPrice" /></bpmn:extensionElements><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:scriptTask>
    <bpmn:serviceTask id="Pay" name="Pay"><bpmn:extensionElements><zeebe:taskDefinition type="pay" /><zeebe:ioMapping><zeebe:input source="=1" target="amount" /></zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming></bpmn:serviceTask>
    <bpmn:sequenceFlow id="f1" sourceRef="Start" targetRef="Sum" /><bpmn:sequenceFlow id="f2" sourceRef="Sum" targetRef="Pay" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="summing">
    <bpmndi:BPMNShape id="Start_di" bpmnElement="Start"><dc:Bounds x="160" y="122" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Sum_di" bpmnElement="Sum"><dc:Bounds x="260" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Pay_di" bpmnElement="Pay"><dc:Bounds x="420" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="196" y="140" /><di:waypoint x="260" y="140" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="f2_di" bpmnElement="f2"><di:waypoint x="360" y="140" /><di:waypoint x="420" y="140" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

describe('the FEEL editor', () => {
  it('should complete the variables that are known at the element, and the functions', async () => {
    const { draftId } = await draftOf('Summing', 'bpmn', summing);
    const page = await baton.open(`/modeler/${draftId}?element=Pay`);
    const panel = panelOf(page);
    await panel.getByText('Input mapping').click();
    await panel.getByText('amount').click();
    const editor = panel.locator('.cm-content').last();
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('totalP');
    const completions = page.locator('.cm-tooltip-autocomplete');
    await completions.getByText('totalPrice').waitFor();
    // The editor takes no key for a moment, so that what one types does not choose by accident.
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.innerText()).toBe('totalPrice');
    await page.keyboard.type(' + 1');
    await expect.poll(() => contentOf(draftId)).toContain('source="=totalPrice + 1" target="amount"');
    await page.keyboard.type(' + roun');
    await completions.getByText('round half up').first().waitFor();
  });
});
