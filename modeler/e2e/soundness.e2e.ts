import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** The file drawn to show that behavior. */
const drawing = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'bpmn', `${name}.bpmn`), 'utf8');

const draftOf = async (name: string): Promise<string> => {
  const body = { name, kind: 'bpmn', content: drawing(name) };
  return (await baton.server.call<{ draftId: string }>('POST', '/ext/drafts', body)).draftId;
};

describe('routes that lead nowhere', () => {
  it('should be among the problems, and be played on the canvas step by step', async () => {
    const page = await baton.open(`/modeler/${await draftOf('stuck-join')}`);
    await page.getByRole('button', { name: /^Problems/ }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    const line = problems.getByRole('listitem').filter({ hasText: 'would wait there for ever' });
    await line.getByRole('button', { name: 'Show how' }).click();

    const player = page.getByRole('region', { name: 'How it comes to it' });
    await player.getByRole('button', { name: 'Pause' }).click();
    await player.getByRole('button', { name: 'Step forward' }).click();
    const words = player.getByRole('status');
    while (!/^4 of 4/.test((await words.textContent()) ?? ''))
      await player.getByRole('button', { name: 'Step forward' }).click();
    expect(await words.textContent()).toContain('goes on');
    const token = page.locator('.djs-overlay .b-token');
    expect(await token.count()).toBe(1);
    const [at, join] = await Promise.all([
      token.boundingBox(),
      page.locator('[data-element-id="j"].djs-shape').boundingBox(),
    ]);
    // It waits on the flow, right before the join.
    const distance = (join?.x ?? 0) - (at?.x ?? 0);
    expect(distance).toBeGreaterThan(0);
    expect(distance).toBeLessThan(80);

    await player.getByRole('button', { name: 'Step back' }).click();
    expect(await words.textContent()).toMatch(/^3 of 4/);
    await player.getByRole('button', { name: 'Close the player' }).click();
    await token.waitFor({ state: 'detached' });
  });

  it('should show two tokens where branches meet without being joined', async () => {
    const page = await baton.open(`/modeler/${await draftOf('two-tokens-in-one-activity')}`);
    await page.getByRole('button', { name: /^Problems/ }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'what follows happens twice' });
    await line.getByRole('button', { name: 'Show how' }).click();
    await page.locator('.b-token[data-doubled="true"]').waitFor();
  });
});
