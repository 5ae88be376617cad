import { describe, expect, it } from 'vitest';
import { newProcess, pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

const contentOf = async (draftId: string) =>
  (await baton.server.call<{ readonly content: string }>('GET', `/ext/drafts/${draftId}`)).content;

describe('two people at one draft', () => {
  it('should see each other, and edit one after the other without losing work', async () => {
    const ana = await baton.open('/modeler');
    const draftId = await newProcess(ana);
    await saved(ana);
    const bo = await baton.open('/about');
    await bo.evaluate(() => localStorage.setItem('baton.user', 'bo'));
    await bo.goto(`/modeler/${draftId}`);
    await bo.getByText('demo is editing this draft. You see what is saved.').waitFor();
    await ana.getByRole('img', { name: 'Also here: bo' }).waitFor();

    // What is saved follows.
    await shapes(ana, 'StartEvent_1').click();
    await pad(ana, 'append.end-event').click();
    await bo.locator('.djs-container [data-element-id^="Event_"]').first().waitFor();

    // The last word was not sent yet when the other one takes over.
    await shapes(ana, 'StartEvent_1').dblclick();
    await ana.locator('.djs-direct-editing-content').waitFor();
    await ana.keyboard.type('Half a name');
    await bo.getByRole('button', { name: 'Take over' }).click();
    await ana.getByText('bo is editing this draft. You see what is saved.').waitFor();
    await bo.getByLabel('Draft: Saved').waitFor();
    await bo.locator('.djs-container').getByText('Half a name').waitFor();
    expect(await contentOf(draftId)).toContain('name="Half a name"');

    // And back, when nobody edits any more.
    await shapes(bo, 'StartEvent_1').click();
    await pad(bo, 'append.append-task').click();
    await saved(bo);
    await bo.goto('/about');
    await ana.getByText('Nobody is editing this draft now.').waitFor();
    await ana.getByRole('button', { name: 'Edit', exact: true }).click();
    await shapes(ana, 'Activity_').waitFor();
    await ana.getByLabel('Draft: Saved').waitFor();
  });
});
