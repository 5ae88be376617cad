import { typeInWords } from '../../../shared/diagram/element-words';
import { canvasText, language, problemTexts } from '../../../language/texts';

/*
 * The engine and the linter say what is wrong as finished English sentences, which the API, the command line and the log show as they are. Instead of
 * handing every value over a second time beside its sentence, from a hundred places and through the API, the sentence is recognized here by the
 * template that it was made of. The templates are the keys of the catalogues in `language/catalogues/…/problems`, and a test reads them from the source
 * of the engine and of the linter, so that none drifts. What is not recognized stays English.
 */

interface Template {
  readonly pattern: RegExp;
  readonly translation: string;
  /** Values in quotes, by their number: names and ids that people gave, which are not translated. */
  readonly quoted: ReadonlySet<string>;
  /** Characters that are no values: the more, the surer. */
  readonly length: number;
}

/** Longer texts are not looked at: patterns take long on them, and nothing that we say is that long. */
const maxLength = 1_500;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function templateOf([key, translation]: readonly [string, string]): Template {
  const parts = key.split(/\{\d\}/);
  // The linter writes "A" or "An" before the name of an element.
  const literal = parts.map((part) => escaped(part).replace(/\bA <$/, '[Aa]n? <'));
  return {
    pattern: new RegExp(`^${literal.join('(.*?)')}$`, 's'),
    translation,
    quoted: new Set([...key.matchAll(/'\{(\d)\}'/g)].map(([, number = '']) => number)),
    length: parts.join('').length,
  };
}

const templates: readonly Template[] = [...problemTexts]
  .filter(([key]) => key.includes('{1}'))
  .map(templateOf)
  .sort((a, b) => b.length - a.length);

/** `service task 'Pay' (pay)`, as the engine calls an element. */
const element = /^([a-z]+(?: [a-z]+){0,4})( '.*')? \(([^()\s]+)\)$/is;

function elementInWords(text: string): string | null {
  const [, type = '', name = '', id = ''] = element.exec(text) ?? [];
  if (type === '') return null;
  const words = typeInWords(type);
  if (words.toLowerCase() === type.toLowerCase() && language !== 'en') return null;
  const isFirst = type.charAt(0) !== type.charAt(0).toLowerCase();
  const said = isFirst || language === 'de' ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return `${said}${name} (${id})`;
}

/** A value within a sentence: an element, a text of ours, or the name of a type. */
function valueInWords(value: string): string {
  const text = value.trim();
  if (text === '') return '';
  const words = elementInWords(text) ?? translated(text);
  const known = words === text && /^[A-Z]/.test(text) ? canvasText(text) : words;
  return value.replace(text, () => known);
}

function translated(text: string): string {
  const whole = problemTexts.get(text);
  if (whole !== undefined) return whole;
  for (const { pattern, translation, quoted } of templates) {
    const found = pattern.exec(text);
    if (found === null) continue;
    return translation.replace(/\{(\d)\}/g, (_, number: string) => {
      const value = found[Number(number)] ?? '';
      return quoted.has(number) ? value : valueInWords(value);
    });
  }
  return text;
}

/** What is wrong with a model, in the language of the app. */
export function problemText(message: string): string {
  return problemTexts.size === 0 || message.length > maxLength ? message : translated(message);
}
