import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deployExample, startInstance } from './harness/deploy';
import { useBaton } from './harness/use-baton';

const baton = useBaton();

let instanceKey = '';
beforeAll(async () => {
  await deployExample(baton.server, 'leave-request');
  instanceKey = await startInstance(baton.server, 'leave-request', { employee: 'Ann', days: 2, reason: 'x' });
});

/** Words of the app that neither German nor the example processes have. */
const english =
  /\b(this|that|yet|from|Search|Cancel|Completed|Active|Started|Incidents?|Columns|Sort|Show|Users|Groups|Settings|Unassigned|Claim|Complete|Elements?|Previous|Next|All|User task|Start event|ago|Language|Theme)\b/;

/** Everything that a person reads or hears on a page. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, ...document.body.innerText.split('\n'), ...named].filter((text) => text.trim() !== '');
  });
}

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

describe('the languages of the web app', () => {
  it('should begin with what the browser asks for, keep a choice and go back', async () => {
    const page = await baton.open('/', { locale: 'de-AT' });
    await page.getByRole('navigation').getByRole('link', { name: 'Betrieb', exact: true }).waitFor();
    expect(await languageOf(page)).toBe('de');

    await page.getByRole('button', { name: 'Sprache' }).click();
    await page.getByRole('menuitem', { name: 'Français' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Exploitation', exact: true }).waitFor();
    expect(await languageOf(page)).toBe('fr');
    await page.getByRole('button', { name: 'Langue' }).click();
    const french = page.getByRole('menuitem', { name: 'Français' });
    await french.waitFor();
    expect(await french.getAttribute('aria-current')).toBe('true');
    await page.getByRole('menuitem', { name: 'Langue du navigateur' }).click();
    await page.getByRole('heading', { name: 'Zu beheben' }).waitFor();
    expect(await languageOf(page)).toBe('de');
  });

  it('should have no English left over, in forms neither', async () => {
    const page = await baton.open('/tasklist', { locale: 'de-DE' });
    const expectGerman = async (place: string) =>
      expect([place, ...(await wordsOf(page)).filter((text) => english.test(text))]).toEqual([place]);
    await page.locator('a[data-task]').first().waitFor();
    await expectGerman('tasks');

    await page.getByRole('button', { name: 'Prozess starten' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Leave request/ }).click();
    await dialog.locator('[data-form="open"]').waitFor();
    await dialog.getByPlaceholder('tt.mm.jjjj').waitFor();
    await dialog.getByRole('button', { name: 'Starten', exact: true }).click();
    await dialog.getByText('Dieses Feld ist auszufüllen.').first().waitFor();
    await dialog.getByText('Einige Felder stimmen noch nicht').waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await dialog.waitFor({ state: 'detached' });

    const rail = page.getByRole('navigation', { name: 'Hauptnavigation' });
    await rail.getByRole('link', { name: 'Betrieb' }).click();
    const row = page.getByRole('row', { name: new RegExp(`Instanz ${instanceKey}`) });
    await row.waitFor();
    await expectGerman('instances');
    await row.press('Enter');
    await page.locator('[data-diagram="open"]').waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    await page.getByText('Die Instanz wurde gestartet').waitFor();
    await expectGerman('an instance');

    await rail.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('link', { name: 'Audit-Protokoll' }).click();
    await page.getByText('Keine Einträge').waitFor();
    await expectGerman('administration');
  });
});
