import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../src/features/admin/sections';
import { deployFiles, startInstance } from './harness/deploy';
import { hostileForm, hostileProcess } from './harness/hostile-models';
import { useBaton } from './harness/use-baton';
import type { PageOptions } from './harness/use-baton';
import { xssPayloads } from './harness/xss-payloads';

const baton = useBaton({ BATON_AUTH: 'on' });
const password = 'a long phrase';

/** Pictures that forms show are asked for, by addresses that a browser knows no answer to; whoever is not signed in is told so. Nothing else may reach the console. */
const expectedErrors = /status of (401|404)|ERR_UNKNOWN_URL_SCHEME|network: (java|vb)script:/;
/** The policy of the server would keep a script that got in from running. What has to hold here holds without it. */
const withoutPolicy: PageOptions = { expectedErrors, bypassCsp: true };

let instanceKey: string;
let taskKey: string;
let draftIds: readonly string[];
let versionPages: readonly string[];
let commentedDrafts: readonly string[];

beforeAll(async () => {
  const { server } = baton;
  const post = <A>(path: string, body: object): Promise<A> => server.call<A>('POST', path, body);
  await deployFiles(server, {
    '<img src=x onerror=window.__xss=1>.bpmn': hostileProcess(),
    'hostile.form': hostileForm(),
  });
  instanceKey = await startInstance(server, 'hostile', {
    payloads: xssPayloads,
    ...Object.fromEntries(xssPayloads.map((payload, index) => [`${payload} ${index}`, payload])),
  });
  const { jobs } = await post<{ jobs: readonly { jobKey: string }[] }>('/v2/jobs/activation', {
    type: xssPayloads[2],
    worker: xssPayloads[2],
    timeout: 60_000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  });
  expect(jobs).toHaveLength(100);
  for (const [index, { jobKey }] of jobs.entries())
    await post(`/v2/jobs/${jobKey}/failure`, { retries: 0, errorMessage: xssPayloads[index] });
  const tasks = await post<{ items: readonly { userTaskKey: string; elementId: string }[] }>('/v2/user-tasks/search', {
    filter: { processInstanceKey: instanceKey, elementId: 't0' },
  });
  taskKey = tasks.items[0]?.userTaskKey ?? '';
  await server.call('PATCH', `/v2/user-tasks/${taskKey}`, { changeset: { candidateUsers: xssPayloads.slice(0, 20) } });
  // Each kind has a part of the texts: all of them are somewhere.
  for (const [index, name] of xssPayloads.entries()) {
    const kind = (index + Math.floor(index / 20)) % 5;
    if (kind === 0) await post('/v2/groups', { groupId: `g${index}`, name, description: name });
    if (kind === 1) await post('/v2/roles', { roleId: `r${index}`, name, description: name });
    if (kind === 2) await post('/v2/tenants', { tenantId: `n${index}`, name, description: name });
    if (kind === 3)
      await post('/v2/mapping-rules', { mappingRuleId: `m${index}`, claimName: name, claimValue: name, name });
    if (kind === 4) await post('/ext/tokens', { name, clientId: `c${index}` });
    if (index % 10 === 2) await post('/v2/users', { username: `u${index}`, name, email: name, password });
  }
  // What nobody is called becomes a line of the audit log all the same.
  for (const username of xssPayloads.slice(0, 4))
    await fetch(`${server.url}/ext/authentication/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'wrong' }),
    });
  const drafts = await Promise.all(
    (
      [
        ['bpmn', hostileProcess()],
        ['form', hostileForm()],
        ['dmn', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="<b>" namespace="x"/>'],
      ] as const
    ).map(([kind, content], index) =>
      post<{ draftId: string }>('/ext/drafts', { kind, content, name: xssPayloads[index * 20 + 2] }),
    ),
  );
  draftIds = drafts.map(({ draftId }) => draftId);
  const named = { name: xssPayloads[2], description: xssPayloads[22] };
  versionPages = await Promise.all(
    draftIds.map(async (draftId) => {
      const { versionId } = await post<{ versionId: string }>(`/ext/drafts/${draftId}/versions`, named);
      return `/modeler/${draftId}/versions/${versionId}`;
    }),
  );
  const comments = await Promise.all(
    xssPayloads.map((text, index) =>
      post<{ commentKey: string }>(`/ext/drafts/${draftIds[index % draftIds.length]}/comments`, {
        text,
        elementId: text,
        elementName: text,
      }),
    ),
  );
  commentedDrafts = draftIds.map((draftId, index) => `/modeler/${draftId}?comment=${comments[index]?.commentKey}`);
  await post('/ext/folders', { name: '<img src=x onerror=window.__xss=1>' });
});

async function signedIn(path: string, options: PageOptions): Promise<Page> {
  const page = await baton.open('/about', options);
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(baton.server.adminPassword ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account:/ }).waitFor();
  await page.goto(path);
  return page;
}

/** Nothing ran, and nothing waits for a click to run. */
async function expectNothingRan(page: Page): Promise<void> {
  // What a browser loads and animates does so a moment later.
  await page.waitForTimeout(120);
  expect(await page.evaluate(() => '__xss' in window), page.url()).toBe(false);
  const armed = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], iframe, form[action], object, embed, *[onerror], *[onload], *[onclick]')]
      .filter((element) =>
        [...element.attributes].some(
          ({ name, value }) =>
            name.startsWith('on') ||
            /^\s*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data:text\/html)/i.test(value),
        ),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );
  expect(armed, page.url()).toEqual([]);
}

/** Every page of the router, and where it is opened with hostile data. */
const pages: Readonly<Record<string, () => readonly string[]>> = {
  '/': () => ['/'],
  '/modeler': () => ['/modeler', '/modeler?q=__xss'],
  // With what is said about it beside it.
  '/modeler/$draftId': () => commentedDrafts,
  '/modeler/$draftId/versions/$versionId': () => versionPages,
  '/compare': () => draftIds.map((id) => `/compare?left=draft.${id}&right=draft.${id}`),
  '/tasklist': () => ['/tasklist'],
  '/tasklist/$userTaskKey': () => [`/tasklist/${taskKey}`],
  '/operations': () => [
    '/operations?process=hostile',
    `/operations?process=${encodeURIComponent(xssPayloads[2] ?? '')}`,
  ],
  '/operations/instances/$processInstanceKey': () => [`/operations/instances/${instanceKey}`],
  '/about': () => ['/about'],
  '/admin': () => ['/admin'],
  '/admin/$section': () => [
    ...sections.map(({ id }) => `/admin/${id}`),
    `/admin/${encodeURIComponent('<img src=x onerror=window.__xss=1>')}`,
  ],
  '/login': () => [`/login?problem=${encodeURIComponent('<img src=x onerror=window.__xss=1>')}`],
};

describe('F45 markup in names, forms, variables and messages', () => {
  it('should be looked for on every page that there is', () => {
    const source = readFileSync(join(import.meta.dirname, '..', 'src', 'app', 'router.tsx'), 'utf8');
    const routes = [...source.matchAll(/getParentRoute: \(\) => (\w+),\s+path: '([^']+)'/g)].map(
      ([, parent, path = '']) => (parent === 'tasklistRoute' ? `/tasklist${path}` : path),
    );
    expect(routes.length).toBeGreaterThan(8);
    expect(routes.sort()).toEqual(Object.keys(pages).sort());
  });

  it('should be noticed by this test where it is more than a text', async () => {
    const page = await signedIn('/about', withoutPolicy);
    await page.evaluate((html) => void (document.body.innerHTML = html), xssPayloads[2] ?? '');
    await page.waitForFunction(() => '__xss' in window);
    await expect(expectNothingRan(page)).rejects.toThrow();
  });

  it('should be text on every page', async () => {
    const page = await signedIn('/', withoutPolicy);
    for (const path of Object.values(pages).flatMap((addresses) => addresses())) {
      await page.goto(path);
      await page.locator('main').waitFor();
      const shown = page.getByText(/__xss/).first().waitFor();
      await Promise.race([shown.catch(() => undefined), page.waitForLoadState('networkidle')]);
      // What is explained where the mouse rests.
      for (const target of await page
        .locator('main :is(.djs-shape, td)')
        .all()
        .then((all) => all.slice(3, 5)))
        await target.hover({ force: true, timeout: 300 }).catch(() => undefined);
      await expectNothingRan(page);
      for (const tab of await page.locator('main [role=tab]').all()) {
        await tab.click();
        await expectNothingRan(page);
      }
    }
  });

  it('should be text where the policy holds, which nothing on the way violates', async () => {
    const page = await signedIn(`/operations/instances/${instanceKey}?panel=incidents`, {
      expectedErrors: /status of 401/,
    });
    await page.getByText('window.__xss=1').first().waitFor();
    await expectNothingRan(page);
    await page.goto('/admin/groups');
    await page.getByText('window.__xss=1').first().waitFor();
    await expectNothingRan(page);
  });

  it('should be text in the properties, in an editor over the drawing, and where it is pasted and found', async () => {
    const page = await signedIn(`/modeler/${draftIds[0]}`, withoutPolicy);
    const shape = page.locator('.djs-shape[data-element-id="t2"]');
    await shape.waitFor();
    await shape.click({ force: true });
    await expectNothingRan(page);
    await shape.dblclick({ force: true });
    const editing = page.locator('.djs-direct-editing-content');
    await editing.waitFor();
    expect(await editing.innerText()).toContain('window.__xss=1');
    await editing.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<img src=x onerror=window.__xss=1>');
      clipboardData.setData('text/plain', '<img src=x onerror=window.__xss=1>');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await editing.locator('img').count()).toBe(0);
    await page.keyboard.press('Escape');
    for (const id of ['s', 'a-t2', 'f-t2', 'data', 'work']) {
      const element = page.locator(`.djs-element[data-element-id="${id}"]`);
      if ((await element.count()) > 0) await element.first().click({ force: true });
      await expectNothingRan(page);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('onerror');
    await expectNothingRan(page);
  });

  it('should be text in the form of a task that is worked on, in its lists and messages', async () => {
    const page = await signedIn(`/tasklist/${taskKey}`, withoutPolicy);
    await page.locator('.fjs-form').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.fjs-form-field').count()).toBeGreaterThan(200);
    await page.locator('.fjs-form-field-select .fjs-input-group').first().click();
    await expectNothingRan(page);
    for (const frame of page.frames())
      expect(await frame.evaluate(() => '__xss' in window).catch(() => false)).toBe(false);
  });
});
