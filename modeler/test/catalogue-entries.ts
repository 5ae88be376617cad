import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const languageFolder = join(import.meta.dirname, '..', 'src', 'language');

/** One entry of a catalogue, with the file that it is from. */
export interface CatalogueEntry {
  readonly file: string;
  readonly key: string;
  readonly value: string;
}

/** The entries of one catalogue; `path` begins in `catalogues`. */
export const catalogueAt = (path: string): readonly CatalogueEntry[] => {
  const file = join(languageFolder, 'catalogues', path);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.entries(catalogue).map(([key, value]) => ({ file: relative(languageFolder, file), key, value }));
};

/** The entries of all catalogues of one part of a language: `app` for our texts, `canvas` for those of the editors' packages, `problems` for what is said about models, `examples` for those of the gallery. */
export const entriesOf = (
  language: string,
  part: 'app' | 'canvas' | 'problems' | 'examples',
): readonly CatalogueEntry[] =>
  readdirSync(join(languageFolder, 'catalogues', language, part))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => catalogueAt(join(language, part, name)));
