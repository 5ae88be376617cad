import german from 'bpmn-js-i18n/translations/de';
import spanish from 'bpmn-js-i18n/translations/es';
import french from 'bpmn-js-i18n/translations/fr';
import { describe, expect, it } from 'vitest';
import { inSentenceCase } from './texts';
import { entriesOf } from '../../test/catalogue-entries';
import { wordsOfPackages } from '../../test/words-of-packages';

const words = wordsOfPackages();
const spoken = new Set([...words].flatMap((text) => [text, inSentenceCase(text)]));

/** What the community translated. */
const communities = { de: german, fr: french, es: spanish } as const;

const placeholders = (text: string): readonly string[] => (text.match(/\{[^}]+\}/g) ?? []).sort();

describe('the words of the canvas and its panels', () => {
  it('should be found in the packages', () => {
    expect([...words]).toEqual(
      expect.arrayContaining([
        'Create pool/participant',
        'User task',
        'Message Start Event (Non Interrupting)',
        'Input mapping',
        'Participant ID',
        'Click to set a dynamic value with FEEL expression',
        'Set color',
        'Open minimap',
        'Choose element template',
        'Add rule below',
        'Rule order',
      ]),
    );
  });

  it('should be without what only Camunda 7 has', () => {
    expect([...words].filter((text) => /asynchronous|delegate|candidate starter/i.test(text))).toEqual([]);
  });

  describe.each(['de', 'fr', 'es'] as const)('in %s', (language) => {
    const ours = entriesOf(language, 'canvas');
    const known = new Set([...Object.keys(communities[language]), ...ours.map(({ key }) => key)]);

    it('should all be there', () => {
      expect([...words].filter((text) => !known.has(text) && !known.has(inSentenceCase(text)))).toEqual([]);
    });

    it('should be there once, and none that no package shows', () => {
      const texts = ours.map(({ key }) => key);
      expect(ours.filter(({ key }, at) => !spoken.has(key) || texts.indexOf(key) !== at)).toEqual([]);
    });

    it('should keep values', () => {
      expect(
        ours.filter(({ key, value }) => placeholders(key).join() !== placeholders(value).join() || value === ''),
      ).toEqual([]);
    });
  });
});
