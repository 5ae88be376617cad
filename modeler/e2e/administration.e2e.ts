import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBaton } from './harness/use-baton';

const baton = useBaton({ BATON_AUTH: 'on', BATON_HISTORY_TTL: 'P180D' });
const expectedErrors = /status of 401/;
const password = 'a long phrase';

beforeAll(async () => {
  await baton.server.call('POST', '/v2/groups', { groupId: 'accounting', name: 'Accounting' });
  await baton.server.call('POST', '/v2/users', { username: 'mia', name: 'Mia Berg', password });
  await baton.server.call('PUT', '/v2/roles/task-worker/users/mia');
});

const open = async (path: string): Promise<Page> => {
  const page = await baton.open(path, { expectedErrors });
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(baton.server.adminPassword ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
};
const memberships = () => baton.server.call('GET', '/ext/users/mia/memberships');

describe('the administration of a server', () => {
  it('should show and change the groups and roles of a user, and the roles of a group', async () => {
    const page = await open('/admin/users');
    await page.getByRole('button', { name: 'Edit mia' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Task worker').waitFor();
    await dialog.getByRole('combobox', { name: 'Groups' }).click();
    await page.getByRole('option', { name: 'Accounting' }).click();
    await dialog.getByRole('combobox', { name: 'Roles' }).fill('Oper');
    await page.getByRole('option', { name: 'Operator' }).click();
    // The list lies over the button.
    await page.keyboard.press('Tab');
    await dialog.getByText('Task worker').locator('..').getByRole('button', { includeHidden: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('User mia is changed').waitFor();
    expect(await memberships()).toMatchObject({ groups: ['accounting'], roles: ['operator'] });

    await page.getByRole('link', { name: 'Groups' }).click();
    await page.getByRole('button', { name: 'Members of Accounting' }).click();
    await dialog.getByRole('list', { name: 'Users' }).getByText('mia').waitFor();
    await dialog.getByText('Roles', { exact: true }).click();
    await dialog.getByLabel('Role to add').fill('task-worker');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove task-worker' }).click();
    await dialog.getByText('No roles yet.').waitFor();
  });

  it('should offer what the server says can be permitted', async () => {
    const page = await open('/admin/permissions');
    await page.getByRole('button', { name: 'Grant permission' }).first().click();
    await page.getByRole('combobox', { name: 'They may' }).click();
    await page.getByRole('option', { name: 'cancel process instance' }).waitFor();
  });

  it('should hand out the audit log as a file, filtered as it is shown', async () => {
    const page = await open('/admin/audit');
    await page.getByLabel('Filter by actor').fill('admin');
    await page.getByRole('row', { name: /admin createGroup/ }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('audit-log.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('createGroup');
    expect(text).not.toContain('login-failed');
  });

  it('should show the settings in effect', async () => {
    const page = await open('/admin/settings');
    await page.getByText('BATON_HISTORY_TTL').waitFor();
    await page.getByText('P180D').waitFor();
  });
});
