import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clickFlow, dragField, flows, newProcess, pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

interface Draft {
  readonly content: string;
}
interface Found<Item> {
  readonly items: readonly Item[];
}

async function contentOf(draftId: string): Promise<string> {
  return (await baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`)).content;
}

/** The id of the flow that leads to the end event of that name. */
function flowTo(content: string, endName: string): string {
  const endId = new RegExp(`<bpmn:endEvent id="([^"]+)" name="${endName}"`).exec(content)?.[1];
  const flowId = new RegExp(`<bpmn:sequenceFlow id="([^"]+)" [^>]*targetRef="${endId}"`).exec(content)?.[1];
  if (flowId === undefined) throw new Error(`Expected a flow to "${endName}", found none in:\n${content}`);
  return flowId;
}

/** Waits until keys reach the canvas again (or the box for a name on it). */
async function onCanvas(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('.djs-container') != null);
}

/** Types over the name of whatever is being edited on the canvas. */
async function typeName(page: Page, name: string): Promise<void> {
  await page.locator('.djs-direct-editing-content').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  // Escape would throw the name away, Enter keeps it.
  await page.keyboard.press('Enter');
  await page.locator('.djs-direct-editing-content').waitFor({ state: 'detached' });
  await onCanvas(page);
}

/** Picks from a menu with a search field, by keyboard. */
async function pick(page: Page, words: string): Promise<void> {
  await page.locator('.djs-popup-search input').waitFor();
  await page.keyboard.type(words);
  await page.locator('.djs-popup .entry').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.djs-popup').waitFor({ state: 'detached' });
  await onCanvas(page);
}

