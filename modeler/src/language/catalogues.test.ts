import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueAt, entriesOf } from '../../test/catalogue-entries';
import { textsOf } from '../../test/texts-of-source';

const sourceFolder = join(import.meta.dirname, '..');
const languages = ['de', 'fr', 'es'] as const;

const sources = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
  .map((path) => ({ path, ...textsOf(join(sourceFolder, path), readFileSync(join(sourceFolder, path), 'utf8')) }));

const used = new Map(sources.flatMap(({ path, texts }) => texts.map((text) => [text, path] as const)));

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{[^}]+\}\}|<\/?\w+\s*\/?>/g)].map(([found]) => found.replace(/\s/g, '')).sort();

const isCounted = (text: string): boolean => /\{\{count\b/.test(text);

/** The keys that a language needs for one text: one for each of its plural forms where something is counted. */
const keysOf = (text: string, language: string): readonly string[] =>
  isCounted(text)
    ? new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${text}_${form}`)
    : [text];

describe('the texts of the web app', () => {
  it('should be found in its source', () => {
    expect(used.size).toBeGreaterThan(20);
  });

  it('should be written out where they are translated, so that this test can find them', () => {
    expect(sources.flatMap(({ path, dynamic }) => dynamic.map((line) => `${path}:${line}`))).toEqual([]);
  });

  it('should be translated wherever they are shown', () => {
    expect(sources.flatMap(({ path, bare }) => bare.map(({ line, text }) => `${path}:${line} ${text}`))).toEqual([]);
  });

  it('should have their singulars in English', () => {
    const singulars = catalogueAt('en/plurals.json').map(({ key }) => key);
    expect(singulars.sort()).toEqual(
      [...used.keys()]
        .filter(isCounted)
        .map((text) => `${text}_one`)
        .sort(),
    );
  });

  describe.each(languages)('in %s', (language) => {
    const entries = entriesOf(language, 'app');
    const wanted = new Map(
      [...used].flatMap(([text, path]) => keysOf(text, language).map((key) => [key, { text, path }] as const)),
    );

    it('should all be there', () => {
      const there = new Set(entries.map(({ key }) => key));
      expect([...wanted].filter(([key]) => !there.has(key)).map(([key, { path }]) => `${path}: ${key}`)).toEqual([]);
    });

    it('should be there once, and none that nobody shows', () => {
      const keys = entries.map(({ key }) => key);
      expect(entries.filter(({ key }, at) => !wanted.has(key) || keys.indexOf(key) !== at)).toEqual([]);
    });

    it('should keep values and marks', () => {
      const broken = entries.filter(({ key, value }) => {
        const text = wanted.get(key)?.text ?? '';
        // A singular may say "one" in words.
        const missing = placeholders(text).filter((part) => !(isCounted(text) && part.startsWith('{{count')));
        return value === '' || missing.some((part) => !placeholders(value).includes(part));
      });
      expect(broken).toEqual([]);
    });
  });
});
