/** The languages of the web app, each under the name that its speakers give it. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' } as const;

export type Language = keyof typeof languages;

const storageKey = 'baton-language';

const isLanguage = (text: string | null | undefined): text is Language =>
  text != null && Object.prototype.hasOwnProperty.call(languages, text);

/** What the person chose in this browser; null as long as the browser's own languages decide. */
export function chosenLanguage(): Language | null {
  try {
    const stored = window.localStorage.getItem(storageKey);
    return isLanguage(stored) ? stored : null;
  } catch {
    // Storage may be forbidden; the browser's languages then decide.
    return null;
  }
}

/** Keeps a choice for the next time that the page is loaded; null goes back to the browser's languages. */
export function keepLanguage(language: Language | null): void {
  if (language === null) window.localStorage.removeItem(storageKey);
  else window.localStorage.setItem(storageKey, language);
}

/**
 * The first of the wanted languages that there is, in the order of preference; English where there is none.
 * `wanted` are BCP 47 tags such as `de-AT`.
 */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

/** The language for this browser: the choice, else the best of what the browser asks for. */
export const preferredLanguage = (): Language => chosenLanguage() ?? bestLanguage(navigator.languages);
