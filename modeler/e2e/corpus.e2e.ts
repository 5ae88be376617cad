import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

describe('diagrams that others drew', () => {
  it(`should open in the modeler with all that is drawn (${diagrams.length} found)`, async () => {
    const page = await baton.open('/modeler');
    for (const path of diagrams) {
      const content = readFileSync(path, 'utf8');
      const draft = await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', {
        name: path.split('/').at(-1),
        kind: 'bpmn',
        content,
      });
      await page.goto(`/modeler/${draft.draftId}`);
      await page.locator('.djs-container .djs-shape').first().waitFor();
      // Counted on the first plane: what a collapsed sub-process holds is drawn on a plane of its own.
      const plane = content.split(/<\/(?:\w+:)?BPMNPlane>/)[0] ?? '';
      const described = (plane.match(/<(?:\w+:)?BPMN(?:Shape|Edge)\b/g) ?? []).length;
      expect(described, path).toBeGreaterThan(3);
      const drawn = await page.locator('.djs-container .djs-shape, .djs-container .djs-connection').count();
      expect(drawn, path).toBeGreaterThanOrEqual(described);
      expect(await page.getByText(/could not be (opened|read|drawn)/i).count(), path).toBe(0);
    }
  });
});
