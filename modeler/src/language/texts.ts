import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import english from './catalogues/en/plurals.json';
import type { Language } from './languages';

const texts = i18next.createInstance();
void texts.use(initReactI18next).init({
  lng: 'en',
  // English is written in the code; its catalogue has the singulars only.
  resources: { en: { translation: english } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  fallbackLng: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

/** Words of bpmn-js, dmn-js and their panels, by their English text; none for English. */
let canvasWords: ReadonlyMap<string, string> = new Map();

/** What is said about models, by its English text with `{1}`, `{2}`, … for the values; none for English. */
export let problemTexts: ReadonlyMap<string, string> = new Map();

/** Names and descriptions of the examples that the server brings along, by their English text. */
let exampleTexts: ReadonlyMap<string, string> = new Map();

/** What the server says of an example, in the language that is shown. */
export const exampleText = (text: string): string => exampleTexts.get(text) ?? text;

/** The language that is shown, for `Intl` and the `lang` of the document. It is set before the app is loaded and stays until the page is loaded anew. */
export let language: Language = 'en';

/**
 * A text of the web app in the language that is shown. The English text is the key; `{{name}}` stands for a value, and `{{count}}` chooses singular or
 * plural. Catalogues are in `catalogues/`; a test finds what is missing there, so the text has to be written out at the call.
 */
export const t = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  texts.t(text, values);

/**
 * A text as it is written in a sentence: the panel calls `Event Based Gateway` and `Start Event (Non Interrupting)` what the menus call
 * `Event-based gateway` and `Start event (non-interrupting)`.
 */
export const inSentenceCase = (text: string): string =>
  `${text.charAt(0)}${text.slice(1).toLowerCase()}`
    .replace('vent based', 'vent-based')
    .replace('sub process', 'sub-process')
    .replace('ad hoc', 'ad-hoc')
    .replace('non interrupting', 'non-interrupting');

/** A text of the canvas and its panels, whose placeholders have one brace. What has no translation stays English. */
export const canvasText = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  (canvasWords.get(text) ?? canvasWords.get(inSentenceCase(text)) ?? text).replace(
    /\{([^}]+)\}/g,
    (whole, name: string) => values[name.trim()] ?? whole,
  );

const catalogues = {
  de: () => import('./catalogues/de'),
  fr: () => import('./catalogues/fr'),
  es: () => import('./catalogues/es'),
} as const;

/** Shows the app in a language. To be called once, before anything that has texts is loaded. */
export async function speak(next: Language): Promise<void> {
  document.documentElement.lang = next;
  if (next === 'en') return;
  const { appTexts, canvasTexts, ...served } = await catalogues[next]();
  texts.addResourceBundle(next, 'translation', appTexts);
  canvasWords = new Map(Object.entries(canvasTexts));
  problemTexts = new Map(Object.entries(served.problemTexts));
  exampleTexts = new Map(Object.entries(served.exampleTexts));
  language = next;
  await texts.changeLanguage(next);
}
