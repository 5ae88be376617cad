import type { ModdleElement } from '../model/moddle.ts';
import { nameOf } from './dmn-context.ts';

/** What is no plain name in FEEL: operators and other signs between letters, or words of the language. */
const isUnusual = (name: string): boolean =>
  /[^\p{L}\p{N}_ ]/u.test(name) ||
  /(^| )(and|or|in|between|if|then|else|for|return|some|every|satisfies|not)( |$)/.test(name);

/**
 * All names of a file that FEEL can tell from expressions only when it knows them: of decisions, variables, parameters, entries and components.
 * The depth of the walk is bounded by that of the XML.
 */
export const collectKnownNames = (definitions: ModdleElement): readonly string[] => {
  const names = new Set<string>();
  const visit = (element: ModdleElement): void => {
    const name = nameOf(element);
    if (name !== undefined && isUnusual(name)) names.add(name);
    for (const [property, value] of Object.entries(element)) {
      if (property === 'dmnDI' || property.startsWith('$')) continue;
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) if (isElement(each)) visit(each);
    }
  };
  visit(definitions);
  return [...names];
};

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
