import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compareModels, type Change } from '../src/shared/model/compare-models';
import { describeBpmn } from '../src/shared/model/describe-bpmn';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

/** Diagrams that others drew; they are kept outside of the project and are not on every machine. */
const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const diagrams = existsSync(corpus)
  ? readdirSync(corpus).flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((name) => name.endsWith('.bpmn'))
        .map((name) => join(corpus, folder, name)),
    )
  : [];

const open = async (page: Page, name: string, content: string): Promise<string> => {
  const { draftId } = await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', {
    name,
    kind: 'bpmn',
    content,
  });
  await page.goto(`/modeler/${draftId}`);
  await page.locator('.djs-container .djs-shape').first().waitFor();
  return draftId;
};

/** An edit that is taken back has the modeler write the file anew; it has to say what it said before. */
const expectRoundTrip = async (page: Page, draftId: string, path: string, content: string): Promise<void> => {
  const before = await describeBpmn(content);
  const changes = async (): Promise<readonly Change[]> => {
    const draft = await baton.server.call<{ readonly content: string }>('GET', `/ext/drafts/${draftId}`);
    return compareModels(before, await describeBpmn(draft.content));
  };
  const events = [...content.matchAll(/<(?:\w+:)?(?:startEvent|endEvent|task) [^>]*?\bid="([^"]+)"/g)];
  const drawn = page.locator(events.map(([, id]) => `.djs-shape[data-element-id="${id}"]`).join(', '));
  // Some lie on the plane of a collapsed sub-process.
  await drawn.locator('visible=true').first().click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await changes()).length, { message: path, timeout: 10_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(changes, { message: path, timeout: 10_000 }).toEqual([]);
};

describe('diagrams that others drew', () => {
  it(`should open in the modeler with all that is drawn, and be written again without loss (${diagrams.length} found)`, async () => {
    const page = await baton.open('/modeler');
    for (const path of diagrams) {
      const content = readFileSync(path, 'utf8');
      const draftId = await open(page, basename(path), content);
      // Counted on the first plane: what a collapsed sub-process holds is drawn on a plane of its own.
      const plane = content.split(/<\/(?:\w+:)?BPMNPlane>/)[0] ?? '';
      const described = (plane.match(/<(?:\w+:)?BPMN(?:Shape|Edge)\b/g) ?? []).length;
      expect(described, path).toBeGreaterThan(3);
      const drawn = await page.locator('.djs-container .djs-shape, .djs-container .djs-connection').count();
      expect(drawn, path).toBeGreaterThanOrEqual(described);
      expect(await page.getByText(/could not be (opened|read|drawn)/i).count(), path).toBe(0);
      // All that BPMN has is in these; the others would only take time.
      if (path.includes('interchange')) await expectRoundTrip(page, draftId, path, content);
    }
  });
});
