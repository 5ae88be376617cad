import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { pad, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton({ BATON_AUTH: 'on' });
/** Whoever is not signed in is told so by 401, which the browser writes into its console. */
const expectedErrors = /status of 401/;
const password = 'a long phrase';
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

beforeAll(async () => {
  const { server } = baton;
  for (const [username, name] of [
    ['mia', 'Mia Berg'],
    ['ana', 'Ana Ruiz'],
  ] as const) {
    await server.call('POST', '/v2/users', { username, name, password });
    await server.call('PUT', `/v2/roles/modeler/users/${username}`);
  }
});

async function newDraft(): Promise<string> {
  const content = await readFile(join(fixtures, 'examples/order-fulfillment/order-fulfillment.bpmn'), 'utf8');
  const draft = { name: 'Order', kind: 'bpmn', content };
  return (await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', draft)).draftId;
}

async function enter(path: string, username: string): Promise<Page> {
  const page = await baton.open(path, { expectedErrors });
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

/** The first task of the drawing. */
const task = (page: Page) => shapes(page, 'Pick');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Comments' });
const threads = (page: Page) => panel(page).getByRole('list', { name: 'Threads' }).locator(':scope > li');
const badge = (page: Page) => page.locator('.djs-container .baton-count');

describe('comments on a process', () => {
  it('should tell whoever is mentioned, be answered and settled, and open by link and number', async () => {
    const draftId = await newDraft();
    const mia = await enter('/about', 'mia');
    await mia.getByRole('button', { name: 'Notifications', exact: true }).click();
    await mia.getByText('When somebody mentions you').waitFor();
    await mia.keyboard.press('Escape');

    const ana = await enter(`/modeler/${draftId}`, 'ana');
    await task(ana).click();
    await pad(ana, 'baton-comment').click();
    const field = panel(ana).getByRole('textbox', { name: 'Comment on “Pick goods”' });
    await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
    await ana.keyboard.type('Who does this on Fridays, @Mi');
    await ana.getByRole('option', { name: 'Mia Berg mia' }).waitFor();
    await ana.keyboard.press('Enter');
    await ana.keyboard.type('?');
    // What is typed stays while one looks at something else.
    await shapes(ana, 'Charge').click();
    await panel(ana).getByRole('textbox', { name: 'Comment on “Charge card”' }).waitFor();
    await task(ana).click();
    await expect.poll(() => field.inputValue()).toBe('Who does this on Fridays, @mia ?');
    await field.press('Control+Enter');
    await threads(ana).getByText('@Mia Berg').waitFor();
    await expect.poll(() => field.inputValue()).toBe('');
    await badge(ana).getByText('1').waitFor();

    // Without a reload, and without the right to edit.
    await mia.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await mia.getByRole('button', { name: /Ana Ruiz mentioned you/ }).click();
    await mia.getByText('Ana Ruiz is editing this draft').waitFor();
    await mia.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    await threads(mia).getByRole('button', { name: 'Reply' }).click();
    await threads(mia).getByRole('textbox', { name: 'Reply' }).fill('Nobody.\nSee https://example.org/rota.');
    await mia.keyboard.press('Control+Enter');
    await threads(ana).getByRole('link', { name: 'https://example.org/rota' }).waitFor();
    await ana.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();

    await threads(mia).getByRole('button', { name: 'Resolve' }).click();
    await badge(ana).waitFor({ state: 'detached' });
    await expect.poll(() => threads(ana).count()).toBe(0);
    await panel(ana).getByRole('button', { name: 'Show resolved threads' }).click();
    await threads(ana).getByText('Resolved by Mia Berg').waitFor();
    // Only Mia may change what Mia wrote.
    await threads(ana).getByRole('button', { name: 'Actions for the comment of Mia Berg' }).click();
    await ana.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    expect(await ana.getByRole('menuitem').allInnerTexts()).toEqual(['Copy link']);

    // A link leads to a comment, the number on the drawing to those of its element, also when that was gone for a while.
    const { commentKey } = await baton.server.call<{ readonly commentKey: string }>(
      'POST',
      `/ext/drafts/${draftId}/comments`,
      { text: 'Is this still needed?', elementId: 'Pick', elementName: 'Pick goods' },
    );
    await ana.goto(`/modeler/${draftId}?comment=${commentKey}`);
    await threads(ana).getByText('Is this still needed?').waitFor();
    await ana.locator('.djs-element.selected[data-element-id="Pick"]').waitFor();
    await panel(ana)
      .getByRole('button', { name: /^Close/ })
      .click();
    await badge(ana).click();
    await threads(ana).getByText('Is this still needed?').waitFor();
    await pad(ana, 'delete').click();
    const gone = panel(ana).getByRole('region', { name: 'Elements that are gone' });
    await gone.getByText('Is this still needed?').waitFor();
    await badge(ana).waitFor({ state: 'detached' });
    await ana.getByRole('button', { name: 'Undo' }).click();
    await badge(ana).waitFor();
    await gone.waitFor({ state: 'detached' });
  });
});
