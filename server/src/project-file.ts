import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the project by its path from the project's root. Sources and the built server lie equally deep below it. */
export const projectFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Baton's version, from the project's package.json. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version;
