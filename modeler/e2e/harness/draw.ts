import type { Locator, Page } from 'playwright-core';

/** Shapes on the canvas whose id starts with `prefix` (bpmn-js makes ids like `Activity_0ab12cd`). */
export function shapes(page: Page, prefix: string): Locator {
  return page.locator(`.djs-container .djs-shape[data-element-id^="${prefix}"]:not([data-element-id$="_label"])`);
}

/** Flows on the canvas, in the order in which they were drawn. */
export function flows(page: Page): Locator {
  return page.locator('.djs-container .djs-connection[data-element-id^="Flow_"]');
}

/** A button of the context pad beside the selected element. */
export function pad(page: Page, action: string): Locator {
  return page.locator(`.djs-context-pad.open .entry[data-action="${action}"]`);
}

/** Makes a new process from the list of drafts and waits for its start event. Gives the draft's id. */
export async function newProcess(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'New process' }).first().click();
  await shapes(page, 'StartEvent_1').waitFor();
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

/** Waits until the server has the last edit. */
export async function saved(page: Page): Promise<void> {
  // An edit is noticed a moment after the click that made it.
  await page.waitForTimeout(200);
  await page.getByLabel('Draft: Saved').waitFor();
}
