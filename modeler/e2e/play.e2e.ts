import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** The file drawn to show that behavior. */
const drawing = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'bpmn', `${name}.bpmn`), 'utf8');

const draftOf = async (name: string): Promise<string> => {
  const body = { name, kind: 'bpmn', content: drawing(name) };
  return (await baton.server.call<{ draftId: string }>('POST', '/ext/drafts', body)).draftId;
};

describe('token simulation', () => {
  it('should be turned on and off from the toolbar, and stop where it waits', async () => {
    const page = await baton.open(`/modeler/${await draftOf('exclusive-gateway')}`);
    const button = page.getByRole('button', { name: 'Token simulation' });
    await button.click();
    await page.locator('.djs-palette').waitFor({ state: 'hidden' });
    await page.locator('.djs-overlays[data-container-id="s"] .bts-context-pad').click();
    await page.locator('.bts-notifications').getByText('Process started').waitFor();
    await button.click();
    await page.locator('.djs-palette').waitFor();
    await page.locator('.bts-notification').first().waitFor({ state: 'detached' });
  });
});
