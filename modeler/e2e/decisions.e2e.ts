import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { saved } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

const discounts = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="shop" name="Shop" namespace="http://baton.example/e2e">
  <decision id="discount" name="Discount">
    <decisionTable id="t" hitPolicy="FIRST">
      <input id="i" label="Amount"><inputExpression id="e" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="o" label="Percent" name="percent" typeRef="number" />
      <rule id="r1"><inputEntry id="c1"><text>&gt;= 1000</text></inputEntry><outputEntry id="d1"><text>10</text></outputEntry></rule>
      <rule id="r2"><inputEntry id="c2"><text></text></inputEntry><outputEntry id="d2"><text>0</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="discount"><dc:Bounds height="80" width="180" x="160" y="120" /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;

interface Draft {
  readonly draftId: string;
  readonly content: string;
}

describe('the decision editor', () => {
  it('should show the requirements and the table, try rows, light the rules that match, and follow every edit', async () => {
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Discounts',
      kind: 'dmn',
      content: discounts,
    });
    const page = await baton.open(`/modeler/${draftId}`);
    await page.locator('.djs-shape[data-element-id="discount"]').waitFor();
    await page.getByRole('tab', { name: 'Discount' }).click();
    await page.locator('td[data-row-id="r1"]').first().waitFor();

    await page.getByRole('button', { name: 'Try' }).click();
    const panel = page.getByRole('region', { name: 'Try the decision' });
    await panel.getByLabel('amount, row 1').fill('1500');
    await panel.getByRole('cell', { name: '10', exact: true }).waitFor();
    const background = (rule: string): Promise<string> =>
      page
        .locator(`td[data-row-id="${rule}"]`)
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    await expect.poll(async () => (await background('r1')) !== (await background('r2'))).toBe(true);

    await panel.getByRole('button', { name: 'Add a row' }).click();
    await panel.getByLabel('amount, row 2').fill('20');
    await panel.getByRole('cell', { name: '0', exact: true }).waitFor();

    // The table is edited: the same row gives something else, and the file is saved by itself.
    await page.locator('td[data-element-id="d1"]').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('25');
    await panel.getByLabel('amount, row 1').click();
    await panel.getByRole('cell', { name: '25', exact: true }).waitFor();
    await saved(page);
    expect((await baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`)).content).toContain('<text>25</text>');

    // Each key was an edit.
    const undone = panel.getByRole('cell', { name: '10', exact: true });
    for (let times = 0; times < 4 && !(await undone.isVisible()); times += 1) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.waitForTimeout(900);
    }
    await undone.waitFor();
    await panel.getByLabel('amount, row 1').fill('[1');
    await panel
      .getByText(/Expected/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Deploy' }).click();
    await page.getByText('Deployed Discounts').waitFor();
    const found = await baton.server.call<{ items: { name: string }[] }>('POST', '/v2/decision-definitions/search', {});
    expect(found.items.map(({ name }) => name)).toEqual(['Discount']);
  });

  it('should edit the properties of what is chosen in the requirements, each as a step to undo', async () => {
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Described',
      kind: 'dmn',
      content: discounts,
    });
    const content = async (): Promise<string> =>
      (await baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`)).content;
    const page = await baton.open(`/modeler/${draftId}`, { locale: 'de-DE' });
    const panel = page.getByRole('region', { name: 'Eigenschaften' });
    await panel.locator('.bio-properties-panel-header-type').getByText('Datei').waitFor();
    const shape = page.locator('.djs-shape[data-element-id="discount"]');
    await shape.click();
    await panel.locator('.bio-properties-panel-header-type').getByText('Entscheidung').waitFor();
    await panel.getByLabel('Name', { exact: true }).fill('Rabatt');
    await shape.getByText('Rabatt').waitFor();
    await panel.getByLabel('Versions-Tag').fill('v7');
    await panel.getByLabel('Frage').fill('Wie viel weniger?');
    // Leaving the field hands over what is typed.
    await panel.getByLabel('Frage').blur();
    await expect.poll(content).toContain('Wie viel weniger?');
    expect(await content()).toMatch(
      /<decision id="discount" name="Rabatt">\s*<extensionElements>\s*<zeebe:versionTag value="v7" \/>/,
    );

    const undo = page.getByRole('button', { name: 'Rückgängig' });
    await undo.click();
    await expect.poll(() => panel.getByLabel('Frage').inputValue()).toBe('');
    await undo.click();
    await expect.poll(() => panel.getByLabel('Versions-Tag').inputValue()).toBe('');

    // Tables have no such panel; it comes back with the requirements.
    await page.getByRole('tab', { name: 'Rabatt' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Anforderungen' }).click();
    await shape.click();
    await expect.poll(() => panel.getByLabel('Name', { exact: true }).inputValue()).toBe('Rabatt');
  });

  it('should begin with a table, and keep the trials with the draft', async () => {
    const page = await baton.open('/modeler');
    await page.getByRole('button', { name: 'New decision' }).first().click();
    await page.getByRole('tab', { name: 'New decision' }).click();
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByLabel('input, row 1').fill('gold');
    await page.reload();
    await page.getByRole('tab', { name: 'New decision' }).click();
    await expect.poll(() => page.getByLabel('input, row 1').inputValue()).toBe('gold');
  });

  it('should be commented rule by rule, with numbers and links that lead there', async () => {
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Commented',
      kind: 'dmn',
      content: discounts,
    });
    const { commentKey } = await baton.server.call<{ readonly commentKey: string }>(
      'POST',
      `/ext/drafts/${draftId}/comments`,
      { text: 'Why ten?', elementId: 'r1', elementName: 'Rule 1' },
    );
    const page = await baton.open(`/modeler/${draftId}?comment=${commentKey}`);
    const panel = page.getByRole('complementary', { name: 'Comments' });
    await panel.getByText('Why ten?').waitFor();
    const first = page.locator('td.rule-index[data-row-id="r1"]');
    await first.locator('.b-rule-chosen').waitFor({ state: 'attached' });
    await first.getByRole('button', { name: '1 open comment' }).waitFor();

    await page.locator('td[data-element-id="c2"]').click();
    await panel.getByRole('textbox', { name: 'Comment on “Rule 2”' }).fill('And the rest?');
    await page.keyboard.press('ControlOrMeta+Enter');
    const second = page.locator('td.rule-index[data-row-id="r2"] button');
    await second.waitFor();
    // About the decision again; the number leads back to the rule.
    await page.getByText('Amount', { exact: true }).first().click();
    await panel.getByRole('textbox', { name: 'Comment on “Discount”' }).waitFor();
    await second.click();
    await panel.getByRole('textbox', { name: 'Comment on “Rule 2”' }).waitFor();
    await panel.getByText('And the rest?').waitFor();
  });

  it('should list gaps and overlaps of the rules, and light what a finding is about', async () => {
    const content = discounts.replace(' hitPolicy="FIRST"', '').replace('<text></text>', '<text>[0..1000]</text>');
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Checked',
      kind: 'dmn',
      content,
    });
    const page = await baton.open(`/modeler/${draftId}`);
    await page.getByRole('tab', { name: 'Discount' }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    const panel = page.getByRole('region', { name: 'Check of the table' });
    await panel.getByRole('button', { name: 'No rule matches Amount: < 0' }).waitFor();
    await panel.getByRole('button', { name: 'Rules 1 and 2 match the same Amount: 1000' }).click();
    const first = page.locator('td[data-row-id="r1"]').first();
    await expect
      .poll(() => first.evaluate((cell) => getComputedStyle(cell).backgroundColor))
      .not.toMatch(/255, 255, 255|0, 0, 0, 0/);
  });

  it('should give pictures and spreadsheets, and take rules from a spreadsheet as one step to undo', async () => {
    const { draftId } = await baton.server.call<Draft>('POST', '/ext/drafts', {
      name: 'Discounts',
      kind: 'dmn',
      content: discounts,
    });
    const content = async (): Promise<string> =>
      (await baton.server.call<Draft>('GET', `/ext/drafts/${draftId}`)).content;
    const page = await baton.open(`/modeler/${draftId}`);
    await page.locator('.djs-shape[data-element-id="discount"]').waitFor();

    const file = async (item: string): Promise<string> => {
      await page.getByRole('button', { name: 'Download' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      return download.path();
    };
    const take = async (chosen: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
      await page.getByRole('button', { name: 'Download' }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('menuitem', { name: 'Take rules from Excel or CSV' }).click(),
      ]);
      await chooser.setFiles(chosen);
    };

    // The requirements are pictures.
    expect(await readFile(await file('SVG picture'), 'utf8')).toMatch(/<svg[^]*>Discount</);
    expect((await readFile(await file('PNG picture'))).subarray(1, 4).toString()).toBe('PNG');

    await page.getByRole('tab', { name: 'Discount' }).click();
    await page.locator('td[data-row-id="r1"]').first().waitFor();

    // Its own file again, below its rules: the columns are the same.
    await take(await file('Excel sheet of this table'));
    await page.getByText('Add below the rules').click();
    await page.getByRole('button', { name: 'Add 2 rules' }).click();
    await expect.poll(async () => (await content()).match(/<rule /g)?.length).toBe(4);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await content()).match(/<rule /g)?.length).toBe(2);

    // What somebody wrote without knowing Baton: words get quotes, a column is left out, the table has other columns then.
    const csv = 'Season;Guests;Dish;Price;Notes\nWinter;8;Stew;12;warm\nSummer, Spring;> 8;Salad;9;\n';
    await take({ name: 'dishes.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('dialog').getByText('"Summer", "Spring"').waitFor();
    await page.getByRole('combobox', { name: 'What column Price is' }).click();
    await page.getByRole('option', { name: 'Leave out' }).click();
    await page.getByRole('combobox', { name: 'What column Dish is' }).click();
    await page.getByRole('option', { name: 'Output' }).click();
    await page.getByRole('button', { name: 'Replace by 2 rules' }).click();
    await page.getByText('"Salad"').waitFor();
    await expect.poll(content).toContain('<description>warm</description>');
    const taken = await content();
    expect(taken).toMatch(/<output id="\w+" label="Dish" name="dish" typeRef="string"/);
    expect(taken).toMatch(/<inputExpression id="\w+" typeRef="number">\s*<text>guests<\/text>/);
    expect(taken).not.toContain('Price');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(content).toContain('<text>amount</text>');
    expect(await content()).not.toContain('Stew');
  });
});
