import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the Chromium that the browser tests drive. */
    chromium: string;
  }
}

/** Finds (or installs) the browser once per run; fails the run with what to install where there is none. */
export function setup(project: TestProject): void {
  const script = join(project.config.root, 'scripts', 'find-chromium.mjs');
  project.provide('chromium', execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim());
}