describe('drawing', () => {
  it('should take a process from an empty canvas to a running instance, by mouse', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    const name = page.getByLabel('Name of the draft');
    await name.fill('Review orders');
    await name.press('Enter');

    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.append-task').click();
    await typeName(page, 'Review');
    await pad(page, 'replace').click();
    await page.locator('.djs-popup .entry[data-id="replace-with-user-task"]').click();
    await pad(page, 'append.gateway').click();
    await shapes(page, 'Gateway_').dblclick();
    await typeName(page, 'Fine?');
    await pad(page, 'append.end-event').click();
    await typeName(page, 'Accepted');
    await shapes(page, 'Gateway_').click();
    await pad(page, 'append.end-event').click();
    await typeName(page, 'Rejected');
    expect(await flows(page).count()).toBe(4);

    // A condition on the way to one end; the other way is taken otherwise.
    await saved(page);
    const drawn = await contentOf(draftId);
    await clickFlow(page, flowTo(drawn, 'Accepted'));
    const panel = page.getByRole('region', { name: 'Properties' });
    await panel.getByText('Condition', { exact: true }).click();
    await panel.locator('[data-entry-id="conditionExpression"] .cm-content').click();
    await page.keyboard.type('ok = true');
    await clickFlow(page, flowTo(drawn, 'Rejected'));
    await pad(page, 'replace').click();
    await page.locator('.djs-popup .entry[data-id="replace-with-default-flow"]').click();

    // A form with one field, and its preview.
    await shapes(page, 'Activity_').click();
    await page.getByRole('button', { name: 'Create form' }).click();
    await dragField(page, 'checkbox');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByLabel('Checkbox').waitFor();
    await page.getByRole('button', { name: 'Back to the diagram' }).click();
    await page.getByRole('button', { name: 'Edit form' }).first().waitFor();
    await saved(page);

    const content = await contentOf(draftId);
    expect(content).toContain('<bpmn:userTask');
    expect(content).toContain('ok = true');
    expect(content).toContain('zeebe:formDefinition formId="review-');
    expect(content).toMatch(/exclusiveGateway [^>]*default="/);
    expect(content).toMatch(/<bpmn:process [^>]*name="Review orders"/);

    await page.getByRole('button', { name: 'Deploy' }).click();
    await page.getByText('Deployed Review orders, version 1').waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Version 1 is deployed and equals this draft').waitFor();
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('link', { name: /^Show instance/ }).click();
    await page.waitForURL(/\/operations\/instances\/\d+/);
    const tasks = await baton.server.call<Found<{ readonly name: string; readonly formKey: string | null }>>(
      'POST',
      '/v2/user-tasks/search',
      {},
    );
    expect(tasks.items).toMatchObject([{ name: 'Review' }]);
    expect(tasks.items[0]?.formKey).not.toBeNull();
  });

  it('should draw the same by keyboard alone', async () => {
    const page = await baton.open('/modeler');
    const draftId = await newProcess(page);
    await shapes(page, 'StartEvent_1').click();
    await page.keyboard.press('a');
    await pick(page, 'user task');
    await typeName(page, 'Check');
    await page.keyboard.press('a');
    await pick(page, 'exclusive gateway');
    await page.keyboard.press('e');
    await typeName(page, 'Good?');
    await page.keyboard.press('a');
    await pick(page, 'end event');
    await typeName(page, 'Yes');
    // Back to the gateway through the search on the canvas.
    await page.keyboard.press('ControlOrMeta+f');
    await page.locator('.djs-search-input input').waitFor();
    await page.keyboard.type('Good');
    await page.locator('.djs-search-result').first().waitFor();
    await page.keyboard.press('Enter');
    await onCanvas(page);
    await page.keyboard.press('a');
    await pick(page, 'end event');
    await typeName(page, 'No');
    await saved(page);
    const content = await contentOf(draftId);
    for (const name of ['Check', 'Good?', 'Yes', 'No']) expect(content).toContain(`name="${name}"`);
    expect(content.match(/<bpmn:sequenceFlow /g)).toHaveLength(4);
  });

  it('should be walked by keyboard along its flows, and tell its shortcuts', async () => {
    const content = await readFile(join(fixtures, 'examples', 'order-fulfillment', 'order-fulfillment.bpmn'), 'utf8');
    const { draftId } = await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', {
      kind: 'bpmn',
      name: 'Walk',
      content,
    });
    const page = await baton.open(`/modeler/${draftId}`);
    await shapes(page, 'Charge').waitFor();
    await page.locator('.djs-container > svg').focus();
    const told = page.locator('.b-told');
    const reached = async (keys: string, words: RegExp): Promise<void> => {
      await page.keyboard.press(keys);
      await expect.poll(() => told.textContent()).toMatch(words);
    };
    await reached('Alt+ArrowRight', /^Start event Order received, one way on$/);
    await reached('Alt+ArrowRight', /^Service task Charge card/);
    await reached('Alt+ArrowDown', /^Boundary event Card declined/);
    await reached('Alt+ArrowRight', /^User task Call the customer/);
    await reached('Alt+ArrowLeft', /^Boundary event Card declined/);
    await reached('Alt+ArrowLeft', /^Service task Charge card/);
    expect(await page.locator('.djs-shape.selected[data-element-id="Charge"]').count()).toBe(1);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Along the flow').waitFor();
    await page.keyboard.press('Escape');

    // The same as a list, for whoever does not see the drawing.
    await page.getByRole('button', { name: 'List of elements' }).click();
    const list = page.getByRole('complementary', { name: 'Elements' });
    await list.getByRole('button', { name: 'User task Call the customer' }).click();
    await page.locator('.djs-shape.selected[data-element-id="CallCustomer"]').waitFor();
    await list.getByRole('button', { name: 'give up: to Order canceled' }).click();
    await list.locator('button[aria-current="true"]', { hasText: 'Order canceled' }).waitFor();
  });

  it('should undo and redo, by button and by key', async () => {
    const page = await baton.open('/modeler');
    await newProcess(page);
    const undo = page.getByRole('button', { name: 'Undo' });
    const redo = page.getByRole('button', { name: 'Redo' });
    expect(await undo.isDisabled()).toBe(true);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.end-event').click();
    await page.keyboard.press('Escape');
    await shapes(page, 'Event_').waitFor();
    await undo.click();
    await shapes(page, 'Event_').waitFor({ state: 'detached' });
    expect(await undo.isDisabled()).toBe(true);
    await redo.click();
    await shapes(page, 'Event_').waitFor();
    await shapes(page, 'StartEvent_1').click();
    await page.keyboard.press('ControlOrMeta+z');
    await shapes(page, 'Event_').waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+y');
    await shapes(page, 'Event_').waitFor();
  });

  it('should name what the engine refuses in the list and lead to the element', async () => {
    const page = await baton.open('/modeler');
    await newProcess(page);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.append-task').click();
    await typeName(page, 'Ship');
    await pad(page, 'replace').click();
    await page.locator('.djs-popup .entry[data-id="replace-with-service-task"]').click();
    await page.locator('.cl-icon-error').waitFor();
    await page.locator('.djs-container > svg').click({ position: { x: 500, y: 60 } });
    await page.getByRole('button', { name: /^Problems/ }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    await problems.getByText('1 error').waitFor();
    await problems.getByRole('button', { name: /Ship/ }).click();
    await pad(page, 'replace').waitFor();
    expect(await shapes(page, 'Activity_').getAttribute('class')).toContain('selected');
  });

  it('should refuse a deployment with the problems in the list and on the elements', async () => {
    const page = await baton.open('/modeler', { expectedErrors: /status of 400/ });
    await newProcess(page);
    await shapes(page, 'StartEvent_1').click();
    await pad(page, 'append.append-task').click();
    await typeName(page, 'Ship');
    await pad(page, 'replace').click();
    await page.locator('.djs-popup .entry[data-id="replace-with-service-task"]').click();
    await page.getByRole('button', { name: 'Deploy' }).click();
    await page.getByText('Not deployed: the model has problems').waitFor();
    await page.getByRole('region', { name: 'Problems' }).getByRole('button', { name: /Ship/ }).waitFor();
    await page.locator('.cl-icon-error').waitFor();
    const found = await baton.server.call<Found<object>>('POST', '/v2/process-definitions/search', {
      filter: { name: 'New process' },
    });
    expect(found.items).toEqual([]);
  });

  it('should find elements, show the minimap and make room, by the toolbar', async () => {
    const page = await baton.open('/modeler');
    await newProcess(page);
    await page.getByRole('button', { name: 'Find on the canvas' }).click();
    await page.locator('.djs-search-input input').pressSequentially('StartEvent');
    await page.locator('.djs-search-result').first().click();
    await pad(page, 'append.end-event').waitFor();
    await page.getByRole('button', { name: 'Minimap' }).click();
    await page.locator('.djs-minimap.open').waitFor();
    const canvas = page.locator('.djs-container').first();
    const narrow = (await canvas.boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: 'Properties', exact: true }).click();
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(narrow + 200);
  });

  it('should give the diagram as BPMN, SVG and PNG', async () => {
    const page = await baton.open('/modeler');
    await newProcess(page);
    for (const [item, ending] of [
      ['BPMN 2.0 file', '.bpmn'],
      ['SVG picture', '.svg'],
      ['PNG picture', '.png'],
    ] as const) {
      await page.getByRole('button', { name: 'Download' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`New process${ending}`);
    }
  });
});
