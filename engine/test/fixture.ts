import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The XML of a drawn behavior, by its name in `fixtures/bpmn`. */
export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'bpmn', `${name}.bpmn`), 'utf8');
