import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../src/features/admin/sections';
import { deployExample, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** What axe found, each as rule and place, so that a failure can be read. */
const violationsOf = async (page: Page, options: object = {}): Promise<readonly string[]> => {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id} ${html.slice(0, 160)}: ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
};

/** Colors that are still on their way from one theme to the other are no colors of either. */
const endTransitions = async (): Promise<void> => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  await nextFrame();
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  await nextFrame();
};

/** What a theme can change. */
const colorRules = { runOnly: ['color-contrast', 'link-in-text-block'] };

describe('every page', () => {
  const baton = useBaton();
  let paths: readonly string[];
  beforeAll(async () => {
    const { server } = baton;
    await deployExample(server, 'leave-request');
    await deployExample(server, 'order-fulfillment');
    const order = { orderId: 'A-1', amount: 30, customer: 'Ann', items: [] };
    const instanceKey = await startInstance(server, 'order-fulfillment', order);
    await startInstance(server, 'leave-request', { employee: 'Ann', days: 3, from: '2030-01-31' });
    const tasks = await server.call<{ readonly items: readonly { readonly userTaskKey: string }[] }>(
      'POST',
      '/v2/user-tasks/search',
      {},
    );
    const drafts = await Promise.all(
      (
        [
          ['bpmn', 'Order', 'examples/order-fulfillment/order-fulfillment.bpmn'],
          ['form', 'Request', 'examples/leave-request/leave-request-start.form'],
          ['dmn', 'Rating', 'dmn/business-rule-task.dmn'],
        ] as const
      ).map(async ([kind, name, file]) => {
        const content = await readFile(join(fixtures, file), 'utf8');
        return (await server.call<{ readonly draftId: string }>('POST', '/ext/drafts', { kind, name, content }))
          .draftId;
      }),
    );
    const { commentKey } = await server.call<{ readonly commentKey: string }>(
      'POST',
      `/ext/drafts/${drafts[0]}/comments`,
      { text: 'Is this right?\nSee https://example.org', elementId: 'Pick', author: 'ana' },
    );
    paths = [
      '/',
      '/modeler',
      // The comments stay open beside the drafts after it.
      `/modeler/${drafts[0]}?comment=${commentKey}`,
      ...drafts.slice(1).map((draftId) => `/modeler/${draftId}`),
      `/compare?right=draft.${drafts[0]}`,
      `/tasklist/${tasks.items[0]?.userTaskKey}`,
      '/operations?process=order-fulfillment',
      `/operations/instances/${instanceKey}`,
      '/about',
      ...sections.map(({ id }) => `/admin/${id}`),
    ];
  }, 60_000);

  it('should have no violation that axe finds, in both themes', async () => {
    const axe = await readFile(axeSource, 'utf8');
    const page = await baton.open('/');
    const found: Record<string, readonly string[]> = {};
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await page.locator('main, [data-diagram="open"]').first().waitFor();
      await expect.poll(() => page.locator('[aria-busy="true"]').count(), { message: path, timeout: 15_000 }).toBe(0);
      await page.evaluate(axe);
      const light = await violationsOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      await page.evaluate(endTransitions);
      const dark = await violationsOf(page, colorRules);
      if (light.length + dark.length > 0) found[path] = [...light, ...dark.map((text) => `dark: ${text}`)];
    }
    expect(found).toEqual({});
  });
});
