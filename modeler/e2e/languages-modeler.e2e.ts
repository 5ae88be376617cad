import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pad } from './harness/draw';
import { useBaton } from './harness/use-baton';

const baton = useBaton();
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** Opens a fixture as a draft in a browser that asks for Spanish. */
async function openInSpanish(kind: 'bpmn' | 'dmn', name: string): Promise<Page> {
  return openDraft(kind, name, await readFile(join(fixtures, kind, `${name}.${kind}`), 'utf8'));
}

async function openDraft(kind: string, name: string, content: string): Promise<Page> {
  const { draftId } = await baton.server.call<{ readonly draftId: string }>('POST', '/ext/drafts', {
    name,
    kind,
    content,
  });
  return baton.open(`/modeler/${draftId}`, { locale: 'es-ES' });
}

/** All that can be read or heard of an editor: its text, and the names and explanations of what has no text. */
async function wordsOf(page: Page): Promise<string> {
  const main = page.getByRole('main');
  // What the simulation has written shows once it is on.
  const named = main.locator(':is([title], [aria-label], [placeholder]):not([class^="bts-"], [class^="bts-"] *)');
  const names = await named.evaluateAll((nodes) =>
    nodes.flatMap((node) => ['title', 'aria-label', 'placeholder'].map((name) => node.getAttribute(name) ?? '')),
  );
  return [await main.innerText(), ...names].join('\n');
}

describe('the modeler in another language', () => {
  it('should draw with menus, panels and problems that speak it, by mouse and by key', async () => {
    const page = await openInSpanish('bpmn', 'service-task');
    await page.locator('.djs-shape[data-element-id="s"]').click();
    await page.locator('.djs-palette').getByRole('button', { name: 'Crear tarea' }).waitFor();
    await page.locator('.djs-context-pad.open').getByTitle('Añadir compuerta').waitFor();
    await pad(page, 'append.append-task').click();
    await page.locator('.djs-direct-editing-content').waitFor();
    await page.keyboard.press('Escape');

    const panel = page.getByRole('region', { name: 'Propiedades' });
    const type = panel.locator('.bio-properties-panel-header-type');
    await pad(page, 'replace').click();
    await page.locator('.djs-popup').getByText('Cambiar elemento').waitFor();
    await page.keyboard.type('usuario');
    await page.locator('.djs-popup .entry').getByText('Tarea de usuario', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => type.textContent()).toBe('Tarea de usuario');
    await panel.getByText('Asignación', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Problemas' }).click();
    await page.getByRole('region', { name: 'Problemas' }).waitFor();

    const words = await wordsOf(page);
    expect(words).toContain('Desplegar');
    expect(words).toContain('Formulario');
    expect(words).not.toMatch(
      /\b(Undo|Redo|Deploy|Start|Play|Saved|Create|Append|General [a-z]|Assignment|Template|User)\b/,
    );

    await page.locator('.djs-shape[data-element-id="s"]').click();
    await page.keyboard.press('a');
    await page.locator('.djs-popup').getByText('Añadir elemento').waitFor();
  });

  it('should show requirements and tables that speak it', async () => {
    const page = await openInSpanish('dmn', 'hit-policies');
    await page.locator('.djs-palette').getByRole('button', { name: 'Crear decisión' }).waitFor();
    await page.getByRole('tab', { name: 'unique' }).click();
    await page.getByText('Política de aciertos:').waitFor();
    const words = await wordsOf(page);
    for (const word of ['Si', 'Entonces', 'Anotaciones', 'Requisitos', 'Probar', 'Comprobar', 'Desplegar'])
      expect(words).toMatch(new RegExp(`^${word}$`, 'm'));
    expect(words).not.toMatch(/\b(Hit policy|When|Then|Annotations|Add rule|Try|Check|Undo|Requirements)\b/);
    await page.locator('td.input-cell').first().click({ button: 'right' });
    await page.getByText('Añadir regla abajo').waitFor();
  });

  it('should edit forms in it, and leave what people wrote as it is', async () => {
    const components = [{ type: 'textfield', id: 'Field_1', key: 'name', label: 'Required' }];
    const page = await openDraft('form', 'words', JSON.stringify({ type: 'default', id: 'words', components }));
    const palette = page.locator('.fjs-palette-container');
    await palette.getByPlaceholder('Buscar componentes').fill('casilla');
    await palette.getByTitle('Crear un elemento Casilla', { exact: true }).waitFor();
    await page.locator('.fjs-form-field-textfield').first().click();
    const panel = page.locator('.fjs-properties-container');
    await expect.poll(() => panel.locator('.bio-properties-panel-header-type').textContent()).toBe('Campo de texto');
    expect(await panel.locator('.bio-properties-panel-header-label').textContent()).toBe('Required');
    await panel.getByText('Validación', { exact: true }).click();
    await panel.getByLabel('Obligatorio').waitFor();
    await panel.getByText('General', { exact: true }).click();
    await panel.getByLabel('Clave', { exact: true }).fill('');
    await panel.getByText('No puede estar vacío').waitFor();
    const words = [await palette.innerText(), await panel.innerText()].join('\n');
    expect(words).not.toMatch(/\b(Field|Label|Validation|Appearance|Condition|Layout|Create|Minimum)\b/);
  });
});
