import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployExample, deployFolder, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** Models of other people lie beside the project where they are present; they are not part of it. */
const corpusFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'expense-reimbursement');
const corpusDecisions = existsSync(corpusFolder) ? (['approved', 'rejected'] as const) : [];

/** The element of the drawing, for its marks. */
const drawn = (page: Page, elementId: string) => page.locator(`.djs-element[data-element-id="${elementId}"]`);

beforeAll(async () => {
  await deployExample(baton.server, 'leave-request');
  await deployExample(baton.server, 'support-ticket');
});

async function startLeaveRequest(page: Page, employee: string): Promise<void> {
  await page.getByRole('button', { name: 'Start a process' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Leave request/ }).click();
  // What is typed while it is still being opened is not heard.
  await dialog.locator('[data-form="open"]').waitFor();
  await dialog.getByLabel('Your name').fill(employee);
  await dialog.getByLabel('Days off').fill('3');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the tasklist', () => {
  it('should narrow the list by the address and by its controls', async () => {
    const key = await startInstance(baton.server, 'leave-request', { employee: 'Dee', days: 1, reason: 'x' });
    const page = await baton.open('/tasklist?filter=mine');
    await page.getByText('Nothing is assigned to demo').waitFor();
    await page.getByRole('button', { name: 'Show unassigned' }).click();
    await page
      .getByRole('link', { name: /Review request/ })
      .first()
      .waitFor();
    expect(page.url()).toContain('filter=unassigned');
    await page.getByLabel('Search tasks').fill('eview req');
    await page
      .getByRole('link', { name: /Review request/ })
      .first()
      .waitFor();
    await page.getByLabel('Search tasks').fill('no such task');
    await page.getByText('No task here has “no such task” in its name').waitFor();
    await baton.server.call('POST', `/v2/process-instances/${key}/cancellation`);
  });

  it('should take a process from its start form over claim and completion to the path in the diagram', async () => {
    const page = await baton.open('/tasklist');
    await startLeaveRequest(page, 'Ann Example');

    // The task appears without a reload.
    await page
      .getByRole('link', { name: /Review request/ })
      .first()
      .click();
    const task = page.getByRole('article', { name: 'Review request' });
    await task.getByRole('button', { name: 'Claim' }).click();
    await task.getByRole('button', { name: 'Unclaim' }).waitFor();
    expect(await task.getByLabel('Employee', { exact: true }).inputValue()).toBe('Ann Example');

    await task.getByRole('tab', { name: 'Diagram' }).click();
    await drawn(page, 'Review').and(page.locator('.baton-active')).waitFor();
    await page.locator('.baton-badges[data-element="Review"] [data-kind="tokens"]').getByText('1').waitFor();

    await task.getByRole('tab', { name: 'Form' }).click();
    await task.getByLabel('I approve this request').check();
    const instance = await task.getByRole('link', { name: /^instance/ }).getAttribute('href');
    await task.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Review request is completed').waitFor();

    await page.goto(instance ?? '');
    await drawn(page, 'Record').and(page.locator('.baton-active')).waitFor();
    expect(await drawn(page, 'Review').getAttribute('class')).toContain('baton-visited');
    expect(await drawn(page, 'Decision-Record').getAttribute('class')).toContain('baton-taken');
    expect(await drawn(page, 'Decision-Inform').getAttribute('class')).not.toContain('baton-taken');
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Review request was filled in').waitFor();
  });

  it('should show what is wrong in a form and complete nothing', async () => {
    const page = await baton.open('/tasklist');
    await page.getByRole('button', { name: 'Start a process' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Leave request/ }).click();
    await dialog.getByLabel('Your name').waitFor();
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await dialog.getByText('Field is required').first().waitFor();
    await dialog.getByText('Some fields need another look').waitFor();
  });

  it('should keep what was typed over a reload and over a crash of the server, and then complete it', async () => {
    await startInstance(baton.server, 'leave-request', { employee: 'Bob', days: 2, reason: 'move' });
    const page = await baton.open('/tasklist?filter=unassigned', {
      expectedErrors: /ERR_|Failed to load resource|EventSource/,
    });
    await page
      .getByRole('link', { name: /Review request/ })
      .first()
      .click();
    await page.getByLabel('Comment for the employee').fill('Enjoy the new home');
    await page.getByText('Your entries are kept in this browser').waitFor();

    await page.reload();
    const comment = page.getByLabel('Comment for the employee');
    await comment.waitFor();
    expect(await comment.inputValue()).toBe('Enjoy the new home');

    await baton.server.restart({ hard: true });
    expect(await comment.inputValue()).toBe('Enjoy the new home');
    await page.getByLabel('I approve this request').check();
    await page.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Review request is completed').waitFor();
    const { items } = await baton.server.call<{ items: { name: string; value: string }[] }>(
      'POST',
      '/v2/variables/search',
      {
        filter: { name: 'comment' },
      },
    );
    expect(items.map(({ value }) => value)).toContain('"Enjoy the new home"');
  });

  it('should complete by keyboard a task without a form, with a variable that was typed in', async () => {
    const key = await startInstance(baton.server, 'support-ticket', { severity: 'high' });
    const { items } = await baton.server.call<{ items: { userTaskKey: string }[] }>('POST', '/v2/user-tasks/search', {
      filter: { processInstanceKey: key, state: 'CREATED' },
    });
    await baton.server.call('POST', `/v2/user-tasks/${items[0]?.userTaskKey ?? ''}/completion`, {
      variables: { solved: false },
    });

    const page = await baton.open('/tasklist');
    await page.getByRole('link', { name: /Decide what to do/ }).click();
    await page.getByRole('button', { name: 'Add variable' }).click();
    await page.getByLabel('Name of new variable').fill('answer');
    await page.getByLabel('Value of answer').fill('buy a new one');
    await page.getByText(/Not valid JSON/).waitFor();
    await page.getByRole('button', { name: 'Use it as text' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Decide what to do is completed').waitFor();
    const found = await baton.server.call<{ items: { value: string }[] }>('POST', '/v2/variables/search', {
      filter: { processInstanceKey: key, name: 'answer' },
    });
    expect(found.items.map(({ value }) => value)).toEqual(['"buy a new one"']);
  });

  it('should say so when somebody else completes or cancels the task that is open', async () => {
    const first = await startInstance(baton.server, 'leave-request', { employee: 'Cy', days: 1, reason: 'x' });
    const page = await baton.open('/tasklist');
    const { items } = await baton.server.call<{ items: { userTaskKey: string }[] }>('POST', '/v2/user-tasks/search', {
      filter: { processInstanceKey: first, state: 'CREATED' },
    });
    const userTaskKey = items[0]?.userTaskKey ?? '';
    await page.goto(`/tasklist/${userTaskKey}`);
    await page.getByRole('button', { name: 'Complete' }).waitFor();
    await baton.server.call('POST', `/v2/user-tasks/${userTaskKey}/assignment`, { assignee: 'zoe' });
    await page.getByText('zoe has this task. Take it over to work on it.').waitFor();
    await baton.server.call('POST', `/v2/user-tasks/${userTaskKey}/completion`, { variables: { approved: false } });
    await page.getByText('This task was completed by zoe').waitFor();
    expect(await page.getByRole('button', { name: 'Complete' }).count()).toBe(0);
  });

  it.each(corpusDecisions)('should bring an expense report to its end, %s by the manager', async (decision) => {
    await deployFolder(baton.server, corpusFolder);
    const page = await baton.open('/tasklist');
    await page.getByRole('button', { name: 'Start a process' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Expense Reimbursement/ }).click();
    // The form asks for the supervisor only when it is told that this is no review.
    await dialog.getByRole('textbox', { name: 'Variables' }).fill('{ "isReview": false }');
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    const toast = page.getByRole('link', { name: /^Watch instance/ });
    const instance = (await toast.getAttribute('href')) ?? '';

    await page
      .getByRole('link', { name: /Create expense report/ })
      .first()
      .click();
    const report = page.getByRole('article', { name: 'Create expense report' });
    await report.getByLabel('Email', { exact: false }).first().fill('ann@example.com');
    await report.getByLabel('Supervisor email').fill('sue@example.com');
    await report.getByLabel('Expense amount').fill('650');
    // Without the date, which is required, the report cannot be handed in.
    await report.getByRole('button', { name: 'Complete' }).click();
    await report.getByText('One field needs another look').waitFor();
    const date = report.locator('.fjs-form-field-datetime input.flatpickr-input').first();
    await date.fill('6/9/2026');
    await date.press('Enter');
    await date.press('Tab');
    await report.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Create expense report is completed').waitFor();

    const review = async (task: string, outcome: 'approve' | 'reject') => {
      await page
        .getByRole('link', { name: new RegExp(task) })
        .first()
        .click();
      const article = page.getByRole('article', { name: task });
      await article.getByLabel(`I ${outcome} the expense claim.`).check();
      if (outcome === 'reject') await article.getByLabel('Rejection reason').fill('The receipt is missing');
      await article.getByRole('button', { name: 'Complete' }).click();
      await page.getByText(`${task} is completed`).waitFor();
    };
    await review('Review expense report - manager', decision === 'approved' ? 'approve' : 'reject');
    if (decision === 'approved') await review('Review expense report - finance', 'approve');

    await page.goto(instance);
    await page.locator('header').getByText('Completed').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('The instance was completed').waitFor();
    const end = decision === 'approved' ? 'Expenses reimbursed' : 'Expense reimbursement rejected';
    await page.getByText(`${end} was completed`).waitFor();
  });
});
