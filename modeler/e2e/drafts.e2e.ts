import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deployExample } from './harness/deploy';
import { newProcess, pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

interface Draft {
  readonly draftId: string;
  readonly name: string;
  readonly content: string;
  readonly revision: number;
}

const readDraft = (draftId: string) => baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`);

const idInAddress = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

const model = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="t">
  <process id="from-a-file" isExecutable="true"><startEvent id="Begin" name="Begin" /></process>
  <di:BPMNDiagram id="g"><di:BPMNPlane id="p" bpmnElement="from-a-file"><di:BPMNShape id="s" bpmnElement="Begin"><dc:Bounds x="200" y="160" width="36" height="36" /></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>
</definitions>`;

/** Drops a file on the page as a person would: enter, move over, release. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, content],
  );
  for (const type of ['dragenter', 'dragover']) await page.dispatchEvent('main', type, { dataTransfer: data });
  await page.getByText('Drop to open').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await page.getByText('Drop to open').waitFor({ state: 'detached' });
}

describe('drafts', () => {
  it('should open a file from the chooser and keep it as a draft', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-file-'));
    const file = join(folder, 'From a file.bpmn');
    await writeFile(file, model);
    const page = await baton.open('/');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /Open a file/ }).click(),
    ]);
    await chooser.setFiles(file);
    await shapes(page, 'Begin').waitFor();
    expect(await page.getByLabel('Name of the draft').inputValue()).toBe('From a file');
    expect((await readDraft(idInAddress(page))).content).toBe(model);
    await rm(folder, { recursive: true });
  });

  it('should open a file that is dropped on any page, and say why another is not opened', async () => {
    const page = await baton.open('/operations');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await drop(page, 'photo.png', 'not a model');
    await page.getByText('photo.png cannot be opened. Baton opens .bpmn, .form and .dmn files.').waitFor();
    await drop(page, 'Dropped.bpmn', model);
    await shapes(page, 'Begin').waitFor();
    // Also onto the canvas itself, which has drag handlers of its own.
    const first = page.url();
    await drop(page, 'Second.bpmn', model);
    await page.waitForURL((url) => url.href !== first);
    await shapes(page, 'Begin').waitFor();
  });

  it('should lose nothing when the page is reloaded right after an edit, or while a name is being typed', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.end-event').click();
    await page.reload();
    await shapes(page, 'Event_').waitFor();
    await shapes(page, 'StartEvent_1').dblclick();
    await page.locator('.djs-direct-editing-content').waitFor();
    await page.keyboard.type('Half a name');
    // The silence after which a draft is saved passes; the open box must stay.
    await page.waitForTimeout(1200);
    expect(await page.locator('.djs-direct-editing-content').innerText()).toBe('Half a name');
    await page.reload();
    await shapes(page, 'StartEvent_1').waitFor();
    await saved(page);
    expect((await readDraft(draftId)).content).toContain('name="Half a name"');
  });

  it('should keep edits while the server is away and send them when it is back', async () => {
    const page = await baton.open('/modeler', { expectedErrors: /ERR_|50\d/ });
    const draftId = await newProcess(page);
    await page.route('**/ext/drafts/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    const name = page.getByLabel('Name of the draft');
    await name.fill('Drawn offline');
    await name.press('Enter');
    await page.getByLabel('Draft: Kept here').waitFor();
    // Leaving the editor and coming back shows the edit that only this browser has.
    await page.getByRole('link', { name: 'Modeler' }).first().click();
    await page.locator(`a[href="/modeler/${draftId}"]`).click();
    await page.getByLabel('Draft: Kept here').waitFor();
    expect(await name.inputValue()).toBe('Drawn offline');
    expect((await readDraft(draftId)).name).toBe('New process');
    await page.unroute('**/ext/drafts/**');
    await page.getByLabel('Draft: Saved').waitFor();
    expect((await readDraft(draftId)).name).toBe('Drawn offline');
  });

  it('should offer both versions when somebody else saved first', async () => {
    const page = await baton.open('/modeler', { expectedErrors: /status of 409/ });
    const draftId = await newProcess(page);
    await saved(page);
    await shapes(page, 'StartEvent_1').dblclick();
    await page.locator('.djs-direct-editing-content').waitFor();
    await page.keyboard.type('Mine');
    const { content, revision } = await readDraft(draftId);
    const theirs = content.replace('id="StartEvent_1"', 'id="StartEvent_1" name="Theirs"');
    await baton.server.call('PUT', `/ext/drafts/${draftId}`, { content: theirs, revision });
    await page.getByRole('alert').getByText('changed elsewhere').waitFor();
    await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await page.getByText('Kept as a copy').waitFor();
    await page.waitForURL((url) => !url.pathname.endsWith(draftId));
    expect((await readDraft(idInAddress(page))).content).toContain('name="Mine"');
    expect((await readDraft(draftId)).content).toBe(theirs);
  });

  it('should load the other version when asked to', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    await saved(page);
    const { content, revision } = await readDraft(draftId);
    const theirs = content.replace('id="StartEvent_1"', 'id="StartEvent_1" name="Theirs"');
    await baton.server.call('PUT', `/ext/drafts/${draftId}`, { content: theirs, revision });
    await page.getByRole('button', { name: 'Load theirs' }).click();
    await page.locator('.djs-container').getByText('Theirs').waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    // From here on it is an ordinary draft again.
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.end-event').click();
    await saved(page);
    expect((await readDraft(draftId)).content).toContain('<bpmn:endEvent');
  });

  it('should find, and delete only after a question', async () => {
    await baton.server.call('POST', '/ext/drafts', { name: 'Throw me away', kind: 'bpmn', content: model });
    const page = await baton.open('/modeler');
    await page.getByLabel('Search drafts').fill('throw');
    const list = page.getByRole('list', { name: 'Drafts' });
    await list.getByRole('link', { name: /Throw me away/ }).waitFor();
    await expect.poll(() => list.getByRole('link').count()).toBe(1);
    await page.getByRole('button', { name: 'Actions for Throw me away' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await list.getByRole('link', { name: /Throw me away/ }).waitFor();
    await page.getByRole('button', { name: 'Actions for Throw me away' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete draft' }).click();
    await page.getByText('No draft fits').waitFor();
  });

  it('should go on with the deployed form where a process links to one that has no draft', async () => {
    await deployExample(baton.server, 'leave-request');
    const page = await baton.open('/');
    await page.getByRole('button', { name: 'Open in modeler: Leave request' }).click();
    await shapes(page, 'Review').waitFor();
    // The example brings drafts of its forms along; without them, only the deployed ones are left.
    const forms = await baton.server.call<{ readonly items: readonly Draft[] }>('GET', '/ext/drafts?kind=form');
    expect(forms.items).toHaveLength(3);
    for (const { draftId } of forms.items) await baton.server.call('DELETE', `/ext/drafts/${draftId}`);
    await page.reload();
    await shapes(page, 'Review').click();
    await page.getByRole('button', { name: 'Edit form' }).first().click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByLabel('I approve this request').waitFor();
    await preview.getByLabel('Comment for the employee').waitFor();
    const made = await baton.server.call<{ readonly items: readonly (Draft & { readonly resourceId: string })[] }>(
      'GET',
      '/ext/drafts?kind=form',
    );
    expect(made.items.map(({ resourceId }) => resourceId)).toEqual(['leave-request-review']);
  });

  it('should open a decision that has no drawing in its table', async () => {
    const page = await baton.open('/');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await drop(
      page,
      'Rates.dmn',
      '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rates" name="Rates" namespace="n"><decision id="rate" name="Rate"><decisionTable id="t"><input id="i" label="Age"><inputExpression id="e"><text>age</text></inputExpression></input><output id="o" name="rate" /></decisionTable></decision></definitions>',
    );
    await page.getByRole('tab', { name: 'Rate', exact: true }).waitFor();
    await page.getByText('Age').first().waitFor();
  });
});
