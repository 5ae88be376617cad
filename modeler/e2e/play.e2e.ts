import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { twoDiagrams } from './harness/two-diagrams';
import { useBaton } from './harness/use-baton';

const baton = useBaton();
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

const createDraft = async (name: string, kind: string, path: string): Promise<string> => {
  const body = { name, kind, content: readFileSync(join(fixtures, path), 'utf8') };
  return (await baton.server.call<{ draftId: string }>('POST', '/ext/drafts', body)).draftId;
};
/** The file drawn to show that behavior. */
const draftOf = (name: string): Promise<string> => createDraft(name, 'bpmn', `bpmn/${name}.bpmn`);

/** Opens the play of a draft and begins at its start event. */
const begin = async (page: Page, variables: object, at = 's'): Promise<void> => {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: `Begin at ${at}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.cm-content').fill(JSON.stringify(variables));
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByText('Running', { exact: true }).waitFor();
};

describe('playing a draft', () => {
  it('should go through a called process and back, and step back to any step', async () => {
    const page = await baton.open(`/modeler/${await draftOf('call-activity')}`);
    await begin(page, { n: 4 });
    await page.getByRole('button', { name: 'Open what call calls' }).click();
    const way = page.getByRole('navigation', { name: 'Called processes' });
    await way.getByRole('button', { name: 'called' }).waitFor();
    await page.getByRole('button', { name: 'Go on at inside' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click();
    await way.getByRole('button', { name: 'caller' }).click();
    await page.getByRole('button', { name: 'Complete: after' }).click();
    await page.getByText('The process has ended').waitFor();

    await page.getByRole('tab', { name: 'What happened' }).click();
    await page.getByText('e was completed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Begun' }).click();
    await page.getByText('e was completed', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Now' }).click();
    await page.getByRole('button', { name: 'Complete: inside' }).waitFor();
    const found = await baton.server.call<{ page: { totalItems: number } }>('POST', '/v2/process-instances/search', {});
    expect(found.page.totalItems).toBe(0);
  });

  it('should simulate tokens, then fire timers, throw errors and repair what went wrong on the engine', async () => {
    const page = await baton.open(`/modeler/${await draftOf('boundary-timer')}`);
    const simulation = page.getByRole('button', { name: 'Token simulation' });
    await simulation.click();
    await page.locator('.djs-palette').waitFor({ state: 'hidden' });
    await page.locator('.djs-overlays[data-container-id="s"] .bts-context-pad').click();
    await page.locator('.bts-notifications').getByText('Process started').waitFor();
    await simulation.click();
    await page.locator('.djs-palette').waitFor();
    await page.locator('.bts-notification').first().waitFor({ state: 'detached' });

    await begin(page, {});
    await page.getByRole('button', { name: 'Go on at late' }).click();
    await page.getByRole('button', { name: 'Go on at work' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Step back' }).click();
    await page.getByRole('button', { name: 'Go on at work' }).waitFor();

    await page.getByRole('button', { name: 'Go on at work' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Throw an error').click();
    await dialog.getByLabel('Error code').fill('NOBODY');
    await dialog.getByRole('button', { name: 'Throw the error' }).click();
    await page.locator('.baton-badge[data-kind="incidents"]').waitFor();
    await page.getByRole('button', { name: 'Resolve: work' }).click();
    await page.getByRole('button', { name: 'Complete: work' }).click();
    await page.getByText('The process has ended').waitFor();
  });

  it('should tell the instances of a multi-instance apart, and let variables be changed', async () => {
    const page = await baton.open(`/modeler/${await draftOf('multi-instance-parallel')}`);
    await begin(page, { items: ['a', 'b', 'c'] });
    await page.locator('.baton-badge[data-kind="tokens"]').getByText('3', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Complete: work (2)' }).click();
    await page.getByRole('button', { name: 'Complete: work (2)' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Complete: work (3)' }).waitFor();

    await page.getByRole('button', { name: 'Change items' }).click();
    await page.getByLabel('Value of items').fill('["z"]');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Change items' }).textContent()).toBe('["z"]');
  });

  it('should begin activities of an ad-hoc sub-process on the canvas', async () => {
    const page = await baton.open(`/modeler/${await draftOf('ad-hoc-condition')}`);
    await begin(page, { enough: true });
    await page.getByRole('button', { name: 'Begin b', exact: true }).click();
    await page.getByRole('button', { name: 'Go on at b', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Begin: tasks' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Activities' }).click();
    await page.getByRole('option', { name: 'a', exact: true }).click();
    await dialog.locator('.cm-content').fill('{"n": 1}');
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('button', { name: 'Complete: a', exact: true }).click();
    await page.getByText('The process has ended').waitFor();
  });

  it('should play both pools, with the messages between them', async () => {
    const page = await baton.open(`/modeler/${await draftOf('send-and-receive')}`);
    await begin(page, { id: 'a-7' }, 'rs');
    await page.getByRole('button', { name: 'Go on at receive' }).waitFor();
    await page.getByRole('button', { name: 'Begin a process' }).click();
    await page.getByRole('menuitem', { name: 'Begin at s', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.cm-content').fill('{"id": "a-7"}');
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByText('The process has ended').waitFor();
    await page.getByRole('button', { name: 'look at another' }).click();
    await page.getByRole('menuitem', { name: 'receiver Completed' }).waitFor();
  });

  it('should follow the tokens into a sub-process on a plane of its own, and to another diagram of the file', async () => {
    const body = { name: 'Two', kind: 'bpmn', content: twoDiagrams };
    const { draftId } = await baton.server.call<{ draftId: string }>('POST', '/ext/drafts', body);
    const page = await baton.open(`/modeler/${draftId}`);
    await begin(page, {});
    await page.getByRole('button', { name: 'Go on at deep' }).waitFor();
    await page.getByRole('button', { name: 'Complete: deep' }).click();
    await page.getByRole('button', { name: 'Go on at last' }).waitFor();
    await page.getByRole('button', { name: 'Begin a process' }).click();
    await page.getByRole('menuitem', { name: 'Begin at s2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('button', { name: 'Go on at other' }).waitFor();
  });

  it('should show the forms of the start and of tasks, from their drafts', async () => {
    for (const form of ['start', 'review', 'declined'])
      await createDraft(form, 'form', `examples/leave-request/leave-request-${form}.form`);
    const draftId = await createDraft('Leave', 'bpmn', 'examples/leave-request/leave-request.bpmn');
    const page = await baton.open(`/modeler/${draftId}`);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Begin at Leave requested' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[data-form="open"]').waitFor();
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await dialog.getByText('Some fields need another look').waitFor();
    // What is typed while it is still being opened is not heard.
    await dialog.locator('[data-form="open"]').waitFor();
    await dialog.getByLabel('Your name').fill('eva');
    await dialog.getByLabel('Days off').fill('3');
    await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('button', { name: 'Complete: Review request' }).click();
    await dialog.getByText('Review the request').waitFor();
    await expect.poll(() => dialog.getByLabel('Employee', { exact: true }).inputValue()).toBe('eva');
  });
});

describe('scenarios', () => {
  it('should be saved from a play, run, drawn as coverage, and fail when the process goes another way', async () => {
    const page = await baton.open(`/modeler/${await draftOf('exclusive-gateway')}`);
    await begin(page, { amount: 50 });
    await page.getByRole('button', { name: 'Complete: medium' }).click();
    await page.getByText('The process has ended').waitFor();
    await page.getByRole('button', { name: 'Save as scenario' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('A medium order');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Run all' }).click();
    await page.getByText('60 % of the diagram covered').waitFor();
    await page.locator('.baton-uncovered[data-element-id="big"]').waitFor();
    expect(await page.locator('.baton-uncovered[data-element-id="medium"]').count()).toBe(0);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the scenarios as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('exclusive-gateway.scenarios.json');

    await page.getByRole('button', { name: 'Change A medium order' }).click();
    await dialog.locator('.cm-content').fill('{"variables": {"amount": 51}}');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Run all' }).click();
    await page.getByText("Expected the variable 'amount' to be 51 at the end, found 50.").waitFor();

    // What was played is played again when one comes back from the drawing.
    await page.getByRole('button', { name: 'Back to drawing' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByText('Completed', { exact: true }).waitFor();
  });
});
