import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBaton } from './harness/use-baton';

const baton = useBaton({ BATON_AUTH: 'on' });
/** Whoever is not signed in is told so by 401, which the browser writes into its console. */
const expectedErrors = /status of 401/;
const password = 'a long phrase';

beforeAll(async () => {
  await baton.server.call('POST', '/v2/users', { username: 'mia', name: 'Mia Berg', password });
  await baton.server.call('PUT', '/v2/roles/task-worker/users/mia');
});

async function signIn(page: Page, username: string, secret: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('the web app of a server that asks who one is', () => {
  it('should let nobody in without the password, stay at the address, and let out again', async () => {
    const page = await baton.open('/admin/users', { expectedErrors });
    await signIn(page, 'admin', 'not the password');
    await page.getByText('The username or the password is wrong.').waitFor();
    await signIn(page, 'admin', baton.server.adminPassword ?? '');
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await page.reload();
    await page.getByRole('row', { name: /mia/ }).waitFor();
    await page.getByRole('button', { name: 'Account: Administrator' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  });

  it('should show a task worker the tasklist and nothing of what they may not', async () => {
    const page = await baton.open('/', { expectedErrors });
    await signIn(page, 'mia', password);
    const places = page.getByRole('navigation', { name: 'Main' });
    await places.getByRole('link', { name: 'Tasklist' }).waitFor();
    expect(await places.getByRole('link', { name: /^(Modeler|Operations|Admin)$/ }).count()).toBe(0);
    await page.getByText('Nothing waits for mia').waitFor();
  });

  it('should add a user with a role who signs in, changes the password, and is out when disabled', async () => {
    const admin = await baton.open('/admin/users', { expectedErrors });
    await signIn(admin, 'admin', baton.server.adminPassword ?? '');
    await admin.getByRole('button', { name: 'New user' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Username').fill('tom');
    await dialog.getByLabel('Name', { exact: true }).fill('Tom');
    await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await admin.getByRole('row', { name: /tom/ }).waitFor();
    await admin.getByRole('link', { name: 'Roles' }).click();
    await admin.getByRole('button', { name: 'Members of Operator' }).click();
    await dialog.getByLabel('User to add').fill('tom');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('list', { name: 'Users' }).getByText('tom').waitFor();

    const tom = await baton.open('/operations', { expectedErrors });
    await signIn(tom, 'tom', password);
    await tom.getByRole('button', { name: 'Account: Tom' }).click();
    await tom.getByRole('menuitem', { name: 'Change password…' }).click();
    await tom.getByLabel('Present password').fill(password);
    await tom.getByLabel('New password').fill('another long phrase');
    await tom.getByRole('button', { name: 'Change password', exact: true }).click();
    await tom.getByText('The password is changed').waitFor();

    await admin.keyboard.press('Escape');
    await admin.getByRole('link', { name: 'Users' }).click();
    await admin.getByRole('button', { name: 'Disable tom' }).click();
    await admin.getByRole('row', { name: /tom.*No, disabled/ }).waitFor();
    await tom.getByRole('link', { name: 'Home', exact: true }).click();
    await tom.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();

    await admin.getByRole('link', { name: 'Audit log' }).click();
    await admin.getByRole('row', { name: /admin enableUser/ }).waitFor();
    await admin.getByRole('row', { name: /tom changeOwnPassword/ }).waitFor();
  });

  it('should show a new token once, and no names as markup', async () => {
    const script = '<img src=x onerror="window.__xss=1">';
    await baton.server.call('POST', '/v2/groups', { groupId: 'g', name: script, description: script });
    await baton.server.call('POST', '/v2/users', { username: 'eve', name: script, email: script, password });
    const page = await baton.open('/admin/tokens', { expectedErrors });
    await signIn(page, 'admin', baton.server.adminPassword ?? '');
    await page.getByRole('button', { name: 'New token' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill(script);
    await page.getByLabel('Client').fill('invoice-worker');
    await page.getByRole('button', { name: 'Make token' }).click();
    const token = await page.getByRole('button', { name: /Copy Token baton_/ }).textContent();
    expect(token).toMatch(/^baton_[0-9a-f]{16}_/);
    const answer = await fetch(`${baton.server.url}/v2/authentication/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ username: 'invoice-worker' });
    await page.getByRole('button', { name: 'I have it' }).click();
    for (const place of ['API tokens', 'Groups', 'Users', 'Audit log']) {
      await page.getByRole('link', { name: place }).click();
      await page.getByRole('heading', { name: place }).waitFor();
    }
    await page.getByText('createToken').first().waitFor();
    expect(await page.evaluate(() => '__xss' in window)).toBe(false);
  });
});
