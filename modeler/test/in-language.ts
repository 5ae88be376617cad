import { vi } from 'vitest';
import type { Language } from '../src/language/languages';

/**
 * Loads a module of the app as it is in a language, beside the English ones that other tests of the same run have loaded: the language of a page
 * is chosen once, before anything else is loaded.
 */
export async function inLanguage<Module>(language: Language, load: () => Promise<Module>): Promise<Module> {
  vi.resetModules();
  // The language is told to the document, too; there is none here.
  vi.stubGlobal('document', { documentElement: {} });
  const { speak } = await import('../src/language/texts');
  await speak(language);
  vi.unstubAllGlobals();
  const module = await load();
  vi.resetModules();
  return module;
}
