import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pad, saved, shapes } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

const drawing = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'bpmn', `${name}.bpmn`), 'utf8');

const draftOf = async (name: string, content: string): Promise<string> =>
  (await baton.server.call<{ draftId: string }>('POST', '/ext/drafts', { name, kind: 'bpmn', content })).draftId;

const contentOf = async (draftId: string): Promise<string> =>
  (await baton.server.call<{ content: string }>('GET', `/ext/drafts/${draftId}`)).content;

/** A process in which a collapsed sub-process has a plane of its own, with something written about two elements. */
const documented = (text: string): string => {
  const shape = (id: string, x: number, width: number, height: number, more = ''): string =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${140 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  const edge = (id: string, from: number, to: number): string =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="140" /><di:waypoint x="${to}" y="140" /></bpmndi:BPMNEdge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="http://baton.example/e2e">
  <bpmn:process id="printed" name="Printed" isExecutable="true">
    <bpmn:documentation>${text}</bpmn:documentation>
    <bpmn:startEvent id="Begin" /><bpmn:sequenceFlow id="f1" sourceRef="Begin" targetRef="Part" />
    <bpmn:subProcess id="Part" name="Packing">
      <bpmn:startEvent id="Inner" /><bpmn:sequenceFlow id="f3" sourceRef="Inner" targetRef="Wrap" />
      <bpmn:manualTask id="Wrap" name="Wrap it"><bpmn:documentation>Use brown paper.</bpmn:documentation></bpmn:manualTask>
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="f2" sourceRef="Part" targetRef="End" /><bpmn:endEvent id="End" name="Done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="one"><bpmndi:BPMNPlane id="p1" bpmnElement="printed">${shape('Begin', 100, 36, 36)}${shape('Part', 200, 100, 80, ' isExpanded="false"')}${shape('End', 360, 36, 36)}${edge('f1', 136, 200)}${edge('f2', 300, 360)}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  <bpmndi:BPMNDiagram id="two"><bpmndi:BPMNPlane id="p2" bpmnElement="Part">${shape('Inner', 100, 36, 36)}${shape('Wrap', 200, 100, 80)}${edge('f3', 136, 200)}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
};

const download = async (page: Page, item: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  await page.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

/** What the pages of a PDF draw, in PDF's own operators. */
const drawnIn = (pdf: Buffer): string => {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body = '']) => {
      const bytes = Buffer.from(body, 'latin1');
      try {
        return inflateSync(bytes).toString('latin1');
      } catch {
        return body;
      }
    })
    .join('\n');
};

describe('files that leave the modeler', () => {
  it('should be a PDF of vectors with a page for each plane, and what is written about the elements', async () => {
    const page = await baton.open(`/modeler/${await draftOf('Printed', documented('What this is about.'))}`);
    await shapes(page, 'Part').waitFor();
    const { name, bytes } = await download(page, 'PDF with documentation');
    expect(name).toBe('Printed.pdf');
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    // The process and what is said of it, the sub-process and what is said in it.
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4);
    expect(text).not.toMatch(/\/Subtype \/Image/);
    const drawn = drawnIn(bytes);
    for (const words of ['Printed', 'What this is about.', 'Packing', 'Wrap it', 'Use brown paper.', 'Done'])
      expect(drawn).toContain(words);
    // The diagram on the page stayed where it was.
    expect(await shapes(page, 'Part').isVisible()).toBe(true);
  });

  it('should bring a font of their own where the text is not Latin', async () => {
    const page = await baton.open(`/modeler/${await draftOf('Printed', documented('Проверить заказ, έλεγχος'))}`);
    await shapes(page, 'Part').waitFor();
    const { bytes } = await download(page, 'PDF with documentation');
    expect(bytes.toString('latin1')).toMatch(/\/FontFile2/);
  });

  it('should be pictures in the colors of the light theme, also in the dark one', async () => {
    const page = await baton.open(`/modeler/${await draftOf('Printed', documented('x'))}`, { colorScheme: 'dark' });
    await shapes(page, 'Part').waitFor();
    const svg = (await download(page, 'SVG picture')).bytes.toString();
    expect(svg).toContain('Packing');
    expect(svg).not.toContain('var(--');
    const png = (await download(page, 'PNG picture')).bytes;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});

describe('files that come into the modeler', () => {
  it('should be laid out when they have no drawing, and be kept so', async () => {
    const plain = drawing('parallel-gateway').replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
    expect(plain).not.toContain('BPMNShape');
    const draftId = await draftOf('Without a drawing', plain);
    const page = await baton.open(`/modeler/${draftId}`);
    await page.getByText('The file had no drawing; it was laid out').waitFor();
    await saved(page);
    const ids = [...plain.matchAll(/<bpmn:(?:startEvent|endEvent|userTask|serviceTask|parallelGateway) id="([^"]+)"/g)];
    expect(ids.length).toBeGreaterThan(3);
    const kept = await contentOf(draftId);
    for (const [, id] of ids) {
      expect(await page.locator(`.djs-shape[data-element-id="${id}"]`).isVisible()).toBe(true);
      expect(kept).toContain(`bpmnElement="${id}"`);
    }
  });
});

describe('elements', () => {
  it('should be copied from one tab and pasted in another', async () => {
    const page = await baton.open(`/modeler/${await draftOf('From', drawing('user-task'))}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const task = page
      .locator('.djs-shape')
      .filter({ has: page.locator('.djs-visual rect') })
      .first();
    await task.click();
    await page.keyboard.press('ControlOrMeta+c');

    const other = await page.context().newPage();
    const draftId = await draftOf('To', documented('x'));
    await other.goto(`/modeler/${draftId}`);
    await shapes(other, 'Part').waitFor();
    const before = await other.locator('.djs-shape').count();
    await other.locator('.djs-container > svg').click({ position: { x: 600, y: 500 } });
    await other.keyboard.press('ControlOrMeta+v');
    await other.mouse.move(700, 560);
    await other.mouse.click(700, 560);
    await saved(other);
    await expect.poll(() => other.locator('.djs-shape').count()).toBeGreaterThan(before);
    await expect.poll(() => contentOf(draftId)).toMatch(/<bpmn:userTask/);
  });

  it('should take a color, and give it back by undo', async () => {
    const draftId = await draftOf('Colored', documented('x'));
    const page = await baton.open(`/modeler/${draftId}`);
    await shapes(page, 'Part').click();
    await pad(page, 'set-color').click();
    await page.locator('.djs-popup .entry[data-id="red-color"]').click();
    await saved(page);
    expect(await contentOf(draftId)).toMatch(/color:background-color="#/);
    await page.keyboard.press('ControlOrMeta+z');
    await saved(page);
    expect(await contentOf(draftId)).not.toMatch(/color:background-color/);
  });
});
