import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const examples = join(import.meta.dirname, '..', '..', 'fixtures', 'examples');

interface Example {
  readonly name: string;
  readonly description: string;
  readonly elements: readonly string[];
}

/** What the gallery says of the examples: names, descriptions, and what each shows. */
export const textsOfExamples = (): ReadonlySet<string> =>
  new Set(
    readdirSync(examples, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => JSON.parse(readFileSync(join(examples, name, 'example.json'), 'utf8')) as Example)
      .flatMap(({ name, description, elements }) => [name, description, ...elements]),
  );
