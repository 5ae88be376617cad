import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { newProcess, pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

interface Draft {
  readonly draftId: string;
  readonly name: string;
  readonly folderId: string | null;
}

const readDraft = (draftId: string) => baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`);

describe('folders', () => {
  it('should be made, filled, moved, renamed and deleted with what is in them', async () => {
    const page = await baton.open('/modeler');
    const list = page.getByRole('list', { name: 'Drafts' });
    const nameIt = async (name: string, action: string) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByRole('button', { name: action }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    for (const project of ['Sales', 'Support']) {
      await page.getByRole('button', { name: 'New project' }).click();
      await nameIt(project, 'Create');
    }
    await list.getByRole('link', { name: /Sales/ }).click();
    await page.getByText('This folder is empty').waitFor();
    const draftId = await newProcess(page);
    await page.goBack();
    await list.getByRole('link', { name: /New process/ }).waitFor();
    await page.getByRole('button', { name: 'New folder' }).click();
    await nameIt('Orders', 'Create');

    // By dragging, then back to the top by the menu.
    await list.getByRole('link', { name: /New process/ }).dragTo(list.getByRole('link', { name: /Orders/ }));
    await list.getByRole('link', { name: /New process/ }).waitFor({ state: 'detached' });
    await list.getByRole('link', { name: /Orders/ }).click();
    await list.getByRole('link', { name: /New process/ }).waitFor();
    await page.getByRole('navigation', { name: 'Folder' }).getByRole('link', { name: 'Sales' }).click();
    await page.getByRole('button', { name: 'Actions for Orders' }).click();
    await page.getByRole('menuitem', { name: 'Move to…' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Folder' }).click();
    await page.getByRole('option', { name: 'Support' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByText('This folder is empty').waitFor();

    await page.getByRole('link', { name: 'All files' }).click();
    await page.getByRole('button', { name: 'Actions for Support' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await nameIt('Help', 'Rename');
    // What is found by name is found in every folder.
    await page.getByLabel('Search drafts').fill('new process');
    await list.getByText('Help / Orders').waitFor();
    await page.getByLabel('Search drafts').fill('');
    expect((await readDraft(draftId)).folderId).not.toBeNull();

    await page.getByRole('button', { name: 'Actions for Help' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByText('1 draft and 1 folder').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete folder' }).click();
    await list.getByRole('link', { name: /Help/ }).waitFor({ state: 'detached' });
    await expect(readDraft(draftId)).rejects.toThrow(/404/);
  });
});

describe('files in the list', () => {
  it('should be renamed by menu and by key, and tell when somebody saved them meanwhile', async () => {
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Ask',
      kind: 'form',
      content: '{}',
    });
    const page = await baton.open('/modeler', { expectedErrors: /409/ });
    const list = page.getByRole('list', { name: 'Drafts' });
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Actions for Ask' }).click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    await dialog.getByLabel('Name').fill('Question');
    await page.keyboard.press('Enter');
    const row = list.getByRole('link', { name: /Question/ });
    await row.waitFor();
    expect((await readDraft(draftId)).name).toBe('Question');

    await row.press('F2');
    await dialog.getByLabel('Name').fill('Answer');
    // The other save comes just before.
    const saveFirst = () =>
      baton.server.call('PUT', `/ext/drafts/${draftId}`, { revision: 2, name: 'Question of others' });
    await page.route('**/ext/drafts/*', (route) => saveFirst().then(() => route.continue()), { times: 1 });
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByText(/another save came first/).waitFor();
    await dialog.getByText('Rename “Question of others”').waitFor();
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await list.getByRole('link', { name: /Answer/ }).waitFor();
  });
});

describe('versions', () => {
  it('should be saved by hand, looked at by their own address, named and restored', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.end-event').click();
    await saved(page);
    await page.getByRole('button', { name: 'Versions' }).click();
    const versions = page.getByRole('list', { name: 'Versions' });
    await versions.getByText('Before the first edit').waitFor();
    await page.getByRole('button', { name: 'Save version…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Agreed');
    await dialog.getByLabel('Description').fill('With an end');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await versions.getByRole('link', { name: /Agreed/ }).waitFor();

    // Back to the beginning; the present state is kept.
    await page.getByRole('button', { name: 'Actions for Before the first edit' }).click();
    await page.getByRole('menuitem', { name: 'Restore…' }).click();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await shapes(page, 'Event_').waitFor({ state: 'detached' });
    await versions.getByText('Before another version was restored').waitFor();
    expect((await baton.server.call<{ content: string }>('GET', `/ext/drafts/${draftId}`)).content).not.toContain(
      'endEvent',
    );

    // A version is a page of its own, which changes nothing.
    await versions.getByRole('link', { name: /Agreed/ }).click();
    await page.getByText('With an end').waitFor();
    await page
      .getByRole('region', { name: 'Diagram of New process' })
      .locator('[data-element-id^="Event_"]')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Restore…' }).click();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await shapes(page, 'Event_').waitFor();
    await page.getByRole('button', { name: 'Actions for Agreed' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByRole('button', { name: 'Delete version' }).click();
    await versions.getByRole('link', { name: /Agreed/ }).waitFor({ state: 'detached' });
  });
});

describe('the search over all files', () => {
  it('should find elements inside drafts and lead to them', async () => {
    const content = (id: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="t"><process id="${id}" isExecutable="true"><serviceTask id="Ship" name="Ship it"><extensionElements><zeebe:taskDefinition type="parcel-service" /></extensionElements></serviceTask></process><di:BPMNDiagram id="g"><di:BPMNPlane id="p" bpmnElement="${id}"><di:BPMNShape id="s" bpmnElement="Ship"><dc:Bounds x="2400" y="1600" width="100" height="80" /></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></definitions>`;
    for (const id of ['stock', 'returns'])
      await baton.server.call('POST', '/ext/drafts', { name: `About ${id}`, kind: 'bpmn', content: content(id) });
    const page = await baton.open('/modeler');
    await page.getByLabel('Search drafts').fill('PARCEL');
    const inside = page.getByRole('region', { name: 'Inside files' });
    await inside.getByText('About stock').waitFor();
    await inside
      .getByRole('link', { name: /Job type parcel-service/ })
      .first()
      .click();
    await page.locator('.djs-shape.selected[data-element-id="Ship"]').waitFor();
    expect(new URL(page.url()).searchParams.get('element')).toBe('Ship');
    await page.goBack();

    const fields = [
      { type: 'textfield', label: 'City', key: 'city', id: 'Field_city' },
      { type: 'textfield', label: 'Postcode', key: 'zip' },
    ];
    await baton.server.call('POST', '/ext/drafts', {
      name: 'Address',
      kind: 'form',
      content: JSON.stringify({ type: 'default', id: 'address', components: fields }),
    });
    await page.getByLabel('Search drafts').fill('postcode');
    await inside.getByRole('link', { name: /Label Postcode/ }).click();
    await page.locator('.fjs-editor-selected').getByText('Postcode').waitFor();
    await page.goBack();
    await page.getByLabel('Search drafts').fill('nothing of that kind');
    await page.getByText('No draft fits').waitFor();
  });
});

describe('zip files', () => {
  it('should become a project with its folders, and be made of one', async () => {
    const form = strToU8(JSON.stringify({ id: 'ask', type: 'default', components: [] }));
    const archive = zipSync({
      'Travel/Forms/ask.form': form,
      'Travel/approve.form': form,
      'Travel/readme.txt': strToU8('hi'),
    });
    const page = await baton.open('/modeler');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open file' }).click(),
    ]);
    await chooser.setFiles({ name: 'travel.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
    await page.getByText('1 of the files in travel.zip was not opened').waitFor();
    await page.goto('/modeler');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Actions for Travel' })
        .click()
        .then(() => page.getByRole('menuitem', { name: 'Download as zip' }).click()),
    ]);
    expect(download.suggestedFilename()).toBe('Travel.zip');
    const files = unzipSync(await readFile(await download.path()));
    expect(Object.keys(files).sort()).toEqual(['Travel/Forms/ask.form', 'Travel/approve.form']);
    expect(files['Travel/Forms/ask.form']).toEqual(new Uint8Array(form));
  });
});
