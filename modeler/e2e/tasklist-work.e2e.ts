import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployExample } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** Starts a leave request and gives the key of its task. */
async function ask(employee: string, businessId: string, days = 3): Promise<string> {
  const { processInstanceKey } = await baton.server.call<{ processInstanceKey: string }>(
    'POST',
    '/v2/process-instances',
    {
      processDefinitionId: 'leave-request',
      variables: { employee, days, reason: 'x' },
      businessId,
    },
  );
  const { items } = await baton.server.call<{ items: { userTaskKey: string }[] }>('POST', '/v2/user-tasks/search', {
    filter: { processInstanceKey },
  });
  return items[0]?.userTaskKey ?? '';
}

const queue = (page: Page, name: string, count: number) =>
  page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: `${name} ${count}`, exact: true });

beforeAll(async () => {
  await deployExample(baton.server, 'leave-request');
});

describe('queues', () => {
  it('should count what is in them live, keep the choice in the address, and find by business id', async () => {
    const key = await ask('Ann', 'LR-17');
    const page = await baton.open('/tasklist');
    await queue(page, 'My groups’', 1).click();
    await page.getByRole('link', { name: /LR-17/ }).waitFor();
    expect(page.url()).toContain('filter=groups');
    await baton.server.call('POST', `/v2/user-tasks/${key}/assignment`, { assignee: 'demo' });
    await queue(page, 'My groups’', 0).waitFor();
    await queue(page, 'Mine', 1).click();
    await page.getByRole('link', { name: /LR-17/ }).waitFor();
    await page.getByLabel('Search tasks').fill('lr-1');
    await expect.poll(() => page.url()).toContain('q=lr-1');
    await baton.server.call('PATCH', `/v2/user-tasks/${key}`, { changeset: { dueDate: '2020-01-31T10:00:00Z' } });
    await queue(page, 'Overdue', 1).click();
    await page.getByText('Overdue, was due').waitFor();
  });
});

describe('saved filters', () => {
  it('should be made of conditions on variables, show them, count, and open by their link', async () => {
    await ask('Bea', 'LR-20', 20);
    const page = await baton.open('/tasklist');
    await page.getByRole('button', { name: 'New filter' }).click();
    const dialog = page.getByRole('dialog', { name: 'New filter' });
    await dialog.getByLabel('Name', { exact: true }).fill('Long leaves');
    await dialog.getByRole('button', { name: 'Add condition' }).click();
    const condition = dialog.getByRole('group', { name: 'Condition 1' });
    await condition.getByLabel('Name of the variable').fill('days');
    await condition.getByRole('combobox', { name: 'Comparison' }).click();
    await page.getByRole('option', { name: 'is more than' }).click();
    await condition.getByLabel('Value').fill('10');
    await dialog.getByText('1 task is found now').waitFor();
    await dialog.getByLabel('Variables to show').fill('days');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Save filter' }).click();
    await page.getByRole('link', { name: 'Long leaves 1', exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Long leaves 1' }).waitFor();
    expect(page.url()).toMatch(/filter=[0-9a-f-]{36}/);

    const shared = await baton.open(new URL(page.url()).pathname + new URL(page.url()).search);
    const task = shared.getByRole('link', { name: /LR-20.*days\s*20/ });
    await task.waitFor();
    expect(await shared.getByRole('list', { name: 'Task list' }).getByRole('listitem').count()).toBe(1);
  });
});

describe('many tasks at once', () => {
  it('should be claimed together, with what was not done and why, and be delegated and given back one by one', async () => {
    const keys = [await ask('Cem', 'LR-31'), await ask('Dia', 'LR-32'), await ask('Eli', 'LR-33')];
    const page = await baton.open('/tasklist?q=LR-3&sort=name');
    await page.getByRole('link', { name: /LR-33/ }).waitFor();
    // By key from one row to the next, and all between.
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    const bar = page.getByRole('group', { name: 'Chosen tasks' });
    await bar.getByText('3 chosen').waitFor();
    await baton.server.call('POST', `/v2/user-tasks/${keys[1] ?? ''}/assignment`, { assignee: 'zoe' });
    await bar.getByRole('button', { name: 'Claim' }).click();
    const failures = page.getByRole('dialog', { name: '1 task was not changed' });
    await failures.getByText(/LR-32/).waitFor();
    await failures.getByText(/assigned to 'zoe'/).waitFor();
    await baton.server.call('DELETE', `/v2/user-tasks/${keys[1] ?? ''}/assignee`);
    await failures.getByRole('button', { name: 'Try these again' }).click();
    await page.getByText('1 task is done with').waitFor();
    await queue(page, 'Mine', 4).waitFor();

    await page.getByRole('link', { name: /LR-32/ }).click();
    await page.getByRole('button', { name: 'Delegate…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delegate the task' });
    await dialog.getByLabel('Assign to').fill('zoe');
    await dialog.getByLabel('Note').fill('Is this fine?');
    await dialog.getByRole('button', { name: 'Delegate' }).click();
    const article = page.getByRole('article', { name: 'Review request' });
    await article.getByText('Is this fine?').waitFor();
    await article.getByText('demo completes this task once it is given back.').waitFor();
    expect(await article.getByRole('button', { name: 'Complete' }).isDisabled()).toBe(true);
    await baton.server.call('PATCH', `/ext/user-tasks/${keys[1] ?? ''}/delegation`, {
      end: 'give-back',
      note: 'It is.',
    });
    await article.getByText('Given back by zoe').waitFor();
    await expect.poll(() => article.getByRole('button', { name: 'Complete' }).isEnabled()).toBe(true);
    await article.getByRole('tab', { name: 'History' }).click();
    const events = article.getByRole('region', { name: 'This task' });
    for (const words of ['Given back to demo when done', 'Delegated to zoe', 'Claimed by demo', 'The task began'])
      await events.getByText(words).waitFor();
  });
});
