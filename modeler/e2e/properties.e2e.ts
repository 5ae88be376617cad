import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newProcess, pad, saved, shapes } from './harness/draw';
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
    await panel.getByRole('button', { name: 'Update available' }).click();
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await panel.getByText('Applied').click();
    await panel.getByText('Unlink').click();
    await panel.getByRole('button', { name: 'Select' }).waitFor();
    await saved(page);
    const content = await contentOf(draftId);
    expect(content).toContain('<zeebe:taskDefinition type="ship"');
    expect(content).not.toContain('house/ship');
  });
});
