import type { Locator, Page } from 'playwright-core';

/** Shapes on the canvas whose id starts with `prefix` (bpmn-js makes ids like `Activity_0ab12cd`). */
export function shapes(page: Page, prefix: string): Locator {
  return page.locator(`.djs-container .djs-shape[data-element-id^="${prefix}"]:not([data-element-id$="_label"])`);
}

/** Flows on the canvas, in the order in which they were drawn. */
export function flows(page: Page): Locator {
  return page.locator('.djs-container .djs-connection[data-element-id^="Flow_"]');
}

/** Clicks in the middle of a flow's line (the middle of its box may be beside the line). */
export async function clickFlow(page: Page, flowId: string): Promise<void> {
  const line = page.locator(`.djs-connection[data-element-id="${flowId}"] .djs-visual > path`);
  const { x, y } = await line.evaluate((element) => {
    const path = element as SVGPathElement;
    const matrix = path.getScreenCTM();
    if (matrix === null) throw new Error('The flow should be on the screen.');
    const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(matrix);
    return { x: middle.x, y: middle.y };
  });
  await page.mouse.click(x, y);
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

/** Drags a component from the form editor's palette onto the empty form. */
export async function dragField(page: Page, type: string): Promise<void> {
  const source = page.locator(`.fjs-palette-field[data-field-type="${type}"]`);
  await source.hover();
  // The palette settles when its icons are there; a drag that starts before is dropped where the form is not yet.
  await page.waitForTimeout(500);
  await source.hover();
  await page.mouse.down();
  const target = await page.locator('.fjs-drop-container-vertical').first().boundingBox();
  if (target === null) throw new Error('The form editor should show an empty form to drop on.');
  await page.mouse.move(target.x + 60, target.y + 60, { steps: 10 });
  await page.mouse.move(target.x + 64, target.y + 64, { steps: 4 });
  await page.waitForTimeout(200);
  await page.mouse.up();
}
