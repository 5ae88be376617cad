import { feelFamily } from './families/feel.ts';
import { filtersFamily } from './families/filters.ts';
import { injectionFamily } from './families/injection.ts';
import { restFamily } from './families/rest.ts';
import { xmlFamily } from './families/xml.ts';
import type { Family, FamilyName } from './fuzz-case.ts';

/** Makes a family; each has its own memory of what it has seen. */
export const families: Readonly<Record<FamilyName, () => Family>> = {
  xml: xmlFamily,
  feel: feelFamily,
  rest: restFamily,
  filters: filtersFamily,
  injection: injectionFamily,
};
