import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployExample, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

const drawn = (page: Page, elementId: string) => page.locator(`.djs-element[data-element-id="${elementId}"]`);
const badge = (page: Page, elementId: string, kind: 'tokens' | 'incidents') =>
  page.locator(`.baton-badges[data-element="${elementId}"] [data-kind="${kind}"]`);

interface ActivatedJobs {
  readonly jobs: readonly { readonly jobKey: string; readonly processInstanceKey: string }[];
}

/** Locks the waiting jobs of a type, as a worker does. */
const activate = (type: string) =>
  baton.server.call<ActivatedJobs>('POST', '/v2/jobs/activation', {
    type,
    worker: 'e2e',
    timeout: 60_000,
    maxJobsToActivate: 100,
    requestTimeout: -1,
  });

beforeAll(async () => {
  for (const example of ['order-fulfillment', 'pizza-delivery', 'contract-approval'])
    await deployExample(baton.server, example);
});

const order = { orderId: 'A-1', amount: 120, customer: 'Bea' };

describe('operations', () => {
  it('should bring an instance with a failed job back to work by new attempts', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const { jobs } = await activate('charge-card');
    const jobKey = jobs.find((job) => job.processInstanceKey === key)?.jobKey ?? '';
    await baton.server.call('POST', `/v2/jobs/${jobKey}/failure`, {
      retries: 0,
      errorMessage: 'The bank does not answer',
    });

    const page = await baton.open('/operations?state=incident&process=order-fulfillment');
    await badge(page, 'Charge', 'incidents').waitFor();
    await page.getByRole('row', { name: new RegExp(key) }).click();
    await badge(page, 'Charge', 'incidents').waitFor();
    await page.getByRole('tab', { name: 'Incidents (1)' }).click();
    await page.getByText('The bank does not answer').waitFor();
    await page.getByLabel('Attempts').fill('2');
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('The incident is resolved').waitFor();
    await page.getByText('No incidents', { exact: true }).waitFor();
    await badge(page, 'Charge', 'incidents').waitFor({ state: 'detached' });
    const again = await activate('charge-card');
    expect(again.jobs.map((job) => job.jobKey)).toContain(jobKey);
    await page.getByRole('tab', { name: 'Jobs' }).click();
    await page
      .getByRole('row', { name: /charge-card/ })
      .getByRole('cell', { name: '2', exact: true })
      .waitFor();
  });

  it('should let a stuck instance go on after its variables were corrected', async () => {
    const key = await startInstance(baton.server, 'pizza-guest');
    const page = await baton.open(`/operations/instances/${key}`);
    await badge(page, 'Order', 'incidents').waitFor();
    // The element has variables of its own by its mapping; those are what it reads.
    await page.getByRole('button', { name: /^Order pizza/ }).click();
    await page.getByText('belong to Order pizza alone').waitFor();
    for (const [name, value] of [
      ['guest', '"Gil"'],
      ['pizza', '"Margherita"'],
    ] as const) {
      await page.getByRole('button', { name: `Edit ${name}` }).click();
      await page.getByRole('textbox', { name: `Value of ${name}` }).fill(value);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('cell', { name: value }).waitFor();
    }
    await page.getByRole('button', { name: /^Guest, process/ }).click();
    await page.getByRole('button', { name: 'Add variable' }).click();
    await page.getByLabel('Name', { exact: true }).fill('guest');
    await page.getByRole('textbox', { name: 'Value of the new variable' }).fill('"Gil"');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Edit guest' }).waitFor();
    await page.getByRole('tab', { name: 'Incidents (1)' }).click();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('The incident is resolved').waitFor();
    await badge(page, 'WaitFor', 'tokens').waitFor();
    expect(await drawn(page, 'Order-WaitFor').getAttribute('class')).toContain('baton-taken');
  });

  it('should lead through the diagram by keyboard and by a list, with the page following', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const page = await baton.open(`/operations/instances/${key}`);
    await drawn(page, 'Charge').waitFor();
    await page.locator('.djs-container > svg').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => page.locator('.b-told').textContent()).toBe('Start event Order received, one way on');
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('.djs-shape.selected[data-element-id="Charge"]').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('element')).toBe('Charge');

    await page.getByRole('button', { name: 'List of elements' }).click();
    const list = page.getByRole('complementary', { name: 'List of elements' });
    await list.locator('button[aria-current="true"]', { hasText: 'Charge card' }).waitFor();
    await list.getByRole('button', { name: 'give up: to Order canceled' }).press('Enter');
    await page.locator('.djs-shape.selected[data-element-id="Canceled"]').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
  });

  it('should change a variable, and refuse what is not JSON', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const page = await baton.open(`/operations/instances/${key}`);
    await page.getByRole('button', { name: 'Edit amount' }).click();
    const value = page.getByRole('textbox', { name: 'Value of amount' });
    await value.fill('12x');
    await page.getByText(/Not valid JSON at line 1, column 3/).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await value.fill('99.5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: '99.5', exact: true }).waitFor();
    const { items } = await baton.server.call<{ items: { value: string }[] }>('POST', '/v2/variables/search', {
      filter: { scopeKey: key, name: 'amount' },
    });
    expect(items.map((item) => item.value)).toEqual(['99.5']);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('amount was set').first().waitFor();
    await baton.server.call('PUT', `/v2/element-instances/${key}/variables`, { variables: { note: 'x' }, local: true });
    await page.getByText('note was set').waitFor();
  });

  it('should show on two pages at once what happens, without a reload', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const list = await baton.open('/operations?process=order-fulfillment&state=completed');
    const instance = await baton.open(`/operations/instances/${key}`);
    await badge(instance, 'Charge', 'tokens').waitFor();
    const complete = async (type: string) => {
      const { jobs } = await activate(type);
      const jobKey = jobs.find((job) => job.processInstanceKey === key)?.jobKey ?? '';
      await baton.server.call('POST', `/v2/jobs/${jobKey}/completion`, { variables: {} });
    };
    await complete('charge-card');
    await badge(instance, 'Pick', 'tokens').waitFor();
    await badge(instance, 'Invoice', 'tokens').waitFor();
    await complete('pick-goods');
    await instance.locator('.baton-badges[data-element="Join"] [data-kind="waiting"]').waitFor();
    await complete('send-invoice');
    await instance.locator('header').getByText('Completed').waitFor();
    await list.getByRole('row', { name: new RegExp(key) }).waitFor();
  });

  it('should go back in time to every step, and tell who changed which variable', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const { jobs } = await activate('charge-card');
    const jobKey = jobs.find((job) => job.processInstanceKey === key)?.jobKey ?? '';
    await baton.server.call('POST', `/v2/jobs/${jobKey}/completion`, { variables: { customer: 'Cleo' } });
    const page = await baton.open(`/operations/instances/${key}`);
    await badge(page, 'Pick', 'tokens').waitFor();
    await page.getByRole('button', { name: 'Time travel' }).click();
    await page.waitForURL(/at=2/);
    const slider = page.getByRole('slider', { name: 'Step of the history' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/at=1/);
    await badge(page, 'Charge', 'tokens').waitFor();
    await badge(page, 'Pick', 'tokens').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Charge card\s+job charge-card/ }).waitFor();
    const customer = page.getByRole('row', { name: /^customer .*set by this step/ });
    await customer.filter({ hasText: 'Bea' }).waitFor();
    await page.getByRole('button', { name: 'One step on' }).click();
    await customer.filter({ hasText: 'Cleo' }).waitFor();
    await badge(page, 'Pick', 'tokens').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toContain('Step 2 of 2');

    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('button', { name: 'History of customer' }).click();
    const changes = page.getByRole('list', { name: /^History of customer/ }).getByRole('listitem');
    await changes.nth(1).waitFor();
    expect(await changes.locator('code').allTextContents()).toEqual(['"Cleo"', '"Bea"']);
    await changes.nth(1).getByRole('button', { name: 'Step 1' }).click();
    await page.waitForURL(/at=1/);
    await badge(page, 'Charge', 'tokens').waitFor();
  });

  it('should modify an instance by dragging a token, with a preview, and by buttons', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const page = await baton.open(`/operations/instances/${key}`, {
      expectedErrors: /the server responded with a status of 400/,
    });
    await badge(page, 'Charge', 'tokens').waitFor();
    await page.getByRole('button', { name: 'Modify', exact: true }).click();
    const from = await badge(page, 'Charge', 'tokens').boundingBox();
    const to = await drawn(page, 'CallCustomer').boundingBox();
    if (from === null || to === null) throw new Error('Expected the token and its target in sight.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('listitem').filter({ hasText: 'Move from Charge card to Call the customer' }).waitFor();
    // The diagram shows how it will be; nothing is done yet.
    await badge(page, 'CallCustomer', 'tokens').waitFor();
    await badge(page, 'Charge', 'tokens').waitFor({ state: 'detached' });
    const active = async () => {
      const { items } = await baton.server.call<{ readonly items: readonly { elementId: string; type: string }[] }>(
        'POST',
        '/v2/element-instances/search',
        { filter: { processInstanceKey: key, state: 'ACTIVE' } },
      );
      return items.filter(({ type }) => type !== 'PROCESS').map(({ elementId }) => elementId);
    };
    expect(await active()).toEqual(['Charge']);

    // What cannot be begun is told, and nothing is lost.
    await drawn(page, 'Ordered').click();
    await page.getByRole('button', { name: 'Begin here' }).click();
    await page.getByRole('button', { name: 'Review and apply' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.getByText('The instance was not modified').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Take back: Begin at Order received' }).click();

    await page.getByRole('button', { name: 'Review and apply' }).click();
    await dialog.getByRole('textbox', { name: 'Variables to set first' }).fill('{"note": "by hand"}');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('The instance is modified').waitFor();
    await page.getByRole('button', { name: /^Order fulfillment, process/ }).click();
    await page.getByRole('cell', { name: '"by hand"' }).waitFor();
    expect(await active()).toEqual(['CallCustomer']);

    // The same without a mouse that drags.
    await page.getByRole('button', { name: 'Modify', exact: true }).click();
    await page.getByRole('button', { name: /^Call the customer, / }).click();
    await page.getByRole('button', { name: 'Move to …' }).click();
    await drawn(page, 'Pick').click();
    await badge(page, 'Pick', 'tokens').waitFor();
    // What is planned waits while an earlier step is looked at.
    await page.getByRole('button', { name: 'Time travel' }).click();
    await badge(page, 'CallCustomer', 'tokens').waitFor();
    expect(await page.getByRole('button', { name: 'Review and apply' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await badge(page, 'Pick', 'tokens').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await badge(page, 'CallCustomer', 'tokens').waitFor();
  });

  it('should let an instance rest and go on, and show how long each element took', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', order);
    const page = await baton.open(`/operations/instances/${key}?panel=timeline`);
    const bars = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
    await bars.filter({ hasText: /Charge card.* so far/ }).waitFor();
    expect(await bars.filter({ hasText: /Order received/ }).innerText()).toMatch(/\d+ (ms|sec)/);
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.locator('header').getByText('Suspended').waitFor();
    expect((await activate('charge-card')).jobs.map((job) => job.processInstanceKey)).not.toContain(key);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('header').getByText('Active').waitFor();
    expect((await activate('charge-card')).jobs.map((job) => job.processInstanceKey)).toContain(key);
    await bars.filter({ hasText: 'Charge card' }).getByRole('button').click();
    await page.waitForURL(/element=Charge/);
  });

  it('should cancel an instance only after asking', async () => {
    const key = await startInstance(baton.server, 'contract-approval', { contractId: 'C-1' });
    const page = await baton.open(`/operations/instances/${key}`);
    await page.getByRole('tab', { name: 'Called instances (1)' }).waitFor();
    await page.getByRole('button', { name: 'Cancel instance' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it running' }).click();
    await badge(page, 'Finance', 'tokens').waitFor();
    await page.getByRole('button', { name: 'Cancel instance' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the instance' }).click();
    await page.locator('header').getByText('Terminated').waitFor();
    await badge(page, 'Finance', 'tokens').waitFor({ state: 'detached' });
    expect(await drawn(page, 'Finance').getAttribute('class')).toContain('baton-ended');

    await page.getByRole('tab', { name: 'Called instances (1)' }).click();
    await page.getByRole('row', { name: /Legal check/ }).click();
    await page.getByRole('link', { name: `instance ${key}` }).waitFor();
    await page.locator('header').getByText('Terminated').waitFor();
  });

  it('should find instances by what their address says, and go on by keyboard', async () => {
    const key = await startInstance(baton.server, 'order-fulfillment', { ...order, orderId: 'FIND-ME' });
    const page = await baton.open('/operations?variable=orderId&value=FIND-ME');
    const row = page.getByRole('row', { name: new RegExp(key) });
    await row.waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await row.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/operations/instances/${key}`));

    await page.goto('/operations');
    await page.getByLabel('Instance key').fill(key);
    await page.keyboard.press('Enter');
    await page.waitForURL(/key=/);
    await row.waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page
      .getByRole('row', { name: /Contract approval/ })
      .first()
      .waitFor();
  });

  it('should turn pages in both directions', async () => {
    await Promise.all(Array.from({ length: 55 }, () => startInstance(baton.server, 'legal-check')));
    const page = await baton.open('/operations?process=legal-check&version=1');
    const rows = page.getByRole('table', { name: 'Process instances' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(50);
    const first = await rows.first().getAttribute('aria-label');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => rows.count()).toBeLessThan(50);
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => rows.count()).toBe(50);
    expect(await rows.first().getAttribute('aria-label')).toBe(first);
  });

  it.each(['light', 'dark'] as const)(
    'should keep the bpmn.io logo visible on a phone in the %s theme',
    async (colorScheme) => {
      const key = await startInstance(baton.server, 'order-fulfillment', order);
      const page = await baton.open(`/operations/instances/${key}`, {
        colorScheme,
        viewport: { width: 390, height: 844 },
      });
      const logo = page.locator('.bjs-powered-by');
      await logo.waitFor();
      const seen = await logo.evaluate((node) => {
        const box = node.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return {
          isOnTop: top !== null && (node === top || node.contains(top)),
          background: getComputedStyle(node).backgroundColor,
        };
      });
      expect(seen).toEqual({ isOnTop: true, background: 'rgb(255, 255, 255)' });
      await page.getByRole('tab', { name: 'Elements' }).click();
      await page.getByRole('button', { name: /Charge card/ }).click();
      await page.getByRole('tab', { name: 'Variables' }).click();
      await page.getByText('belong to Charge card alone').waitFor();
    },
  );
});
