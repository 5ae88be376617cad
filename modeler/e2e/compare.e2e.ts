import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployFiles, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

describe('comparing', () => {
  const baton = useBaton();
  let before: string;
  beforeAll(async () => {
    before = await readFile(join(fixtures, 'bpmn', 'user-task.bpmn'), 'utf8');
  });
  const draftOf = async (kind: string, name: string, content: string): Promise<string> =>
    (await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', { kind, name, content })).draftId;

  it('should show what a draft changes, deploy it and bring the running instances along', async () => {
    await deployFiles(baton.server, { 'user-task.bpmn': before });
    const variables = { owner: 'ann', groups: ['sales'], due: '2030-01-31T10:00:00Z' };
    const key = await startInstance(baton.server, 'user-task', variables);
    const renamed = before
      .replace(/(id|sourceRef|targetRef|bpmnElement)="review"/g, '$1="check"')
      .replace('name="e"', 'name="All done"');
    const draftId = await draftOf('bpmn', 'User task', renamed);

    const page = await baton.open(`/compare?right=draft.${draftId}`);
    const changes = page.getByRole('region', { name: 'Changes' });
    await changes.getByRole('button', { name: /Changed All done/ }).click();
    await changes.getByRole('row', { name: 'Name e All done' }).waitFor();
    await page.waitForURL(/element=/);
    await page
      .getByRole('region', { name: /^Before: / })
      .getByRole('img', { name: /^Changed: / })
      .waitFor();
    await page
      .getByRole('region', { name: /^After: / })
      .getByRole('img', { name: 'Added: check' })
      .waitFor();
    await page
      .getByRole('region', { name: /^Before: / })
      .getByRole('img', { name: 'Removed: review' })
      .waitFor();

    await page.getByRole('button', { name: 'Deploy' }).click();
    await page.getByRole('button', { name: 'Migrate instances' }).click();
    const dialog = page.getByRole('dialog');
    // The element has another id, but it is the only one of its kind with that name.
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'review goes on at' }).inputValue())
      .toBe('review (check)');
    await dialog.getByRole('button', { name: 'Migrate', exact: true }).click();
    await dialog.getByText('1 of 1 instances go on by version 2.').waitFor();
    const instance = await baton.server.call<{ readonly processDefinitionVersion: number }>(
      'GET',
      `/v2/process-instances/${key}`,
    );
    expect(instance.processDefinitionVersion).toBe(2);
  });

  it('should show both diagrams at the same place, whichever is moved', async () => {
    const draftId = await draftOf(
      'bpmn',
      'Moved',
      before.replace(/x="(\d+)"/, (_, x: string) => `x="${Number(x) + 40}"`),
    );
    const other = await draftOf('bpmn', 'As it was', before);
    const page = await baton.open(`/compare?left=draft.${other}&right=draft.${draftId}`);
    await page
      .getByRole('button', { name: /^Moved/ })
      .first()
      .waitFor();
    const sides = page.locator('.baton-diagram');
    const view = async (index: number) =>
      ((await sides.nth(index).locator('.viewport').first().getAttribute('transform')) ?? '').match(/[-\d.]+/g);
    await expect.poll(() => sides.count()).toBe(2);
    await expect.poll(async () => String(await view(0)) === String(await view(1))).toBe(true);
    const fitted = await view(0);
    await page
      .getByRole('region', { name: /^After: / })
      .getByRole('button', { name: 'Zoom in' })
      .click();
    await expect.poll(() => view(0)).not.toEqual(fitted);
    expect(await view(1)).toEqual(await view(0));
  });

  it('should compare decision tables rule by rule', async () => {
    const table = await readFile(join(fixtures, 'dmn', 'business-rule-task.dmn'), 'utf8');
    const left = await draftOf('dmn', 'Rating', table);
    const right = await draftOf(
      'dmn',
      'Rating now',
      table.replace('&lt; 100', '&lt; 50').replace(/<rule id="rate-order_rule_2">.*<\/rule>/, ''),
    );
    const page = await baton.open(`/compare?left=draft.${left}&right=draft.${right}`);
    const both = page.getByRole('region', { name: 'Rate order' });
    await both.getByRole('row', { name: /< 100 < 50/ }).click();
    await page.waitForURL(/element=rate-order_rule_1/);
    await both.getByRole('row', { name: /^−/ }).waitFor();
    await page.getByRole('button', { name: /Removed Rule 2/ }).waitFor();
  });

  it('should mark the fields of a form that differ, and show the source of both', async () => {
    const form = await readFile(join(fixtures, 'examples', 'leave-request', 'leave-request-start.form'), 'utf8');
    const left = await draftOf('form', 'Request', form);
    const right = await draftOf('form', 'Request now', form.replace('"label": "Reason"', '"label": "Why"'));
    const page = await baton.open(`/compare?left=draft.${left}&right=draft.${right}`);
    await page.locator('.baton-compared-form [data-change="changed"]').first().waitFor();
    expect(await page.locator('.baton-compared-form [data-change]').count()).toBe(2);
    await page.getByText('Source', { exact: true }).click();
    await page.locator('.cm-merge-b .cm-changedText').first().waitFor();
  });
});
