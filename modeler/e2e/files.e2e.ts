import { describe, expect, it } from 'vitest';
import { newProcess } from './harness/draw';
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
    await page.getByRole('dialog').getByRole('combobox', { name: 'To' }).click();
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
