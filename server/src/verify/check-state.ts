import { isDeepStrictEqual } from 'node:util';
import { snapshotState } from '@baton/engine';
import type { InstanceState } from '@baton/engine';
import type { Findings } from './findings.ts';

/** I3: what the journal folds to is what the rows say, in every part of the state. */
export const checkState = (findings: Findings, folded: InstanceState, stored: InstanceState): void => {
  // As JSON: that is what both are by nature.
  const expected: unknown = JSON.parse(JSON.stringify(snapshotState(folded)));
  const found: unknown = JSON.parse(JSON.stringify(snapshotState(stored)));
  const place = firstDifference(expected, found, '');
  if (place === null) return;
  findings.add(
    'I3',
    stored.key,
    `expected ${place.path} to be ${shown(place.expected)} by the journal, found ${shown(place.found)} in the rows.`,
  );
};

/** Where two JSON values differ first, going inward as far as both have the same shape; null when they are equal. */
const firstDifference = (
  expected: unknown,
  found: unknown,
  path: string,
): { readonly path: string; readonly expected: unknown; readonly found: unknown } | null => {
  if (isDeepStrictEqual(expected, found)) return null;
  if (isContainer(expected) && isContainer(found)) {
    const names = Object.keys(expected);
    if (isDeepStrictEqual(names, Object.keys(found))) {
      for (const name of names) {
        const inside = firstDifference(expected[name], found[name], path === '' ? name : `${path}.${name}`);
        if (inside !== null) return inside;
      }
    }
  }
  return { path: path === '' ? 'the state' : path, expected, found };
};

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
};
