import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployExample } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** Starts a leave request and gives the key of its task. */
async function ask(employee: string, businessId: string): Promise<string> {
  const { processInstanceKey } = await baton.server.call<{ processInstanceKey: string }>(
    'POST',
    '/v2/process-instances',
    {
      processDefinitionId: 'leave-request',
      variables: { employee, days: 3, reason: 'x' },
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
