import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBaton } from './harness/use-baton';

const baton = useBaton({ BATON_AUTH: 'on', BATON_MULTI_TENANCY: 'on' });
/** Whoever is not signed in is told so by 401, which the browser writes into its console. */
const expectedErrors = /status of 401/;
const password = 'a long phrase';

beforeAll(async () => {
  const { call } = baton.server;
  await call('POST', '/v2/users', { username: 'mia', name: 'Mia Berg', password });
  await call('PUT', '/v2/roles/admin/users/mia');
  await call('POST', '/v2/tenants', { tenantId: 'north', name: 'North' });
  await call('PUT', '/v2/tenants/north/users/mia');
});

async function signIn(page: Page, username: string, secret: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('the web app of a server that tells tenants apart', () => {
  it('should make things for the tenant that was chosen, and show whose things they are', async () => {
    const page = await baton.open('/', { expectedErrors });
    await signIn(page, 'mia', password);
    await page.getByRole('button', { name: 'Account: Mia Berg, tenant Default' }).click();
    await page.getByRole('menuitem', { name: 'North' }).click();
    await page.getByRole('button', { name: 'Account: Mia Berg, tenant North' }).waitFor();
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
    await page.goto('/tasklist');
    await page.getByTitle('Tenant').getByText('North').first().waitFor();
    await page.goto('/operations');
    await page.getByRole('columnheader', { name: 'Tenant' }).waitFor();
    await page.getByRole('cell', { name: 'North' }).first().waitFor();

    // What is deployed for one tenant is not deployed for the other.
    await page.goto('/');
    await page.getByRole('button', { name: 'Account: Mia Berg, tenant North' }).click();
    await page.getByRole('menuitem', { name: 'Default' }).click();
    await page.getByRole('button', { name: 'Deploy Leave request' }).waitFor();

    // The administrator is no member of it, sees nothing of it, and has nothing to choose.
    const admin = await baton.open('/operations', { expectedErrors });
    await signIn(admin, 'admin', baton.server.adminPassword ?? '');
    await admin.getByRole('button', { name: 'Account: Administrator, tenant Default' }).waitFor();
    expect(await admin.getByRole('columnheader', { name: 'Tenant' }).count()).toBe(0);
    expect(await admin.getByRole('row', { name: /Instance/ }).count()).toBe(0);
  });
});
