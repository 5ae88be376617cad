import { beforeAll, describe, expect, it } from 'vitest';
import { inLanguage } from '../../../../test/in-language';

let formEditorText: (text: string) => string;

describe('the texts of the form editor', () => {
  beforeAll(async () => {
    ({ formEditorText } = await inLanguage('de', () => import('./translate-form-editor')));
  });

  it('should be replaced to the letter only', () => {
    expect(formEditorText('Field label')).toBe('Feldbeschriftung');
    expect(formEditorText('Field label of mine')).toBe('Field label of mine');
  });

  it('should keep the values in them, in the language too where they are words of it', () => {
    expect(formEditorText('Should be at least 3.')).toBe('Muss mindestens 3 sein.');
    expect(formEditorText('Create an Image view element')).toBe('Bild hinzufügen');
    expect(formEditorText('Remove Textfeld')).toBe('Textfeld entfernen');
    expect(formEditorText('List contains 3 items')).toBe('Die Liste hat 3 Einträge');
  });

  it('should be translated paragraph by paragraph', () => {
    const text = '"Static" defines a constant, predefined set of form options.\n\nMine';
    expect(formEditorText(text)).toBe('„Fest“ legt die Optionen unveränderlich fest.\n\nMine');
  });
});
