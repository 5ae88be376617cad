import { chosenLanguage, keepLanguage, type Language } from '../../language/languages';

/**
 * Shows the app in another language from now on; null goes by the browser. The page is loaded anew, as texts are made while modules are loaded: editors
 * keep what is being edited when the page goes, and have it again afterwards.
 */
export function changeLanguage(language: Language | null): void {
  if (language === chosenLanguage()) return;
  keepLanguage(language);
  window.location.reload();
}
