import { describe, expect, it } from 'vitest';
import { newProcess, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

describe('the start page', () => {
  it('should deploy an example by one click, start it and show what is to be done', async () => {
    const page = await baton.open('/');
    await page.getByRole('img', { name: 'Diagram of Leave request' }).locator('svg').waitFor();
    await page.getByRole('button', { name: 'Deploy Leave request' }).click();
    await page.getByText('Leave request is deployed').waitFor();
    await page.getByRole('button', { name: 'Start Leave request' }).click();
    const dialog = page.getByRole('dialog');
    // What is typed while it is still being opened is not heard.
    await dialog.locator('[data-form="open"]').waitFor();
    await dialog.getByLabel('Your name').fill('Ann');
    await dialog.getByLabel('Days off').fill('2');
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Leave request started').waitFor();
    // The counters follow without a reload.
    await page.getByRole('link', { name: '1 Running instances' }).waitFor();
  });

  it('should open an example in the modeler with its forms, ready to be changed', async () => {
    const page = await baton.open('/');
    await page.getByRole('button', { name: 'Open in modeler: Leave request' }).click();
    await shapes(page, 'Review').click();
    await page.getByRole('button', { name: 'Edit form' }).first().click();
    await page.getByRole('region', { name: 'Preview' }).getByLabel('I approve this request').waitFor();
    const drafts = await baton.server.call<{ readonly items: readonly { readonly kind: string }[] }>(
      'GET',
      '/ext/drafts',
    );
    expect(drafts.items.map(({ kind }) => kind).sort()).toEqual(['bpmn', 'form', 'form', 'form']);
  });

  it('should find its way by the command palette', async () => {
    const page = await baton.open('/');
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByPlaceholder(/Go to, create/).fill('opera');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/operations/);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByPlaceholder(/Go to, create/).fill('new process');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/modeler\/.+/);
  });

  it('should remember under which name one works', async () => {
    const page = await baton.open('/');
    await page.getByRole('button', { name: 'User: demo' }).click();
    await page.getByRole('menuitem', { name: 'Another name…' }).click();
    await page.getByLabel('User name').fill('mary');
    await page.getByRole('button', { name: 'Use this name' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'User: mary' }).waitFor();
  });

  it('should say what is not there', async () => {
    const page = await baton.open('/nowhere', { expectedErrors: /status of 404/ });
    await page.getByText('There is no such page').waitFor();
    await page.goto('/modeler/not-a-draft');
    await page.getByText('There is no such draft').waitFor();
    const look = await page.getByRole('link', { name: 'All drafts' }).evaluate((link) => {
      const { color, backgroundColor } = getComputedStyle(link);
      return { color, backgroundColor };
    });
    expect(look.color).not.toBe(look.backgroundColor);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      it(`should show the bpmn.io logo in full, ${colorScheme}, ${viewport.width} pixels wide`, async () => {
        const page = await baton.open('/modeler', { colorScheme, viewport });
        await newProcess(page);
        const logo = page.locator('.bjs-powered-by');
        const box = await logo.boundingBox();
        if (box === null) throw new Error('The logo should be in the page, but has no box.');
        // Whatever covers a corner or the middle of the logo would be found at that point instead of it.
        const isOnTop = await logo.evaluate((element, { x, y, width, height }) => {
          const points = [
            [x + 2, y + 2],
            [x + width - 2, y + 2],
            [x + width / 2, y + height / 2],
            [x + 2, y + height - 2],
            [x + width - 2, y + height - 2],
          ] as const;
          return points.every(([left, top]) => element.contains(document.elementFromPoint(left, top)));
        }, box);
        expect(isOnTop).toBe(true);
        const ground = await logo.evaluate((element) => getComputedStyle(element).backgroundColor);
        expect(ground).toBe('rgb(255, 255, 255)');
      });
    }
  }
});
